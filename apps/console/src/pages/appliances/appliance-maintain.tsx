import { said } from '../../ui/isolated.ts'
import { useConsoleOperation } from '../../api/operations.ts'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { SelectField } from '../../components/form/choices.tsx'
import { TextField } from '../../components/form/fields.tsx'
import { errorAbove, submitting } from '../../components/form/submit.ts'
import { toast } from '../../components/toasts.tsx'
import { exactTime } from '../../ui/time.ts'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { z } from 'zod'

/** Hours; none ends it. */
const lengths = {
  '0': 'Not any more: it is over',
  '1': 'For an hour',
  '4': 'For 4 hours',
  '24': 'For a day',
  '168': 'For a week',
} as const
type Length = keyof typeof lengths

const secondsNow = () => Math.floor(Date.now() / 1000)

const schema = z.object({ hours: z.enum(Object.keys(lengths) as Length[]), reason: z.string().trim().max(500) })

/** Says that somebody works on an appliance: until then it raises no alerts. */
export function SetMaintenance({ appliance, onClose }: { appliance: Appliance; onClose: () => void }) {
  const maintain = useConsoleOperation('applianceMaintain')
  const now = appliance.maintenance
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { hours: now ? ('0' as Length) : ('1' as Length), reason: now?.reason ?? '' },
  })
  const send = submitting(form, async ({ hours, reason }) => {
    const until = hours === '0' ? null : secondsNow() + Number(hours) * 3600
    await maintain.mutateAsync({ params: { id: appliance.id }, body: { action: 'maintain', until, reason } })
    toast({
      title:
        until === null
          ? said`Maintenance of ${appliance.name} is over`
          : said`${appliance.name} is in maintenance until ${exactTime(until)}`,
    })
    onClose()
  })
  return (
    <DialogForm
      title={said`Maintenance of ${appliance.name}`}
      description="For work on the appliance itself. The console reads it as ever, and everybody sees that somebody works on it. No alert about it is raised; those that are open stay, and nobody is told of them. To have its alerts and not be told of them, silence it where its alerts are."
      submit="Save"
      isBusy={maintain.isPending}
      error={errorAbove(form, maintain.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <SelectField
        control={form.control}
        name="hours"
        label="How long"
        startsHere
        help="What is wrong when the time is over is told then."
        choices={Object.entries(lengths)
          .filter(([hours]) => now || hours !== '0')
          .map(([value, label]) => ({ value, label }))}
      />
      <TextField control={form.control} name="reason" label="Why" help="For the others who look at it." />
    </DialogForm>
  )
}
