import { useConsoleOperation } from '../api/operations.ts'
import type { Person } from '@vsnap/console-api/session.ts'
import { Button, Form } from '@patternfly/react-core'
import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { ErrorAlert } from './ErrorAlert.tsx'
import { TextField } from './form/fields.tsx'
import { submitting } from './form/submit.ts'
import { words } from './log-in-words.ts'

const schema = z.object({
  username: z.string().min(1, words.userNameMissing),
  password: z.string().min(1, words.passwordMissing),
})

/** User name and password; on the log-in page, and over a page whose session has ended. */
export function LogInForm({
  username = '',
  onLoggedIn,
}: {
  username?: string
  onLoggedIn: (person: Person) => unknown
}) {
  const logIn = useConsoleOperation('sessionCreate')
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { username, password: '' } })
  const send = submitting(form, async (body) => onLoggedIn((await logIn.mutateAsync({ body })).user))
  return (
    <Form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void form.handleSubmit(send)(event)
      }}
    >
      <ErrorAlert error={logIn.error} title={words.failed} />
      <TextField
        control={form.control}
        name="username"
        label={words.userName}
        autoComplete="username"
        startsHere={username === ''}
        spellCheck={false}
        isRequired
      />
      <TextField
        control={form.control}
        name="password"
        label={words.password}
        type="password"
        autoComplete="current-password"
        startsHere={username !== ''}
        isRequired
      />
      <Button type="submit" variant="primary" isBlock isLoading={logIn.isPending} isDisabled={logIn.isPending}>
        {words.submit}
      </Button>
    </Form>
  )
}
