import { consoleCall } from '../../api/calls.ts'
import { useConsoleOperation } from '../../api/operations.ts'
import { useRefusal } from '../../api/person.ts'
import { bff } from '../../api/queries.ts'
import type { Action } from '../../components/actions.tsx'
import { QueryTable } from '../../components/table/QueryTable.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { toast } from '../../components/toasts.tsx'
import { useDialog } from '../../components/use-dialog.ts'
import { Nothing } from '../../ui/Nothing.tsx'
import { StateLabel } from '../../ui/StateLabel.tsx'
import type { AlertRule } from '@vsnap/console-api/alert-rule.ts'
import { EmptyState } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { ruleText, thresholdText } from './rule-words.ts'
import { words } from './words.ts'

const ChangeThreshold = lazy(() =>
  import('./threshold-form.tsx').then((module) => ({ default: module.ChangeThreshold })),
)

const stateOf = ({ enabled }: AlertRule) => (enabled ? 'on' : 'off')
const stateWords = { on: words.rules.on, off: words.rules.off }
const onOff = (rule: AlertRule) => stateWords[stateOf(rule)]

const columns: readonly Column<AlertRule>[] = [
  { key: 'rule', header: words.rules.when, cell: ruleText, value: ruleText },
  {
    key: 'threshold',
    header: words.rules.from,
    cell: ({ threshold }) =>
      threshold === null ? (
        <Nothing />
      ) : (
        <>
          {thresholdText(threshold, threshold.value)}
          {threshold.value !== threshold.usual && (
            <div className="vs-aside">{words.rules.usually(thresholdText(threshold, threshold.usual))}</div>
          )}
        </>
      ),
    value: ({ threshold }) => threshold?.value ?? 0,
  },
  {
    key: 'severity',
    header: words.rules.severity,
    cell: ({ severity, enabled }) => (
      <StateLabel meaning={enabled ? severity : 'idle'}>{words.rules.severities[severity]}</StateLabel>
    ),
    value: ({ severity }) => severity,
  },
  { key: 'enabled', header: words.rules.state, cell: onOff, value: onOff },
]

/** What the console looks out for, and from where on it counts. */
export function AlertRulesTab() {
  const { data, error, refetch } = useQuery(bff('alertRuleList'))
  const dialog = useDialog()
  const refusal = useRefusal()
  const update = useConsoleOperation('alertRuleUpdate')
  const chosen = data?.rules.find(({ name }) => name === dialog.on)
  const actions = (rule: AlertRule): Action[] => [
    ...(rule.threshold
      ? [
          {
            label: words.rules.actions.changeThreshold,
            refusal: refusal('alertRuleUpdate'),
            onSelect: () => dialog.open('threshold', rule.name),
          },
        ]
      : []),
    {
      label: rule.enabled ? words.rules.actions.turnOff : words.rules.actions.turnOn,
      refusal: refusal('alertRuleUpdate'),
      onSelect: () =>
        update.mutate(
          { params: { name: rule.name }, body: { enabled: !rule.enabled } },
          {
            onSuccess: () => toast({ title: rule.enabled ? words.rules.turnedOff : words.rules.turnedOn }),
            onError: ({ message }) => toast({ variant: 'danger', title: words.rules.unchanged(message) }),
          },
        ),
    },
  ]
  return (
    <>
      <QueryTable
        name="alert-rules"
        label={words.rules.rules}
        query={{ data: data?.rules, error, refetch }}
        calls={{ own: consoleCall('alertRuleList', {}) }}
        columns={columns}
        rowKey={({ name }) => name}
        rowName={ruleText}
        states={{ label: words.rules.state, of: stateOf, words: stateWords }}
        actions={actions}
        empty={<EmptyState titleText={words.rules.none} headingLevel="h2" variant="sm" />}
      />
      <Suspense>
        {dialog.name === 'threshold' && chosen?.threshold && <ChangeThreshold rule={chosen} onClose={dialog.close} />}
      </Suspense>
    </>
  )
}
