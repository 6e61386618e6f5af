import { useConsoleOperation } from '../../api/operations.ts'
import { bff } from '../../api/queries.ts'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { TextField } from '../../components/form/fields.tsx'
import { byRules, errorAbove } from '../../components/form/submit.ts'
import { rereading, useEditing } from '../../components/form/use-editing.ts'
import { toast } from '../../components/toasts.tsx'
import type { AlertRule } from '@vsnap/console-api/alert-rule.ts'
import { thresholdText } from './rule-words.ts'

interface Values {
  threshold: string
}

const units = { minutes: 'Minutes', hours: 'Hours', days: 'Days', percent: 'Per cent', times: 'Times' } as const

/** From where on a rule counts. */
export function ChangeThreshold({ rule, onClose }: { rule: AlertRule; onClose: () => void }) {
  const update = useConsoleOperation('alertRuleUpdate')
  const readRules = rereading(bff('alertRuleList'))
  const { threshold: limits } = rule
  const { form, changed, sending, isBusy } = useEditing<AlertRule, Values>({
    what: 'rule',
    shown: rule,
    reread: () => readRules().then(({ rules }) => rules.find(({ name }) => name === rule.name)),
    valuesOf: ({ threshold }) => ({ threshold: String(threshold?.value ?? '') }),
    tell: ({ threshold }) => ({ Threshold: threshold ? thresholdText(threshold, threshold.value) : '' }),
    resolver: byRules<Values>(({ threshold }) => ({
      threshold:
        limits &&
        /^\d+$/.test(threshold.trim()) &&
        Number(threshold) >= limits.least &&
        Number(threshold) <= limits.most
          ? undefined
          : `Enter a whole number from ${limits?.least} to ${limits?.most}.`,
    })),
  })
  const send = sending(async ({ threshold }, { name, enabled }) => {
    await update.mutateAsync({ params: { name }, body: { enabled, threshold: Number(threshold) } })
    toast({ title: 'The threshold is changed' })
    onClose()
  })
  if (!limits) return null
  return (
    <DialogForm
      title="Change threshold"
      description={rule.label}
      submit="Save"
      isBusy={isBusy}
      changed={changed}
      error={errorAbove(form, update.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <TextField
        control={form.control}
        name="threshold"
        label={units[limits.unit]}
        help={`Usually ${thresholdText(limits, limits.usual)}.`}
        autoComplete="off"
        startsHere
        isRequired
      />
    </DialogForm>
  )
}
