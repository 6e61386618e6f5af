import type { VsnapOperation } from '@vsnap/vsnap-api/api.ts'
import { relationshipCan, whileReplicated } from '@vsnap/vsnap-api/relationship.rules.ts'
import type { Relationship } from '@vsnap/vsnap-api/relationship.ts'
import { all, allowed, type Verdict, reasonOf } from '@vsnap/vsnap-api/verdict.ts'
import { volumeCan } from '@vsnap/vsnap-api/volume.rules.ts'
import type { Volume } from '@vsnap/vsnap-api/volume.ts'
import type { Action } from '../../components/actions.tsx'
import { paths } from '../../paths.ts'
import { words } from './words.ts'

/** The dialogs of a volume, by their name in the URL. */
export type VolumeDialog = 'snapshot' | 'map' | 'rename' | 'resize' | 'delete'
export type VolumeAction = Exclude<VolumeDialog, 'map'> | 'access' | 'replicate' | 'like'

interface Context {
  readonly applianceId: string
  readonly refusal: (operation: VsnapOperation) => string | undefined
  readonly open: (dialog: VolumeDialog) => void
  /** Whether it may be deleted, where that is known already; else the dialog finds out. */
  readonly deletion?: Verdict | undefined
  /** Those of the appliance, where they are known: a replica refuses what its primary does not. */
  readonly relationships?: readonly Relationship[] | undefined
}

/** What can be done with a volume, by its name; the same words in the list, on its page and in its settings. */
export function volumeActions(
  volume: Volume,
  { applianceId, refusal, open, deletion = allowed, relationships = [] }: Context,
): Readonly<Record<VolumeAction, Action>> {
  // A size that every other rule allows: what is left is whether this kind has a size of its own at all.
  const resizable = volumeCan.resize(volume, volume.size_total ?? null, undefined)
  const size = volume.volume_type === 'filebackedlun' ? resizable : allowed
  return {
    snapshot: {
      label: words.actions.snapshot,
      onSelect: () => open('snapshot'),
      refusal:
        refusal('snapshotCreate') ??
        reasonOf(all(volumeCan.snapshot(volume), whileReplicated.snapshot(volume, relationships))),
    },
    access:
      volume.volume_type === 'filesystem'
        ? {
            label: words.actions.share,
            to: paths.shareCreate({ appliance: applianceId, volume: volume.id }),
            refusal:
              refusal('shareCreate') ??
              reasonOf(all(whileReplicated.share(volume, relationships), volumeCan.share(volume))),
          }
        : {
            label: words.actions.map,
            onSelect: () => open('map'),
            refusal: refusal('volumeMap') ?? reasonOf(whileReplicated.map(volume, relationships)),
          },
    replicate: {
      label: words.actions.replicate,
      to: paths.replicate({ appliance: applianceId, volume: volume.id }),
      refusal: refusal('relationshipCreate') ?? reasonOf(relationshipCan.create(volume, undefined, relationships)),
    },
    like: {
      label: words.actions.like,
      to: paths.volumeCreate({ appliance: applianceId, pool: volume.pool_id ?? undefined, like: volume.id }),
      refusal: refusal('volumeCreate'),
    },
    rename: {
      label: words.actions.rename,
      onSelect: () => open('rename'),
      refusal: refusal('volumeUpdate') ?? reasonOf(whileReplicated.rename(volume, relationships)),
    },
    resize: {
      label: words.actions.resize,
      onSelect: () => open('resize'),
      refusal: refusal('volumeUpdate') ?? reasonOf(all(size, whileReplicated.resize(volume, relationships))),
    },
    delete: {
      label: words.actions.delete,
      onSelect: () => open('delete'),
      refusal: refusal('volumeDelete') ?? reasonOf(all(whileReplicated.delete(volume, relationships), deletion)),
      danger: true,
    },
  }
}
