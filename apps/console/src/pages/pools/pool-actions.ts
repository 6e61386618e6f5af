import { reasonOf } from '@vsnap/vsnap-api/verdict.ts'
import type { VsnapOperation } from '@vsnap/vsnap-api/api.ts'
import type { Disk } from '@vsnap/vsnap-api/disk.ts'
import { poolCan } from '@vsnap/vsnap-api/pool.rules.ts'
import type { Pool, PoolSummary } from '@vsnap/vsnap-api/pool.ts'
import type { Verdict } from '@vsnap/vsnap-api/verdict.ts'
import type { Action } from '../../components/actions.tsx'
import { paths } from '../../paths.ts'
import { words } from './words.ts'

/** The dialogs of a pool, by their name in the URL. */
export type PoolDialog =
  | 'rename'
  | 'options'
  | 'add-log'
  | 'remove-log'
  | 'add-cache'
  | 'remove-cache'
  | 'add-spare'
  | 'remove-spare'
  | 'snapshot-volumes'
  | 'delete'
export type PoolAction = 'expand' | PoolDialog

interface Context {
  readonly applianceId: string
  readonly refusal: (operation: VsnapOperation) => string | undefined
  readonly open: (dialog: PoolDialog) => void
  /** What the rules need to say no before anything is opened, where it is known: lists know only the short form. */
  readonly detail?: { readonly pool: Pool; readonly disks: readonly Disk[] | undefined } | undefined
}

/** What can be done with a pool, by name; the same in the list, on its page and in its settings. */
export function poolActions(
  { id }: PoolSummary,
  { applianceId, refusal, open, detail }: Context,
): Readonly<Record<PoolAction, Action>> {
  const disks = detail?.disks
  const free = disks && poolCan.takeDisks(disks)
  const action = (
    name: PoolDialog,
    operation: VsnapOperation,
    ...verdicts: readonly (Verdict | undefined)[]
  ): Action => ({
    label: words.actions[name],
    onSelect: () => open(name),
    refusal: refusal(operation) ?? verdicts.map(reasonOf).find((text) => text !== undefined),
  })
  const pool = detail?.pool
  return {
    rename: action('rename', 'poolUpdate'),
    options: action('options', 'poolUpdate'),
    expand: {
      label: words.actions.expand,
      to: paths.poolExpand(applianceId, id),
      refusal: refusal('poolExpand') ?? reasonOf(free),
    },
    'add-log': action('add-log', 'poolAddLog', pool && poolCan.takeLog(pool), free),
    'remove-log': action('remove-log', 'poolRemoveLog', pool && poolCan.removeLog(pool)),
    'add-cache': action('add-cache', 'poolAddCache', pool && poolCan.takeCache(pool), free),
    'remove-cache': action('remove-cache', 'poolRemoveCache', pool && poolCan.removeCache(pool)),
    'add-spare': action('add-spare', 'poolAddSpare', pool && poolCan.takeSpares(pool), free),
    'remove-spare': action('remove-spare', 'poolRemoveSpare', pool && poolCan.haveSpares(pool)),
    'snapshot-volumes': action('snapshot-volumes', 'snapshotCreate'),
    delete: { ...action('delete', 'poolDelete'), danger: true },
  }
}
