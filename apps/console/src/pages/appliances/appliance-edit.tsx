import { useConsoleOperation } from '../../api/operations.ts'
import { bff } from '../../api/queries.ts'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { TextField } from '../../components/form/fields.tsx'
import { errorAbove } from '../../components/form/submit.ts'
import { rereading, useEditing } from '../../components/form/use-editing.ts'
import { toast } from '../../components/toasts.tsx'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import { zodResolver } from '@hookform/resolvers/zod'
import { z } from 'zod'
import { words } from './dialog-words.ts'

const { edit: says } = words

const schema = z.object({
  name: z.string().trim().min(1, says.noName),
  url: z.string().trim().min(1, says.noAddress),
  username: z.string().min(1, says.noUserName),
  password: z.string(),
})

/** Name, address, and account of an appliance. Only what changed is sent: a new name alone makes no connection. */
export function EditAppliance({ appliance, onClose }: { appliance: Appliance; onClose: () => void }) {
  const update = useConsoleOperation('applianceUpdate')
  const { form, opened, changed, sending, isBusy } = useEditing<Appliance, z.output<typeof schema>>({
    what: 'appliance',
    shown: appliance,
    reread: rereading(bff('applianceView', { params: { id: appliance.id } })),
    valuesOf: ({ name, url, username }) => ({ name, url, username, password: '' }),
    tell: ({ name, url, username }) => ({ [says.name]: name, [says.address]: url, [says.userName]: username }),
    resolver: zodResolver(schema),
  })
  const send = sending(async (values, now) => {
    const body = Object.fromEntries(
      Object.entries(values).filter(([key, value]) => value !== '' && value !== now[key as keyof Appliance]),
    )
    if (Object.keys(body).length > 0) {
      const { tried, state } = await update.mutateAsync({ params: { id: appliance.id }, body })
      if (tried !== false) toast({ title: says.done(values.name) })
      else {
        const title = state === 'certificate-changed' ? says.notTrusted(values.name) : says.notReached(values.name)
        toast({ variant: 'warning', title })
      }
    }
    onClose()
  })
  return (
    <DialogForm
      title={says.title(opened.name)}
      description={appliance.state === 'certificate-changed' ? says.certificateChanged : undefined}
      submit={says.submit}
      isBusy={isBusy}
      changed={changed}
      error={errorAbove(form, update.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <TextField control={form.control} name="name" label={says.name} help={says.nameHelp} startsHere isRequired />
      <TextField
        control={form.control}
        name="url"
        label={says.address}
        help={says.addressHelp}
        spellCheck={false}
        isRequired
      />
      <TextField
        control={form.control}
        name="username"
        label={says.userName}
        autoComplete="off"
        spellCheck={false}
        isRequired
      />
      <TextField
        control={form.control}
        name="password"
        label={says.password}
        type="password"
        autoComplete="new-password"
        help={says.passwordHelp}
      />
    </DialogForm>
  )
}
