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
    tell: (now) => ({ Address: now?.url ?? '' }),
    resolver: zodResolver(schema),
  })
  const send = sending(async (values) => {
    await set.mutateAsync({ body: { url: values.url, ...(values.secret === '' ? {} : { secret: values.secret }) } })
    toast({ title: 'The webhook is set up. Send a test call, to see that it arrives.' })
    onClose()
  })
  return (
    <DialogForm
      title="Webhook"
      description="It is posted JSON. Redirects are not followed, and what it answers is not read."
      submit="Save"
      isBusy={isBusy}
      changed={changed}
      error={errorAbove(form, set.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <TextField
        control={form.control}
        name="url"
        label="Address"
        type="url"
        placeholder="https://"
        autoComplete="off"
        startsHere
        isRequired
      />
      <TextField
        control={form.control}
        name="secret"
        label="Secret"
        type="password"
        autoComplete="new-password"
        help={`What it is signed with, at least 16 characters. ${webhook?.has_secret ? 'Leave it empty to keep the one that is set.' : 'Empty: not signed.'}`}
      />
    </DialogForm>
  )
}
