import { useConsoleOperation } from '../../api/operations.ts'
import { bff } from '../../api/queries.ts'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { ChoiceField } from '../../components/form/choices.tsx'
import { TextField } from '../../components/form/fields.tsx'
import { errorAbove, submitting } from '../../components/form/submit.ts'
import { rereading, useEditing } from '../../components/form/use-editing.ts'
import { toast } from '../../components/toasts.tsx'
import { consoleApi } from '@vsnap/console-api/api.ts'
import type { User } from '@vsnap/console-api/user.ts'
import { roles, type Role } from '@vsnap/contract/endpoint.ts'
import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { words } from './words.ts'

const { addPerson, editPerson } = words

const roleChoices = roles.map((value) => ({ value, label: value, help: words.person.roles[value] }))

/** A new person. */
export function AddPerson({ onClose }: { onClose: () => void }) {
  const create = useConsoleOperation('userCreate')
  const form = useForm({
    resolver: zodResolver(consoleApi.userCreate.body),
    defaultValues: { name: '', password: '', role: 'viewer' as Role },
  })
  const send = submitting(form, async (body) => {
    await create.mutateAsync({ body })
    toast({ title: addPerson.done(body.name, body.role) })
    onClose()
  })
  return (
    <DialogForm
      title={addPerson.title}
      submit={addPerson.submit}
      isBusy={create.isPending}
      error={errorAbove(form, create.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <TextField
        control={form.control}
        name="name"
        label={words.person.userName}
        autoComplete="off"
        spellCheck={false}
        startsHere
        isRequired
      />
      <TextField
        control={form.control}
        name="password"
        label={addPerson.password}
        type="password"
        autoComplete="new-password"
        help={addPerson.passwordHelp}
        isRequired
      />
      <ChoiceField control={form.control} name="role" label={words.person.role} choices={roleChoices} />
    </DialogForm>
  )
}

const change = z.object({
  role: z.enum(roles),
  password: z.union([z.literal(''), z.string().min(8, editPerson.passwordTooShort)]),
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
    tell: ({ role }) => ({ [words.person.role]: role }),
    resolver: zodResolver(change),
  })
  const send = sending(async ({ role, password }, now) => {
    const body = { ...(role === now.role ? {} : { role }), ...(password === '' ? {} : { password }) }
    if (Object.keys(body).length > 0) {
      await update.mutateAsync({ params: { name: person.name }, body })
      toast({ title: editPerson.done(person.name) })
    }
    onClose()
  })
  return (
    <DialogForm
      title={editPerson.title(person.name)}
      description={editPerson.description}
      submit={editPerson.submit}
      isBusy={isBusy}
      changed={changed}
      error={errorAbove(form, update.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <ChoiceField control={form.control} name="role" label={words.person.role} choices={roleChoices} />
      <TextField
        control={form.control}
        name="password"
        label={editPerson.password}
        type="password"
        autoComplete="new-password"
        help={editPerson.passwordHelp}
      />
    </DialogForm>
  )
}
