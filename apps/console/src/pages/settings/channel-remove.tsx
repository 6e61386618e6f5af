import { useConsoleOperation } from '../../api/operations.ts'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { toast } from '../../components/toasts.tsx'
import type { Channel } from '@vsnap/console-api/notification.ts'
import { words } from './words.ts'

const { removeChannel } = words

/** Asks before a way of telling people is forgotten: what was typed for it is not kept anywhere else. */
export function RemoveChannel({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const remove = useConsoleOperation(channel === 'mail' ? 'mailRemove' : 'webhookRemove')
  const of = removeChannel.of[channel]
  return (
    <DialogForm
      title={of.title}
      submit={of.submit}
      isDanger
      isBusy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onSubmit={() =>
        remove.mutate(
          {},
          {
            onSuccess: () => {
              toast({ title: removeChannel.done })
              onClose()
            },
          },
        )
      }
    >
      <p>{of.consequences}</p>
    </DialogForm>
  )
}
