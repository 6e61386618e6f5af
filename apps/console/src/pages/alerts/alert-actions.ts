import { useConsoleOperation } from '../../api/operations.ts'
import { useRefusal } from '../../api/person.ts'
import type { Action } from '../../components/actions.tsx'
import { toast } from '../../components/toasts.tsx'
import type { Alert } from '@vsnap/console-api/alert.ts'
import { words } from './words.tsx'

const { actions } = words

/** The dialogs of an alert, by their name in the URL. */
export type AlertDialog = 'snooze' | 'silence'

/** What can be done about an alert, besides what helps: look after it, or not hear of it for a time. */
export function useAlertActions(): (alert: Alert, open: (dialog: AlertDialog) => void) => Action[] {
  const refusal = useRefusal()
  const acknowledge = useConsoleOperation('alertAcknowledge')
  const wake = useConsoleOperation('alertWake')
  const ended = (title: string) => ({
    onSuccess: () => toast({ title }),
    onError: ({ message }: Error) => toast({ variant: 'danger', title: words.failed(message) }),
  })
  return (alert, open) => {
    const { id, appliance, acknowledged_by: by } = alert
    const over = alert.time_cleared === null ? undefined : actions.over
    const params = { id }
    return [
      {
        label: actions.acknowledge,
        refusal: refusal('alertAcknowledge') ?? over ?? (by === null ? undefined : actions.acknowledgedBy(by)),
        onSelect: () => acknowledge.mutate({ params, body: { action: 'acknowledge' } }, ended(actions.acknowledged)),
      },
      alert.snoozed_until === null
        ? { label: actions.snooze, refusal: refusal('alertSnooze') ?? over, onSelect: () => open('snooze') }
        : {
            label: actions.wake,
            refusal: refusal('alertWake') ?? over,
            onSelect: () => wake.mutate({ params, body: { action: 'wake' } }, ended(actions.woken)),
          },
      ...(appliance
        ? [
            {
              label: actions.silence(appliance.name),
              refusal: refusal('silenceSet') ?? over,
              onSelect: () => open('silence'),
            },
          ]
        : []),
    ]
  }
}
