import { useConsoleOperation } from '../../api/operations.ts'
import { roleRefusal, usePerson } from '../../api/person.ts'
import { bff } from '../../api/queries.ts'
import { ActionButton } from '../../components/actions.tsx'
import { ConfirmDelete } from '../../components/ConfirmDelete.tsx'
import { QueryTable } from '../../components/table/QueryTable.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { toast } from '../../components/toasts.tsx'
import { useDialog } from '../../components/use-dialog.ts'
import { Nothing } from '../../ui/Nothing.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { said } from '../../ui/isolated.ts'
import type { Token } from '@vsnap/console-api/token.ts'
import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core'
import { LockIcon } from '@patternfly/react-icons'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'

const MakeToken = lazy(() => import('./token-form.tsx').then((module) => ({ default: module.MakeToken })))

const opens = ({ scope, role }: Token) => (scope === 'metrics' ? 'metrics only' : `the API, as ${role}`)

const columns: readonly Column<Token>[] = [
  {
    key: 'name',
    header: 'Name',
    cell: ({ name }) => <span className="vs-name">{name}</span>,
    value: ({ name }) => name,
  },
  { key: 'opens', header: 'Opens', cell: opens, value: opens },
  { key: 'created_by', header: 'Made by', cell: (token) => token.created_by, value: (token) => token.created_by },
  {
    key: 'time_created',
    header: 'Made',
    cell: (token) => <RelativeTime value={token.time_created} />,
    value: (token) => token.time_created,
  },
  {
    key: 'time_expires',
    header: 'Expires',
    cell: (token) => (token.time_expires === null ? 'never' : <RelativeTime value={token.time_expires} />),
    value: (token) => token.time_expires ?? Number.MAX_SAFE_INTEGER,
  },
  {
    key: 'time_used',
    header: 'Last used',
    cell: (token) => (token.time_used === null ? <Nothing /> : <RelativeTime value={token.time_used} />),
    value: (token) => token.time_used ?? 0,
  },
]

/** The programs that use this console, each with a token of its own. Only an admin may see them. */
export function TokensTab() {
  const refused = roleRefusal(usePerson(), 'tokenList')
  return refused === undefined ? (
    <Tokens />
  ) : (
    <EmptyState titleText="Only an admin sees the API tokens of this console" headingLevel="h2" icon={LockIcon}>
      <EmptyStateBody>{refused}</EmptyStateBody>
    </EmptyState>
  )
}

function Tokens() {
  const { data, error, refetch } = useQuery(bff('tokenList'))
  const dialog = useDialog()
  const chosen = data?.tokens.find(({ id }) => id === dialog.on)
  const make = { label: 'Make token', onSelect: () => dialog.open('make') }
  return (
    <>
      <QueryTable
        name="tokens"
        label="API tokens"
        query={{ data: data?.tokens, error, refetch }}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
        toolbar={<ActionButton variant="primary" action={make} />}
        actions={({ id }) => [{ label: 'Revoke', onSelect: () => dialog.open('revoke', id), danger: true }]}
        empty={
          <EmptyState titleText="No program uses this console" headingLevel="h2" variant="sm">
            <EmptyStateBody>
              With a token a script reaches every appliance through the console, without knowing their passwords, and
              Prometheus reads the metrics.
            </EmptyStateBody>
            <EmptyStateFooter>
              <EmptyStateActions>
                <ActionButton variant="primary" action={make} />
              </EmptyStateActions>
            </EmptyStateFooter>
          </EmptyState>
        }
      />
      <Suspense>
        {dialog.name === 'make' && <MakeToken onClose={dialog.close} />}
        {dialog.name === 'revoke' && chosen && <RevokeToken token={chosen} onClose={dialog.close} />}
      </Suspense>
    </>
  )
}

function RevokeToken({ token, onClose }: { token: Token; onClose: () => void }) {
  const remove = useConsoleOperation('tokenDelete')
  return (
    <ConfirmDelete
      what="token"
      name={token.name}
      consequences={['every program that uses it: it is refused at once']}
      note="What was done with it stays in the audit trail."
      isBusy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={async () => {
        await remove.mutateAsync({ params: { id: token.id } })
        toast({ title: said`${token.name} is revoked` })
        onClose()
      }}
    />
  )
}
