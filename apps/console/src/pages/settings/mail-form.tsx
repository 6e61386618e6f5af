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
import { words } from './words.ts'

const { host, port, from, to } = consoleApi.mailSet.body.shape
/** As it is typed: recipients one a line, or with commas between them. */
const addresses = (text: string) => text.split(/[\s,;]+/).filter((one) => one !== '')
const takes = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success

const schema = z.object({
  host,
  port: z.string().refine((text) => takes(port, Number(text)), words.mail.portWrong),
  security: z.enum(mailSecurities),
  username: z.string().max(256),
  password: z.string(),
  from,
  to: z.string().refine((text) => takes(to, addresses(text)), words.mail.toWrong),
  ca: z.string(),
})
type Values = z.output<typeof schema>

const securityChoices = (['starttls', 'tls', 'none'] satisfies MailSecurity[]).map((value) => ({
  value,
  label: words.mail.encryptions[value],
}))

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
    tell: (now) => ({ [words.mail.mail]: now ? mailWords(now) : words.mail.none }),
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
    toast({ title: words.mail.done })
    onClose()
  })
  const { control } = form
  return (
    <DialogForm
      title={words.mail.title}
      submit={words.mail.submit}
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
          label={words.mail.server}
          autoComplete="off"
          spellCheck={false}
          startsHere
          isRequired
        />
        <TextField control={control} name="port" label={words.mail.port} autoComplete="off" isRequired />
      </div>
      <SelectField control={control} name="security" label={words.mail.encryption} choices={securityChoices} />
      <div className="vs-pair">
        <TextField
          control={control}
          name="username"
          label={words.mail.userName}
          help={words.mail.userNameHelp}
          autoComplete="off"
          spellCheck={false}
        />
        <TextField
          control={control}
          name="password"
          label={words.mail.password}
          type="password"
          autoComplete="new-password"
          help={mail?.has_password ? words.mail.passwordKept : undefined}
        />
      </div>
      <TextField
        control={control}
        name="from"
        label={words.mail.from}
        autoComplete="off"
        spellCheck={false}
        isRequired
      />
      <TextField
        control={control}
        name="to"
        label={words.mail.to}
        help={words.mail.toHelp}
        rows={3}
        spellCheck={false}
        isRequired
      />
      <TextField
        control={control}
        name="ca"
        label={words.mail.certificate}
        help={words.mail.certificateHelp}
        rows={3}
        spellCheck={false}
      />
    </DialogForm>
  )
}
