import type { Appliance } from '@vsnap/console-api/appliance.ts'
import { useConsoleOperation } from '../../api/operations.ts'
import { errorText } from '../../api/errors.ts'
import { toast } from '../../components/toasts.tsx'
import { words } from './words.ts'

const { look } = words

/** Milliseconds after which who waits for an answer is told that it is being waited for. */
const patience = 1_000

/** Asks an appliance now, however long it would have been left alone, and says how it is. */
export function useLook(): (appliance: Appliance) => void {
  const { mutateAsync } = useConsoleOperation('applianceLook')
  return (before) => {
    const waiting = setTimeout(() => toast({ variant: 'info', title: look.waiting(before.name) }), patience)
    // By the promise, which ends also after the page was left, or somebody else was asked: a silent one takes its time.
    mutateAsync({ params: { id: before.id }, body: { action: 'look' } })
      .finally(() => clearTimeout(waiting))
      .then(
        async (now) => toast((await import('./look-words.ts')).lookWords(before, now)),
        (error: unknown) => toast({ variant: 'danger', title: look.failed(before.name, errorText(error).message) }),
      )
  }
}
