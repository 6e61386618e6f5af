import type { VsnapOperation } from '@vsnap/vsnap-api/api.ts'
import type { Action } from '../../components/actions.tsx'
import { words } from './words.ts'

export type ShareDialog = 'edit' | 'delete'

interface Context {
  readonly refusal: (operation: VsnapOperation) => string | undefined
  readonly open: (dialog: ShareDialog) => void
}

/** What can be done with a share; the same in the list and on its page. */
export function shareActions({ refusal, open }: Context): Action[] {
  return [
    { label: words.actions.edit, onSelect: () => open('edit'), refusal: refusal('shareUpdate') },
    { label: words.actions.delete, onSelect: () => open('delete'), refusal: refusal('shareDelete'), danger: true },
  ]
}
