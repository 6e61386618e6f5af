import { useConsoleOperation } from '../../api/operations.ts'
import { errorText } from '../../api/errors.ts'
import { toast } from '../../components/toasts.tsx'
import { applianceStateWord as stateWord } from '@vsnap/console-api/appliance.ts'

/** Asks an appliance now, however long it would have been left alone, and says how it is. */
export function useLook(): (id: string) => void {
  const { mutate } = useConsoleOperation('applianceLook')
  return (id) =>
    mutate(
      { params: { id }, body: { action: 'look' } },
      {
        onSuccess: (appliance) =>
          toast({ title: `${appliance.name}: ${appliance.error?.message ?? stateWord(appliance)}` }),
        onError: (error) => toast({ variant: 'danger', title: errorText(error).message }),
      },
    )
}
