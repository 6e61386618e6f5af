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
import { Nothing } from '../../ui/Nothing.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import type { Token } from '@vsnap/console-api/token.ts'
import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core'
import { LockIcon } from '@patternfly/react-icons'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { words } from './words.ts'

const { tokens, revokeToken } = words

const MakeToken = lazy(() => import('./token-form.tsx').then((module) => ({ default: module.MakeToken })))

const opens = ({ scope, role }: Token) => (scope === 'metrics' ? tokens.metricsOnly : tokens.apiAs(role))

const columns: readonly Column<Token>[] = [
  {
    key: 'name',
    header: tokens.name,
    cell: ({ name }) => <span className="vs-name">{name}</span>,
    value: ({ name }) => name,
  },
  { key: 'opens', header: tokens.opens, cell: opens, value: opens },
  { key: 'created_by', header: tokens.madeBy, cell: (token) => token.created_by, value: (token) => token.created_by },
  {
    key: 'time_created',
    header: tokens.made,
    cell: (token) => <RelativeTime value={token.time_created} />,
    value: (token) => token.time_created,
  },
  {
    key: 'time_expires',
    header: tokens.expires,
    cell: (token) => (token.time_expires === null ? tokens.never : <RelativeTime value={token.time_expires} />),
    value: (token) => token.time_expires ?? Number.MAX_SAFE_INTEGER,
  },
  {
    key: 'time_used',
    header: tokens.lastUsed,
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
    <EmptyState titleText={tokens.adminsOnly} headingLevel="h2" icon={LockIcon}>
      <EmptyStateBody>{refused}</EmptyStateBody>
    </EmptyState>
  )
}

function Tokens() {
  const { data, error, refetch } = useQuery(bff('tokenList'))
  const dialog = useDialog()
  const chosen = data?.tokens.find(({ id }) => id === dialog.on)
  const make = { label: tokens.actions.make, onSelect: () => dialog.open('make') }
  return (
    <>
      <QueryTable
        name="tokens"
        label={tokens.tokens}
        query={{ data: data?.tokens, error, refetch }}
        calls={{ own: consoleCall('tokenList', {}) }}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
        toolbar={<ActionButton variant="primary" action={make} />}
        actions={({ id }) => [
          { label: tokens.actions.revoke, onSelect: () => dialog.open('revoke', id), danger: true },
        ]}
        empty={
          <EmptyState titleText={tokens.empty.title} headingLevel="h2" variant="sm">
            <EmptyStateBody>{tokens.empty.text}</EmptyStateBody>
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
      consequences={[revokeToken.consequence]}
      note={revokeToken.note}
      isBusy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={async () => {
        await remove.mutateAsync({ params: { id: token.id } })
        toast({ title: revokeToken.done(token.name) })
        onClose()
      }}
    />
  )
}
