import { useConsoleOperation } from '../../api/operations.ts'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { TextField } from '../../components/form/fields.tsx'
import { errorAbove, submitting } from '../../components/form/submit.ts'
import { toast } from '../../components/toasts.tsx'
import { label, type Appliance } from '@vsnap/console-api/appliance.ts'
import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { words } from './dialog-words.ts'

const { describe: says } = words

const labelsIn = (text: string) => text.split(/[\s,]+/).filter((part) => part !== '')

const schema = z.object({
  labels: z.string().refine((text) => labelsIn(text).every((each) => label.safeParse(each).success), {
    message: says.labelsWrong,
  }),
  notes: z.string().max(20_000, says.notesTooLong),
})

/** How people tell an appliance apart, and what they should know of it. */
export function DescribeAppliance({ appliance, onClose }: { appliance: Appliance; onClose: () => void }) {
  const describe = useConsoleOperation('applianceDescribe')
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { labels: appliance.labels.join(' '), notes: appliance.notes },
  })
  const send = submitting(form, async ({ labels, notes }) => {
    await describe.mutateAsync({ params: { id: appliance.id }, body: { labels: labelsIn(labels), notes } })
    toast({ title: says.done(appliance.name) })
    onClose()
  })
  return (
    <DialogForm
      title={says.title(appliance.name)}
      submit={says.submit}
      isBusy={describe.isPending}
      error={errorAbove(form, describe.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <TextField
        control={form.control}
        name="labels"
        label={says.labels}
        help={says.labelsHelp}
        spellCheck={false}
        startsHere
      />
      <TextField control={form.control} name="notes" label={says.notes} help={says.notesHelp} rows={8} />
    </DialogForm>
  )
}
