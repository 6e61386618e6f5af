import { consoleCall } from '../../api/calls.ts'
import { auditTrail, narrowedTrail, wholeAuditTrail } from '../../api/audit.ts'
import { PageHeader } from '../../components/PageHeader.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { applianceOf, useGrouping } from '../../components/table/grouping.ts'
import { QueryTable } from '../../components/table/QueryTable.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { useDialog } from '../../components/use-dialog.ts'
import { paths } from '../../paths.ts'
import { Nothing } from '../../ui/Nothing.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import type { AuditEntry } from '@vsnap/console-api/audit.ts'
import { Button, EmptyState, EmptyStateBody } from '@patternfly/react-core'
import { ListIcon } from '@patternfly/react-icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useSearchParams } from 'react-router'
import { AuditOutcome, outcomeWord } from './AuditOutcome.tsx'
import { words } from './words.ts'

const { facts, list } = words

const AuditEntryDialog = lazy(() =>
  import('./AuditEntryDialog.tsx').then((module) => ({ default: module.AuditEntryDialog })),
)

const columns: readonly Column<AuditEntry>[] = [
  {
    key: 'time',
    header: facts.when,
    cell: ({ time }) => <RelativeTime value={time} />,
    value: ({ time }) => time,
  },
  {
    key: 'user',
    header: facts.who,
    cell: ({ user }) => (user === null ? <Nothing why={facts.nobody} /> : <span className="vs-name">{user}</span>),
    value: ({ user }) => user,
  },
  { key: 'title', header: list.what, cell: ({ title }) => title, value: ({ title }) => title },
  {
    key: 'path',
    header: facts.call,
    cell: ({ method, path }) => (
      <code className="vs-code vs-break">
        {method} {path}
      </code>
    ),
    value: ({ method, path }) => `${method} ${path}`,
  },
  {
    key: 'appliance',
    header: facts.appliance,
    cell: ({ appliance }) =>
      appliance ? (
        <PageLink to={paths.appliance(appliance.id)} className="vs-name">
          {appliance.name}
        </PageLink>
      ) : (
        <span className="vs-subtle">{list.ofConsole}</span>
      ),
    value: ({ appliance }) => appliance?.name,
  },
  {
    key: 'state',
    header: facts.outcome,
    cell: (entry) => <AuditOutcome state={entry.state} />,
    value: ({ state }) => outcomeWord(state),
  },
  {
    key: 'address',
    header: facts.from,
    cell: ({ address }) => <code className="vs-code">{address ?? <Nothing />}</code>,
    value: ({ address }) => address,
    optional: true,
  },
  {
    key: 'request_id',
    header: facts.requestId,
    cell: ({ request_id: id }) => <code className="vs-code">{id}</code>,
    value: ({ request_id: id }) => id,
    optional: true,
  },
]

const states = { label: facts.outcome, of: ({ state }: AuditEntry) => state, words: words.outcomes }

/** Who did what: every write, through this console, the newest first. */
export default function AuditPage() {
  const [search] = useSearchParams()
  const narrowed = narrowedTrail(search)
  const trail = useInfiniteQuery(auditTrail(narrowed))
  const grouping = useGrouping(applianceOf, facts.console)
  const entries = trail.data?.pages.flatMap((page) => page.entries)
  const total = trail.data?.pages[0]?.total
  const dialog = useDialog()
  const open = dialog.name === 'entry' ? entries?.find(({ id }) => id === dialog.on) : undefined
  return (
    <>
      <PageHeader title={words.audit} aside={<span className="vs-subtle">{list.lead}</span>} />
      <QueryTable
        name="audit"
        label={list.changes}
        query={{ data: entries, error: trail.error, refetch: trail.refetch }}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={({ title, path }) => list.heard.row(title, path)}
        states={states}
        hasLabels
        groupable="appliance or label"
        grouping={grouping}
        calls={{ own: consoleCall('auditList', { query: narrowed }) }}
        everything={() => wholeAuditTrail(narrowed)}
        actions={({ id }) => [{ label: list.details, onSelect: () => dialog.open('entry', id) }]}
        empty={
          <EmptyState titleText={list.empty.title} headingLevel="h2" icon={ListIcon}>
            <EmptyStateBody>{list.empty.text}</EmptyStateBody>
          </EmptyState>
        }
        {...(total === undefined ? {} : { total })}
      />
      {trail.hasNextPage && (
        <Button variant="secondary" onClick={() => void trail.fetchNextPage()} isLoading={trail.isFetchingNextPage}>
          {list.older}
        </Button>
      )}
      <Suspense>{open && <AuditEntryDialog entry={open} onClose={dialog.close} />}</Suspense>
    </>
  )
}
