import { useConsoleOperation } from '../../api/operations.ts'
import { bff } from '../../api/queries.ts'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { TextField } from '../../components/form/fields.tsx'
import { errorAbove } from '../../components/form/submit.ts'
import { rereading, useEditing } from '../../components/form/use-editing.ts'
import { toast } from '../../components/toasts.tsx'
import { consoleApi } from '@vsnap/console-api/api.ts'
import type { WebhookSettings } from '@vsnap/console-api/notification.ts'
import { zodResolver } from '@hookform/resolvers/zod'
import { z } from 'zod'
import { words } from './words.ts'

const { url, secret } = consoleApi.webhookSet.body.shape
const schema = z.object({ url, secret: z.union([z.literal(''), secret.unwrap()]) })
type Values = z.output<typeof schema>

/** Which program is told, and how it knows that it is us. */
export function WebhookForm({ webhook, onClose }: { webhook: WebhookSettings | null; onClose: () => void }) {
  const set = useConsoleOperation('webhookSet')
  const read = rereading(bff('notificationView'))
  const { form, changed, sending, isBusy } = useEditing<WebhookSettings | null, Values>({
    what: 'setting',
    shown: webhook,
    reread: () => read().then((now) => now.webhook),
    valuesOf: (now) => ({ url: now?.url ?? '', secret: '' }),
    tell: (now) => ({ [words.webhook.address]: now?.url ?? '' }),
    resolver: zodResolver(schema),
  })
  const send = sending(async (values) => {
    await set.mutateAsync({ body: { url: values.url, ...(values.secret === '' ? {} : { secret: values.secret }) } })
    toast({ title: words.webhook.done })
    onClose()
  })
  return (
    <DialogForm
      title={words.webhook.title}
      description={words.webhook.description}
      submit={words.webhook.submit}
      isBusy={isBusy}
      changed={changed}
      error={errorAbove(form, set.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <TextField
        control={form.control}
        name="url"
        label={words.webhook.address}
        type="url"
        placeholder={words.webhook.addressExample}
        autoComplete="off"
        startsHere
        isRequired
      />
      <TextField
        control={form.control}
        name="secret"
        label={words.webhook.secret}
        type="password"
        autoComplete="new-password"
        help={webhook?.has_secret ? words.webhook.secretKept : words.webhook.secretHelp}
      />
    </DialogForm>
  )
}
