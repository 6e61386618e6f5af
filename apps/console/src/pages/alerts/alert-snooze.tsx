import { useConsoleOperation } from '../../api/operations.ts'
import { ChoiceField } from '../../components/form/choices.tsx'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { errorAbove, submitting } from '../../components/form/submit.ts'
import { PageLink } from '../../components/PageLink.tsx'
import { toast } from '../../components/toasts.tsx'
import { paths } from '../../paths.ts'
import { exactTime } from '../../ui/time.ts'
import type { Alert } from '@vsnap/console-api/alert.ts'
import { useForm } from 'react-hook-form'
import { words } from './words.tsx'

/** Hours; or the next morning, eight o’clock where the person is. */
const terms = [
  { value: '1', label: words.terms.hour },
  { value: '4', label: words.terms.fourHours },
  { value: 'morning', label: words.terms.morning },
  { value: '168', label: words.terms.week },
] as const
type Term = (typeof terms)[number]['value']

function untilOf(term: Term): number {
  if (term !== 'morning') return Math.floor(Date.now() / 1000) + Number(term) * 3_600
  const morning = new Date()
  morning.setDate(morning.getDate() + 1)
  morning.setHours(8, 0, 0, 0)
  return Math.floor(morning.getTime() / 1000)
}

/** One alert is neither on the overview nor in a message for a time. */
export function SnoozeAlert({ alert, onClose }: { alert: Alert; onClose: () => void }) {
  const snooze = useConsoleOperation('alertSnooze')
  return (
    <Until
      title={words.snooze.title}
      description={words.snooze.text(alert.title)}
      submit={words.snooze.submit}
      isBusy={snooze.isPending}
      error={snooze.error}
      onClose={onClose}
      onSubmit={async (until) => {
        await snooze.mutateAsync({ params: { id: alert.id }, body: { action: 'snooze', until } })
        toast({ title: words.snooze.done(exactTime(until)) })
      }}
    />
  )
}

/** Nothing of an appliance is told for a time. */
export function SilenceAppliance({
  appliance: { id, name },
  onClose,
}: {
  appliance: { readonly id: string; readonly name: string }
  onClose: () => void
}) {
  const silence = useConsoleOperation('silenceSet')
  return (
    <Until
      title={words.silence.title(name)}
      description={words.silence.text((text) => (
        <PageLink to={paths.appliance(id, { do: 'maintain' })} className="vs-in-text">
          {text}
        </PageLink>
      ))}
      submit={words.silence.submit}
      isBusy={silence.isPending}
      error={silence.error}
      onClose={onClose}
      onSubmit={async (until) => {
        await silence.mutateAsync({ params: { id }, body: { until } })
        toast({ title: words.silence.done(name, exactTime(until)) })
      }}
    />
  )
}

function Until({
  onSubmit,
  error,
  ...dialog
}: {
  title: string
  description: React.ReactNode
  submit: string
  isBusy: boolean
  error: unknown
  onClose: () => void
  onSubmit: (until: number) => Promise<unknown>
}) {
  const form = useForm<{ term: Term }>({ defaultValues: { term: '4' } })
  const send = submitting(form, async ({ term }) => {
    await onSubmit(untilOf(term))
    dialog.onClose()
  })
  return (
    <DialogForm {...dialog} error={errorAbove(form, error)} onSubmit={form.handleSubmit(send)}>
      <ChoiceField control={form.control} name="term" label={words.terms.label} choices={terms} startsHere />
    </DialogForm>
  )
}
