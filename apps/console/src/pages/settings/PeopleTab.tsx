import { consoleCall } from '../../api/calls.ts'
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
import type { User } from '@vsnap/console-api/user.ts'
import { EmptyState, EmptyStateBody } from '@patternfly/react-core'
import { LockIcon } from '@patternfly/react-icons'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { words } from './words.ts'

const { people, removePerson } = words

const AddPerson = lazy(() => import('./person-form.tsx').then((module) => ({ default: module.AddPerson })))
const EditPerson = lazy(() => import('./person-form.tsx').then((module) => ({ default: module.EditPerson })))

const columns: readonly Column<User>[] = [
  {
    key: 'name',
    header: people.name,
    cell: ({ name }) => <span className="vs-name">{name}</span>,
    value: ({ name }) => name,
  },
  { key: 'role', header: people.role, cell: ({ role }) => role, value: ({ role }) => role },
  {
    key: 'time_created',
    header: people.added,
    cell: (person) => <RelativeTime value={person.time_created} />,
    value: (person) => person.time_created,
  },
  {
    key: 'time_updated',
    header: people.changed,
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
    <EmptyState titleText={people.adminsOnly} headingLevel="h2" icon={LockIcon}>
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
        label={people.people}
        query={{ data: data?.users, error, refetch }}
        calls={{ own: consoleCall('userList', {}) }}
        columns={columns}
        rowKey={({ name }) => name}
        rowName={({ name }) => name}
        states={{ label: people.role, of: ({ role }) => role }}
        toolbar={
          <ActionButton variant="primary" action={{ label: people.actions.add, onSelect: () => dialog.open('add') }} />
        }
        actions={({ name }) => [
          { label: people.actions.change, onSelect: () => dialog.open('edit', name) },
          { label: people.actions.remove, onSelect: () => dialog.open('remove', name), danger: true },
        ]}
        empty={<EmptyState titleText={people.none} headingLevel="h2" variant="sm" />}
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
      consequences={[removePerson.consequence]}
      note={removePerson.note}
      isBusy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={async () => {
        await remove.mutateAsync({ params: { name: person.name } })
        toast({ title: removePerson.done(person.name) })
        onClose()
      }}
    />
  )
}
