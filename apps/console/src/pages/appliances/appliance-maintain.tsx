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
import { words } from './dialog-words.ts'

const { maintain: says } = words

/** Hours; none ends it. */
const lengths = ['0', '1', '4', '24', '168'] as const
type Length = (typeof lengths)[number]

const secondsNow = () => Math.floor(Date.now() / 1000)

const schema = z.object({ hours: z.enum(lengths), reason: z.string().trim().max(500) })

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
      title: until === null ? says.over(appliance.name) : says.until(appliance.name, exactTime(until)),
    })
    onClose()
  })
  return (
    <DialogForm
      title={says.title(appliance.name)}
      description={says.text}
      submit={says.submit}
      isBusy={maintain.isPending}
      error={errorAbove(form, maintain.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <SelectField
        control={form.control}
        name="hours"
        label={says.howLong}
        startsHere
        help={says.howLongHelp}
        choices={lengths
          .filter((hours) => now || hours !== '0')
          .map((hours) => ({ value: hours, label: says.lengths[hours] }))}
      />
      <TextField control={form.control} name="reason" label={says.why} help={says.whyHelp} />
    </DialogForm>
  )
}
