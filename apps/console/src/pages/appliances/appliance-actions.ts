import { reasonOf } from '@vsnap/vsnap-api/verdict.ts'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import type { ConsoleOperation } from '@vsnap/console-api/api.ts'
import type { VsnapOperation } from '@vsnap/vsnap-api/api.ts'
import { systemCan } from '@vsnap/vsnap-api/system.rules.ts'
import type { Action } from '../../components/actions.tsx'
import { paths } from '../../paths.ts'

/** The dialogs of an appliance, by their name in the URL. */
export type ApplianceDialog = 'edit' | 'trust' | 'remove'

interface Context {
  readonly refusal: (operation: VsnapOperation | ConsoleOperation) => string | undefined
  readonly open: (dialog: ApplianceDialog) => void
}

/** What can be done with an appliance; the same in the list and on its page. */
export function applianceActions(appliance: Appliance, { refusal, open }: Context): Action[] {
  const init = systemCan.init({ id: appliance.system_id ?? '', init_status: appliance.init_status })
  const known =
    appliance.state === 'online' || appliance.state === 'not-initialised' ? undefined : 'The appliance does not answer.'
  return [
    { label: 'Edit', onSelect: () => open('edit'), refusal: refusal('applianceUpdate') },
    {
      label: 'Initialise',
      to: paths.applianceInitialize(appliance.id),
      refusal: refusal('systemInit') ?? known ?? reasonOf(init),
    },
    {
      label: 'Trust new certificate',
      onSelect: () => open('trust'),
      refusal:
        refusal('applianceUpdate') ??
        (appliance.state === 'certificate-changed' ? undefined : 'The certificate has not changed.'),
    },
    { label: 'Remove', onSelect: () => open('remove'), refusal: refusal('applianceDelete'), danger: true },
  ]
}
