import { useConsoleOperation } from '../../api/operations.ts'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { toast } from '../../components/toasts.tsx'
import type { Channel } from '@vsnap/console-api/notification.ts'

/** Asks before a way of telling people is forgotten: what was typed for it is not kept anywhere else. */
export function RemoveChannel({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const remove = useConsoleOperation(channel === 'mail' ? 'mailRemove' : 'webhookRemove')
  return (
    <DialogForm
      title={`Remove ${channel}?`}
      submit={`Remove ${channel}`}
      isDanger
      isBusy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onSubmit={() =>
        remove.mutate(
          {},
          {
            onSuccess: () => {
              toast({ title: 'Nobody is told on this way any more' })
              onClose()
            },
          },
        )
      }
    >
      <p>
        What is set up is forgotten, with its {channel === 'mail' ? 'password' : 'secret'}. Messages that wait are not
        sent{channel === 'mail' ? ', and no daily report' : ''}.
      </p>
    </DialogForm>
  )
}
