import { useConsoleOperation } from '../../api/operations.ts'
import { bff } from '../../api/queries.ts'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { ChoiceField } from '../../components/form/choices.tsx'
import { TextField } from '../../components/form/fields.tsx'
import { errorAbove, submitting } from '../../components/form/submit.ts'
import { rereading, useEditing } from '../../components/form/use-editing.ts'
import { toast } from '../../components/toasts.tsx'
import { said } from '../../ui/isolated.ts'
import { consoleApi } from '@vsnap/console-api/api.ts'
import type { User } from '@vsnap/console-api/user.ts'
import { roles, type Role } from '@vsnap/contract/endpoint.ts'
import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { z } from 'zod'

const meanings: Readonly<Record<Role, string>> = {
  viewer: 'Sees everything, changes nothing',
  operator: 'Changes volumes, snapshots, shares, hosts, replication',
  admin: 'Everything: appliances, pools, networks, people',
}
const roleChoices = roles.map((value) => ({ value, label: value, help: meanings[value] }))

/** A new person. */
export function AddPerson({ onClose }: { onClose: () => void }) {
  const create = useConsoleOperation('userCreate')
  const form = useForm({
    resolver: zodResolver(consoleApi.userCreate.body),
    defaultValues: { name: '', password: '', role: 'viewer' as Role },
  })
  const send = submitting(form, async (body) => {
    await create.mutateAsync({ body })
    toast({ title: said`${body.name} may log in as ${body.role}` })
    onClose()
  })
  return (
    <DialogForm
      title="Add person"
      submit="Add"
      isBusy={create.isPending}
      error={errorAbove(form, create.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <TextField
        control={form.control}
        name="name"
        label="User name"
        autoComplete="off"
        spellCheck={false}
        startsHere
        isRequired
      />
      <TextField
        control={form.control}
        name="password"
        label="Password"
        type="password"
        autoComplete="new-password"
        help="At least 8 characters. Tell it to the person on a safe way."
        isRequired
      />
      <ChoiceField control={form.control} name="role" label="Role" choices={roleChoices} />
    </DialogForm>
  )
}

const change = z.object({
  role: z.enum(roles),
  password: z.union([z.literal(''), z.string().min(8, 'expected at least 8 characters')]),
})

/** Another role or password; the person has to log in again. */
export function EditPerson({ person, onClose }: { person: User; onClose: () => void }) {
  const update = useConsoleOperation('userUpdate')
  const readList = rereading(bff('userList'))
  const { form, changed, sending, isBusy } = useEditing<User, z.output<typeof change>>({
    what: 'person',
    shown: person,
    reread: () => readList().then(({ users }) => users.find(({ name }) => name === person.name)),
    valuesOf: ({ role }) => ({ role, password: '' }),
    tell: ({ role }) => ({ Role: role }),
    resolver: zodResolver(change),
  })
  const send = sending(async ({ role, password }, now) => {
    const body = { ...(role === now.role ? {} : { role }), ...(password === '' ? {} : { password }) }
    if (Object.keys(body).length > 0) {
      await update.mutateAsync({ params: { name: person.name }, body })
      toast({ title: said`${person.name} is changed, and has to log in again` })
    }
    onClose()
  })
  return (
    <DialogForm
      title={said`Change ${person.name}`}
      description="Ends the person's sessions."
      submit="Save"
      isBusy={isBusy}
      changed={changed}
      error={errorAbove(form, update.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <ChoiceField control={form.control} name="role" label="Role" choices={roleChoices} />
      <TextField
        control={form.control}
        name="password"
        label="New password"
        type="password"
        autoComplete="new-password"
        help="Leave it empty to keep the one that they have."
      />
    </DialogForm>
  )
}
