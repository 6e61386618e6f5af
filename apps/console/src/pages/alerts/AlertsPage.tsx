import { consoleCall } from '../../api/calls.ts'
import { useConsoleOperation } from '../../api/operations.ts'
import { useRefusal } from '../../api/person.ts'
import { bff, pollEvery } from '../../api/queries.ts'
import type { Action } from '../../components/actions.tsx'
import { Linked } from '../../components/Linked.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { objectPath, remedyOf } from '../../components/remedy.ts'
import { QueryTable } from '../../components/table/QueryTable.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { toast } from '../../components/toasts.tsx'
import { paths } from '../../paths.ts'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { StateLabel } from '../../ui/StateLabel.tsx'
import type { Alert } from '@vsnap/console-api/alert.ts'
import { EmptyState, EmptyStateBody } from '@patternfly/react-core'
import { BellIcon } from '@patternfly/react-icons'
import { useQuery } from '@tanstack/react-query'

/** Where an alert stands, in a word. */
function stateWord({ time_cleared: cleared, acknowledged_by: by }: Alert): string {
  return cleared !== null ? 'Cleared' : by !== null ? 'Acknowledged' : 'Open'
}

function AlertText({ alert }: { alert: Alert }) {
  const { appliance, object, title, text } = alert
  const to = objectPath(alert)
  const links = [
    ...(object && to !== undefined ? [{ text: object.name, to }] : []),
    ...(appliance ? [{ text: appliance.name, to: paths.appliance(appliance.id) }] : []),
  ]
  return (
    <>
      <div className="vs-break">
        <Linked links={links}>{title}</Linked>
      </div>
      <div className="vs-aside vs-break">{text}</div>
    </>
  )
}

const columns: readonly Column<Alert>[] = [
  { key: 'title', header: 'Alert', cell: (alert) => <AlertText alert={alert} />, value: ({ title }) => title },
  {
    key: 'severity',
    header: 'Severity',
    cell: ({ severity, time_cleared: cleared }) => (
      <StateLabel meaning={cleared === null ? severity : 'idle'}>
        {severity === 'danger' ? 'Critical' : 'Warning'}
      </StateLabel>
    ),
    value: ({ severity }) => severity,
  },
  {
    key: 'state',
    header: 'State',
    cell: (alert) => (
      <>
        {stateWord(alert)}
        {alert.acknowledged_by !== null && alert.time_cleared === null && (
          <div className="vs-aside vs-name">by {alert.acknowledged_by}</div>
        )}
      </>
    ),
    value: stateWord,
  },
  { key: 'since', header: 'Since', cell: ({ since }) => <RelativeTime value={since} />, value: ({ since }) => since },
  {
    key: 'time_cleared',
    header: 'Cleared',
    cell: ({ time_cleared: cleared }) => (cleared === null ? '' : <RelativeTime value={cleared} />),
    value: ({ time_cleared: cleared }) => cleared,
  },
]

const states = { label: 'State', of: stateWord }

/** What needs a person: raised once, cleared by itself. */
export default function AlertsPage() {
  const { data, error, refetch } = useQuery({ ...bff('alertList'), refetchInterval: pollEvery })
  const refusal = useRefusal()
  const acknowledge = useConsoleOperation('alertAcknowledge')
  const actions = (alert: Alert): Action[] => {
    const remedy = remedyOf(alert, refusal)
    const lookAfter: Action = {
      label: 'Acknowledge',
      refusal:
        refusal('alertAcknowledge') ??
        (alert.time_cleared !== null
          ? 'It is over already.'
          : alert.acknowledged_by !== null
            ? `${alert.acknowledged_by} looks after it.`
            : undefined),
      onSelect: () =>
        acknowledge.mutate(
          { params: { id: alert.id }, body: { action: 'acknowledge' } },
          {
            onSuccess: () => toast({ title: 'You look after it now' }),
            onError: ({ message }) => toast({ variant: 'danger', title: `Not acknowledged: ${message}` }),
          },
        ),
    }
    return [...(remedy ? [remedy] : []), lookAfter]
  }
  return (
    <>
      <PageHeader
        title="Alerts"
        aside={data && <span className="vs-subtle">{data.open === 0 ? 'None is open' : `${data.open} open`}</span>}
      />
      <QueryTable
        name="alerts"
        label="Alerts"
        query={{ data: data?.alerts, error, refetch }}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={({ title }) => title}
        states={states}
        calls={{ own: consoleCall('alertList', {}) }}
        actions={actions}
        empty={
          <EmptyState titleText="No alert yet" headingLevel="h2" icon={BellIcon}>
            <EmptyStateBody>
              An alert stands here once an appliance does not answer, a pool fills up or loses disks, or a replication
              fails. It is cleared by itself when that is over.
            </EmptyStateBody>
          </EmptyState>
        }
      />
    </>
  )
}
