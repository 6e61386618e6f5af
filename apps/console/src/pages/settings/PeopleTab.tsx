import { useConsoleOperation } from '../../api/operations.ts'
import { roleRefusal, usePerson } from '../../api/person.ts'
import { bff } from '../../api/queries.ts'
import { ActionButton } from '../../components/actions.tsx'
import { ConfirmDelete } from '../../components/ConfirmDelete.tsx'
import { QueryTable } from '../../components/table/QueryTable.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { toast } from '../../components/toasts.tsx'
import { useDialog } from '../../components/use-dialog.ts'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { said } from '../../ui/isolated.ts'
import type { User } from '@vsnap/console-api/user.ts'
import { EmptyState, EmptyStateBody } from '@patternfly/react-core'
import { LockIcon } from '@patternfly/react-icons'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'

const AddPerson = lazy(() => import('./person-form.tsx').then((module) => ({ default: module.AddPerson })))
const EditPerson = lazy(() => import('./person-form.tsx').then((module) => ({ default: module.EditPerson })))

const columns: readonly Column<User>[] = [
  {
    key: 'name',
    header: 'Name',
    cell: ({ name }) => <span className="vs-name">{name}</span>,
    value: ({ name }) => name,
  },
  { key: 'role', header: 'Role', cell: ({ role }) => role, value: ({ role }) => role },
  {
    key: 'time_created',
    header: 'Added',
    cell: (person) => <RelativeTime value={person.time_created} />,
    value: (person) => person.time_created,
  },
  {
    key: 'time_updated',
    header: 'Changed',
    cell: (person) => <RelativeTime value={person.time_updated} />,
    value: (person) => person.time_updated,
  },
]

/** Who may use this console, and what they may do. Only an admin may see it. */
export function PeopleTab() {
  const refused = roleRefusal(usePerson(), 'userList')
  return refused === undefined ? (
    <People />
  ) : (
    <EmptyState titleText="Only an admin sees the people of this console" headingLevel="h2" icon={LockIcon}>
      <EmptyStateBody>{refused}</EmptyStateBody>
    </EmptyState>
  )
}

function People() {
  const { data, error, refetch } = useQuery(bff('userList'))
  const dialog = useDialog()
  const chosen = data?.users.find(({ name }) => name === dialog.on)
  return (
    <>
      <QueryTable
        name="people"
        label="People"
        query={{ data: data?.users, error, refetch }}
        columns={columns}
        rowKey={({ name }) => name}
        rowName={({ name }) => name}
        states={{ label: 'Role', of: ({ role }) => role }}
        toolbar={
          <ActionButton variant="primary" action={{ label: 'Add person', onSelect: () => dialog.open('add') }} />
        }
        actions={({ name }) => [
          { label: 'Change role or password', onSelect: () => dialog.open('edit', name) },
          { label: 'Remove', onSelect: () => dialog.open('remove', name), danger: true },
        ]}
        empty={<EmptyState titleText="Nobody may use this console" headingLevel="h2" variant="sm" />}
      />
      <Suspense>
        {dialog.name === 'add' && <AddPerson onClose={dialog.close} />}
        {dialog.name === 'edit' && chosen && <EditPerson person={chosen} onClose={dialog.close} />}
        {dialog.name === 'remove' && chosen && <RemovePerson person={chosen} onClose={dialog.close} />}
      </Suspense>
    </>
  )
}

function RemovePerson({ person, onClose }: { person: User; onClose: () => void }) {
  const remove = useConsoleOperation('userDelete')
  return (
    <ConfirmDelete
      what="person"
      name={person.name}
      consequences={['every session in which they are logged in']}
      note="What they did stays in the audit trail."
      isBusy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={async () => {
        await remove.mutateAsync({ params: { name: person.name } })
        toast({ title: said`${person.name} may no longer log in` })
        onClose()
      }}
    />
  )
}
