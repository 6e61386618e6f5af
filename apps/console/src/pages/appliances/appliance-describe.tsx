import { useConsoleOperation } from '../../api/operations.ts'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { TextField } from '../../components/form/fields.tsx'
import { errorAbove, submitting } from '../../components/form/submit.ts'
import { toast } from '../../components/toasts.tsx'
import { said } from '../../ui/isolated.ts'
import { label, type Appliance } from '@vsnap/console-api/appliance.ts'
import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { z } from 'zod'

const words = (text: string) => text.split(/[\s,]+/).filter((word) => word !== '')

const schema = z.object({
  labels: z.string().refine((text) => words(text).every((word) => label.safeParse(word).success), {
    message: 'Write each as name=value, with a space between two: site=fra env=prod',
  }),
  notes: z.string().max(20_000, 'At most 20,000 letters'),
})

/** How people tell an appliance apart, and what they should know of it. */
export function DescribeAppliance({ appliance, onClose }: { appliance: Appliance; onClose: () => void }) {
  const describe = useConsoleOperation('applianceDescribe')
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { labels: appliance.labels.join(' '), notes: appliance.notes },
  })
  const send = submitting(form, async ({ labels, notes }) => {
    await describe.mutateAsync({ params: { id: appliance.id }, body: { labels: words(labels), notes } })
    toast({ title: said`Labels and notes of ${appliance.name} saved` })
    onClose()
  })
  return (
    <DialogForm
      title={said`Labels and notes of ${appliance.name}`}
      submit="Save"
      isBusy={describe.isPending}
      error={errorAbove(form, describe.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <TextField
        control={form.control}
        name="labels"
        label="Labels"
        help="As name=value, with a space between two: site=fra env=prod. The list of appliances finds them."
        spellCheck={false}
        startsHere
      />
      <TextField control={form.control} name="notes" label="Notes" help="In Markdown, for everybody here." rows={8} />
    </DialogForm>
  )
}
