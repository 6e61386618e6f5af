import { useConsoleOperation } from '../../api/operations.ts'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { TextField } from '../../components/form/fields.tsx'
import { byRules, errorAbove, submitting } from '../../components/form/submit.ts'
import { toast } from '../../components/toasts.tsx'
import type { AlertRule } from '@vsnap/console-api/alert-rule.ts'
import { useForm } from 'react-hook-form'
import { thresholdText } from './rule-words.ts'

interface Values {
  threshold: string
}

const units = { minutes: 'Minutes', hours: 'Hours', days: 'Days', percent: 'Per cent', times: 'Times' } as const

/** From where on a rule counts. */
export function ChangeThreshold({ rule, onClose }: { rule: AlertRule; onClose: () => void }) {
  const update = useConsoleOperation('alertRuleUpdate')
  const { threshold } = rule
  const form = useForm<Values>({
    resolver: byRules<Values>(({ threshold: text }) => ({
      threshold:
        threshold && /^\d+$/.test(text.trim()) && Number(text) >= threshold.least && Number(text) <= threshold.most
          ? undefined
          : `Enter a whole number from ${threshold?.least} to ${threshold?.most}.`,
    })),
    defaultValues: { threshold: String(threshold?.value ?? '') },
  })
  const send = submitting(form, async (values) => {
    await update.mutateAsync({
      params: { name: rule.name },
      body: { enabled: rule.enabled, threshold: Number(values.threshold) },
    })
    toast({ title: 'The threshold is changed' })
    onClose()
  })
  if (!threshold) return null
  return (
    <DialogForm
      title="Change threshold"
      description={rule.label}
      submit="Save"
      isBusy={update.isPending}
      error={errorAbove(form, update.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <TextField
        control={form.control}
        name="threshold"
        label={units[threshold.unit]}
        help={`Usually ${thresholdText(threshold, threshold.usual)}.`}
        autoComplete="off"
        startsHere
        isRequired
      />
    </DialogForm>
  )
}
