import type { VsnapOperation } from '@vsnap/vsnap-api/api.ts'
import type { Verdict } from '@vsnap/vsnap-api/verdict.ts'
import { volumeCan } from '@vsnap/vsnap-api/volume.rules.ts'
import type { VolumeSummary } from '@vsnap/vsnap-api/volume.ts'
import type { Action } from '../../components/actions.tsx'

/** The dialogs of a volume, by their name in the URL. */
export type VolumeDialog = 'snapshot' | 'rename' | 'resize' | 'delete'

interface Context {
  readonly refusal: (operation: VsnapOperation) => string | undefined
  readonly open: (dialog: VolumeDialog) => void
  /** Whether it may be deleted, where that is known already; else the dialog finds out. */
  readonly deletion?: Verdict | undefined
}

const reason = (verdict: Verdict | undefined) => (verdict === undefined || verdict.ok ? undefined : verdict.reason)

/** What can be done with a volume, by the name of its dialog; the same words in the list, on its page and in its settings. */
export function volumeActions(
  volume: VolumeSummary,
  { refusal, open, deletion }: Context,
): Readonly<Record<VolumeDialog, Action>> {
  // A size that every other rule allows: what is left is whether this kind has a size of its own at all.
  const resizable = volumeCan.resize(volume, volume.size_total ?? null, undefined)
  return {
    snapshot: {
      label: 'Create snapshot',
      onSelect: () => open('snapshot'),
      refusal: refusal('snapshotCreate') ?? reason(volumeCan.snapshot(volume)),
    },
    rename: { label: 'Rename', onSelect: () => open('rename'), refusal: refusal('volumeUpdate') },
    resize: {
      label: 'Resize',
      onSelect: () => open('resize'),
      refusal: refusal('volumeUpdate') ?? (volume.volume_type === 'filebackedlun' ? reason(resizable) : undefined),
    },
    delete: {
      label: 'Delete',
      onSelect: () => open('delete'),
      refusal: refusal('volumeDelete') ?? reason(deletion),
      danger: true,
    },
  }
}
