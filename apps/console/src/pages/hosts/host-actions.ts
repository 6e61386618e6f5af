import type { VsnapOperation } from '@vsnap/vsnap-api/api.ts'
import type { Action } from '../../components/actions.tsx'
import { paths } from '../../paths.ts'
import { words } from './words.tsx'

export type HostDialog = 'edit' | 'unmap' | 'delete'

interface Context {
  readonly applianceId: string
  readonly hostId: string
  readonly refusal: (operation: VsnapOperation) => string | undefined
  readonly open: (dialog: HostDialog) => void
}

/** What can be done with a host; the same in the list and on its page. */
export function hostActions({ applianceId, hostId, refusal, open }: Context): Action[] {
  return [
    { label: words.actions.edit, onSelect: () => open('edit'), refusal: refusal('hostUpdate') },
    {
      label: words.actions.map,
      to: paths.hostMap({ appliance: applianceId, host: hostId }),
      refusal: refusal('hostMap'),
    },
    { label: words.actions.delete, onSelect: () => open('delete'), refusal: refusal('hostDelete'), danger: true },
  ]
}
