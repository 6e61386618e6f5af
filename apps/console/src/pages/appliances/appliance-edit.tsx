import { useConsoleOperation } from '../../api/operations.ts'
import { bff } from '../../api/queries.ts'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { TextField } from '../../components/form/fields.tsx'
import { errorAbove } from '../../components/form/submit.ts'
import { rereading, useEditing } from '../../components/form/use-editing.ts'
import { toast } from '../../components/toasts.tsx'
import { said } from '../../ui/isolated.ts'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import { zodResolver } from '@hookform/resolvers/zod'
import { z } from 'zod'

const schema = z.object({
  name: z.string().trim().min(1, 'Enter a name'),
  url: z.string().trim().min(1, 'Enter an address'),
  username: z.string().min(1, 'Enter a user name'),
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
    tell: ({ name, url, username }) => ({ Name: name, Address: url, 'User name': username }),
    resolver: zodResolver(schema),
  })
  const send = sending(async (values, now) => {
    const body = Object.fromEntries(
      Object.entries(values).filter(([key, value]) => value !== '' && value !== now[key as keyof Appliance]),
    )
    if (Object.keys(body).length > 0) {
      await update.mutateAsync({ params: { id: appliance.id }, body })
      toast({ title: said`Appliance ${values.name} changed` })
    }
    onClose()
  })
  return (
    <DialogForm
      title={said`Edit ${opened.name}`}
      submit="Save"
      isBusy={isBusy}
      changed={changed}
      error={errorAbove(form, update.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <TextField
        control={form.control}
        name="name"
        label="Name"
        help="As the console shows it; the appliance does not learn it."
        startsHere
        isRequired
      />
      <TextField
        control={form.control}
        name="url"
        label="Address"
        help="The port is 8900 when none is given."
        spellCheck={false}
        isRequired
      />
      <TextField
        control={form.control}
        name="username"
        label="User name"
        autoComplete="off"
        spellCheck={false}
        isRequired
      />
      <TextField
        control={form.control}
        name="password"
        label="Password"
        type="password"
        autoComplete="new-password"
        help="Leave it empty to keep the one that is stored."
      />
    </DialogForm>
  )
}
