import { reasonOf } from '@vsnap/vsnap-api/verdict.ts'
import { answers, type Appliance } from '@vsnap/console-api/appliance.ts'
import type { ConsoleOperation } from '@vsnap/console-api/api.ts'
import type { VsnapOperation } from '@vsnap/vsnap-api/api.ts'
import { systemCan } from '@vsnap/vsnap-api/system.rules.ts'
import type { Action } from '../../components/actions.tsx'
import { paths } from '../../paths.ts'
import { words } from './words.ts'

const { actions } = words

// What is asked for now and then loads then.
const saveReport = async (appliance: Appliance) => (await import('./system-report.ts')).saveSystemReport(appliance)

/** The dialogs of an appliance, by their name in the URL. */
export type ApplianceDialog = 'edit' | 'trust' | 'describe' | 'maintain' | 'remove'

interface Context {
  readonly refusal: (operation: VsnapOperation | ConsoleOperation) => string | undefined
  readonly open: (dialog: ApplianceDialog) => void
  /** Asks it now. */
  readonly look: () => void
}

/** What can be done with an appliance; the same in the list and on its page. */
export function applianceActions(appliance: Appliance, { refusal, open, look }: Context): Action[] {
  const init = systemCan.init({ id: appliance.system_id ?? '', init_status: appliance.init_status })
  const known = answers(appliance.state) || appliance.state === 'maintenance' ? undefined : actions.silent
  return [
    { label: actions.look, onSelect: look, refusal: refusal('applianceLook') },
    { label: actions.edit, onSelect: () => open('edit'), refusal: refusal('applianceUpdate') },
    { label: actions.describe, onSelect: () => open('describe'), refusal: refusal('applianceDescribe') },
    {
      label: actions.initialise,
      to: paths.applianceInitialize(appliance.id),
      refusal: refusal('systemInit') ?? known ?? reasonOf(init),
    },
    {
      label: actions.trust,
      onSelect: () => open('trust'),
      refusal:
        refusal('applianceUpdate') ?? (appliance.state === 'certificate-changed' ? undefined : actions.sameCertificate),
    },
    {
      label: appliance.maintenance ? actions.changeMaintenance : actions.setMaintenance,
      onSelect: () => open('maintain'),
      refusal: refusal('applianceMaintain'),
    },
    { label: actions.report, onSelect: () => void saveReport(appliance), refusal: refusal('systemReport') },
    { label: actions.remove, onSelect: () => open('remove'), refusal: refusal('applianceDelete'), danger: true },
  ]
}
