import { consoleCall } from '../../api/calls.ts'
import { useRefusal } from '../../api/person.ts'
import { bff, pollEvery } from '../../api/queries.ts'
import { ActionButton, type Action } from '../../components/actions.tsx'
import { Linked } from '../../components/Linked.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { objectPath, remedyOf } from '../../components/remedy.ts'
import { applianceOf, useGrouping, useLabelled } from '../../components/table/grouping.ts'
import { QueryTable } from '../../components/table/QueryTable.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { useDialog } from '../../components/use-dialog.ts'
import { paths } from '../../paths.ts'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { exactTime } from '../../ui/time.ts'
import { StateLabel } from '../../ui/StateLabel.tsx'
import type { Alert } from '@vsnap/console-api/alert.ts'
import { EmptyState, EmptyStateBody } from '@patternfly/react-core'
import { BellIcon } from '@patternfly/react-icons'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo } from 'react'
import { useAlertActions } from './alert-actions.ts'
import { SilencesNotice } from './SilencesNotice.tsx'
import { words } from './words.tsx'

const { list, states, stateAside } = words

// Forms load when one is opened.
const SnoozeAlert = lazy(() => import('./alert-snooze.tsx').then((module) => ({ default: module.SnoozeAlert })))
const SilenceAppliance = lazy(() =>
  import('./alert-snooze.tsx').then((module) => ({ default: module.SilenceAppliance })),
)

/** Where an alert stands. */
function stateOf(alert: Alert): keyof typeof states {
  if (alert.time_cleared !== null) return 'cleared'
  if (alert.silenced_until !== null) return 'silenced'
  if (alert.snoozed_until !== null) return 'snoozed'
  return alert.acknowledged_by === null ? 'open' : 'acknowledged'
}

/** The same in a word. */
const stateWord = (alert: Alert): string => states[stateOf(alert)]

/** Who looks after it, and until when (epoch seconds) nobody wants to hear of it. */
function asideOf(alert: Alert): { readonly by: string | null; readonly until: number | null } | undefined {
  if (alert.time_cleared !== null) return undefined
  const until = alert.silenced_until ?? alert.snoozed_until
  if (until === null) return { by: alert.acknowledged_by, until }
  return { by: alert.silenced_until === null ? alert.snoozed_by : null, until }
}

function StateAside({ alert }: { alert: Alert }) {
  const { by = null, until = null } = asideOf(alert) ?? {}
  if (until === null) return by === null ? null : <div className="vs-aside vs-name">{stateAside.by(by)}</div>
  const time = exactTime(until)
  return <div className="vs-aside vs-name">{by === null ? stateAside.until(time) : stateAside.byUntil(by, time)}</div>
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
  {
    key: 'title',
    header: list.alert,
    cell: (alert) => <AlertText alert={alert} />,
    value: ({ title }) => title,
    inFile: [
      { key: 'title', header: list.alert, value: ({ title }) => title },
      { key: 'text', header: list.details, value: ({ text }) => text },
    ],
  },
  {
    key: 'severity',
    header: list.severity,
    cell: ({ severity, time_cleared: cleared }) => (
      <StateLabel meaning={cleared === null ? severity : 'idle'}>{words.severities[severity]}</StateLabel>
    ),
    value: ({ severity }) => severity,
  },
  {
    key: 'state',
    header: list.state,
    cell: (alert) => (
      <>
        {stateWord(alert)}
        <StateAside alert={alert} />
      </>
    ),
    value: stateWord,
    inFile: [
      { key: 'state', header: list.state, value: stateWord },
      { key: 'state_by', header: list.stateBy, value: (alert) => asideOf(alert)?.by },
      { key: 'time_until', header: list.stateUntil, value: (alert) => asideOf(alert)?.until },
    ],
  },
  {
    key: 'since',
    header: list.since,
    cell: ({ since }) => <RelativeTime value={since} />,
    value: ({ since }) => since,
  },
  {
    key: 'time_cleared',
    header: list.cleared,
    cell: ({ time_cleared: cleared }) => (cleared === null ? '' : <RelativeTime value={cleared} />),
    value: ({ time_cleared: cleared }) => cleared,
  },
]

const byState = { label: list.state, of: stateOf, words: states }

/** What needs a person: raised once, cleared by itself. */
export default function AlertsPage() {
  const { data, error, refetch } = useQuery({ ...bff('alertList'), refetchInterval: pollEvery })
  const refusal = useRefusal()
  const dialog = useDialog()
  const toRow = useAlertActions()
  const labelled = useLabelled()
  const grouping = useGrouping(applianceOf, list.groupOfConsole)
  const rows = useMemo(
    () => data?.alerts.filter(({ appliance }) => labelled === undefined || labelled.has(appliance?.id ?? '')),
    [data, labelled],
  )
  const chosen = data?.alerts.find(({ id }) => id === dialog.on)
  const actions = (alert: Alert): Action[] => {
    const remedy = remedyOf(alert, refusal)
    return [...(remedy ? [remedy] : []), ...toRow(alert, (name) => dialog.open(name, alert.id))]
  }
  return (
    <>
      <PageHeader
        title={words.alerts}
        aside={data && <span className="vs-subtle">{words.open(data.open)}</span>}
        actions={<ActionButton action={{ label: words.rules, to: paths.settings({ tab: 'alerts' }) }} />}
      />
      <SilencesNotice />
      <QueryTable
        name="alerts"
        label={words.alerts}
        query={{ data: rows, error, refetch }}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={({ title }) => title}
        states={byState}
        hasLabels
        groupable="appliance or label"
        grouping={grouping}
        calls={{ own: consoleCall('alertList', {}) }}
        actions={actions}
        empty={
          <EmptyState titleText={list.empty.title} headingLevel="h2" icon={BellIcon}>
            <EmptyStateBody>{list.empty.text}</EmptyStateBody>
          </EmptyState>
        }
      />
      <Suspense>
        {dialog.name === 'snooze' && chosen && <SnoozeAlert alert={chosen} onClose={dialog.close} />}
        {dialog.name === 'silence' && chosen?.appliance && (
          <SilenceAppliance appliance={chosen.appliance} onClose={dialog.close} />
        )}
      </Suspense>
    </>
  )
}
