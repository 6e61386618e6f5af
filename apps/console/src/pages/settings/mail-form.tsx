import { useConsoleOperation } from '../../api/operations.ts'
import { bff } from '../../api/queries.ts'
import { SelectField } from '../../components/form/choices.tsx'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { TextField } from '../../components/form/fields.tsx'
import { errorAbove } from '../../components/form/submit.ts'
import { rereading, useEditing } from '../../components/form/use-editing.ts'
import { toast } from '../../components/toasts.tsx'
import { consoleApi } from '@vsnap/console-api/api.ts'
import { mailSecurities, type MailSecurity, type MailSettings } from '@vsnap/console-api/notification.ts'
import { zodResolver } from '@hookform/resolvers/zod'
import { z } from 'zod'
import { mailWords } from './notification-words.ts'

const { host, port, from, to } = consoleApi.mailSet.body.shape
/** As it is typed: recipients one a line, or with commas between them. */
const addresses = (text: string) => text.split(/[\s,;]+/).filter((one) => one !== '')
const takes = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success

const schema = z.object({
  host,
  port: z.string().refine((text) => takes(port, Number(text)), 'expected a port, 587'),
  security: z.enum(mailSecurities),
  username: z.string().max(256),
  password: z.string(),
  from,
  to: z.string().refine((text) => takes(to, addresses(text)), 'expected e-mail addresses, one a line'),
  ca: z.string(),
})
type Values = z.output<typeof schema>

const securityChoices: { value: MailSecurity; label: string }[] = [
  { value: 'starttls', label: 'STARTTLS (mostly port 587)' },
  { value: 'tls', label: 'TLS from the start (mostly port 465)' },
  { value: 'none', label: 'None: whoever listens can read it' },
]

const valuesOf = (mail: MailSettings | null): Values => ({
  host: mail?.host ?? '',
  port: String(mail?.port ?? 587),
  security: mail?.security ?? 'starttls',
  username: mail?.username ?? '',
  password: '',
  from: mail?.from ?? '',
  to: mail?.to.join('\n') ?? '',
  ca: mail?.ca ?? '',
})

/** By which mail server, and to whom. */
export function MailForm({ mail, onClose }: { mail: MailSettings | null; onClose: () => void }) {
  const set = useConsoleOperation('mailSet')
  const read = rereading(bff('notificationView'))
  const { form, changed, sending, isBusy } = useEditing<MailSettings | null, Values>({
    what: 'setting',
    shown: mail,
    reread: () => read().then((now) => now.mail),
    valuesOf,
    tell: (now) => ({ Mail: now ? mailWords(now) : 'none' }),
    resolver: zodResolver(schema),
  })
  const send = sending(async ({ username, password, port: text, to: lines, ca, ...values }) => {
    await set.mutateAsync({
      body: {
        ...values,
        port: Number(text),
        username: username === '' ? null : username,
        to: addresses(lines),
        ca: ca.trim() === '' ? null : ca,
        ...(password === '' ? {} : { password }),
      },
    })
    toast({ title: 'Mail is set up. Send a test, to see that it arrives.' })
    onClose()
  })
  const { control } = form
  return (
    <DialogForm
      title="Mail"
      submit="Save"
      isWide
      isBusy={isBusy}
      changed={changed}
      error={errorAbove(form, set.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <div className="vs-pair">
        <TextField
          control={control}
          name="host"
          label="Mail server"
          autoComplete="off"
          spellCheck={false}
          startsHere
          isRequired
        />
        <TextField control={control} name="port" label="Port" autoComplete="off" isRequired />
      </div>
      <SelectField control={control} name="security" label="Encryption" choices={securityChoices} />
      <div className="vs-pair">
        <TextField
          control={control}
          name="username"
          label="User name"
          help="Empty when the server wants to know nobody."
          autoComplete="off"
          spellCheck={false}
        />
        <TextField
          control={control}
          name="password"
          label="Password"
          type="password"
          autoComplete="new-password"
          help={mail?.has_password ? 'Leave it empty to keep the one that is set.' : undefined}
        />
      </div>
      <TextField control={control} name="from" label="From" autoComplete="off" spellCheck={false} isRequired />
      <TextField
        control={control}
        name="to"
        label="To"
        help="One address a line."
        rows={3}
        spellCheck={false}
        isRequired
      />
      <TextField
        control={control}
        name="ca"
        label="Certificate of its CA"
        help="PEM, only when no public authority vouches for the mail server."
        rows={3}
        spellCheck={false}
      />
    </DialogForm>
  )
}
