import { useConsoleOperation } from '../../api/operations.ts'
import { useRefusal } from '../../api/person.ts'
import type { Action } from '../../components/actions.tsx'
import { toast } from '../../components/toasts.tsx'
import { said } from '../../ui/isolated.ts'
import type { Alert } from '@vsnap/console-api/alert.ts'

/** The dialogs of an alert, by their name in the URL. */
export type AlertDialog = 'snooze' | 'silence'

/** What can be done about an alert, besides what helps: look after it, or not hear of it for a time. */
export function useAlertActions(): (alert: Alert, open: (dialog: AlertDialog) => void) => Action[] {
  const refusal = useRefusal()
  const acknowledge = useConsoleOperation('alertAcknowledge')
  const wake = useConsoleOperation('alertWake')
  const ended = (title: string) => ({
    onSuccess: () => toast({ title }),
    onError: ({ message }: Error) => toast({ variant: 'danger', title: `Nothing was changed: ${message}` }),
  })
  return (alert, open) => {
    const { id, appliance, acknowledged_by: by } = alert
    const over = alert.time_cleared === null ? undefined : 'It is over already.'
    const params = { id }
    return [
      {
        label: 'Acknowledge',
        refusal: refusal('alertAcknowledge') ?? over ?? (by === null ? undefined : `${by} looks after it.`),
        onSelect: () => acknowledge.mutate({ params, body: { action: 'acknowledge' } }, ended('You look after it now')),
      },
      alert.snoozed_until === null
        ? { label: 'Snooze', refusal: refusal('alertSnooze') ?? over, onSelect: () => open('snooze') }
        : {
            label: 'Wake',
            refusal: refusal('alertWake') ?? over,
            onSelect: () => wake.mutate({ params, body: { action: 'wake' } }, ended('It is told again')),
          },
      ...(appliance
        ? [
            {
              label: said`Silence ${appliance.name}`,
              refusal: refusal('silenceSet') ?? over,
              onSelect: () => open('silence'),
            },
          ]
        : []),
    ]
  }
}
