import { useConsoleOperation } from '../../api/operations.ts'
import { bff } from '../../api/queries.ts'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { TextField } from '../../components/form/fields.tsx'
import { byRules, errorAbove } from '../../components/form/submit.ts'
import { rereading, useEditing } from '../../components/form/use-editing.ts'
import { toast } from '../../components/toasts.tsx'
import type { AlertRule } from '@vsnap/console-api/alert-rule.ts'
import { thresholdText } from './rule-words.ts'
import { words } from './words.ts'

interface Values {
  threshold: string
}

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
    tell: ({ threshold }) => ({
      [words.threshold.threshold]: threshold ? thresholdText(threshold, threshold.value) : '',
    }),
    resolver: byRules<Values>(({ threshold }) => ({
      threshold:
        limits &&
        /^\d+$/.test(threshold.trim()) &&
        Number(threshold) >= limits.least &&
        Number(threshold) <= limits.most
          ? undefined
          : words.threshold.outside(limits?.least ?? 0, limits?.most ?? 0),
    })),
  })
  const send = sending(async ({ threshold }, { name, enabled }) => {
    await update.mutateAsync({ params: { name }, body: { enabled, threshold: Number(threshold) } })
    toast({ title: words.threshold.done })
    onClose()
  })
  if (!limits) return null
  return (
    <DialogForm
      title={words.threshold.title}
      description={rule.label}
      submit={words.threshold.submit}
      isBusy={isBusy}
      changed={changed}
      error={errorAbove(form, update.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <TextField
        control={form.control}
        name="threshold"
        label={words.threshold.in[limits.unit]}
        help={words.threshold.usually(thresholdText(limits, limits.usual))}
        autoComplete="off"
        startsHere
        isRequired
      />
    </DialogForm>
  )
}
