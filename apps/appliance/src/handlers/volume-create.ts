import { randomUUID } from 'node:crypto'
import { whileReplicated } from '@vsnap/vsnap-api/relationship.rules.ts'
import { demand } from '@vsnap/vsnap-api/verdict.ts'
import { defaultBlockSize, volumeCan } from '@vsnap/vsnap-api/volume.rules.ts'
import type { NewVolume } from '@vsnap/vsnap-api/volume.ts'
import { inBoth } from '../agreement.ts'
import type { VolumeRow } from '../catalog/rows.ts'
import { relationshipViews } from '../replication/relationship-view.ts'
import { poolRow, rowId, volumeRow, type HandlerContext } from './context.ts'
import { poolSummary } from './pool-view.ts'
import { volumeSummary } from './volume-view.ts'

/** What the rules for names want to know of all volumes. */
export function namedVolumes({ catalog }: HandlerContext) {
  return catalog.all('volume').map(({ id, name }) => ({ id: String(id), name }))
}

type NewRow = Pick<VolumeRow, 'name' | 'volume_type' | 'pool_id'> & Partial<VolumeRow>

function insertVolume({ catalog, clock }: HandlerContext, key: string, row: NewRow): number {
  const now = clock.now()
  return catalog.insert('volume', { key, serial: randomUUID(), time_created: now, time_updated: now, ...row })
}

/** Makes a volume whose dataset the engine makes by `make`, and with it what else belongs to it; returns its id. */
export function addVolume(
  context: HandlerContext,
  row: NewRow,
  make: (key: string) => Promise<void>,
  also: (id: number) => void = () => undefined,
): Promise<number> {
  const key = randomUUID()
  return inBoth(context, [{ kind: 'dataset', key, what: 'making' }], {
    engine: () => make(key),
    catalog: () => {
      const id = insertVolume(context, key, row)
      also(id)
      return id
    },
  })
}

/** Makes a volume of any of the three kinds (§8.1), when the rules allow it; returns its id. */
export async function createVolume(context: HandlerContext, wanted: NewVolume): Promise<number> {
  if (wanted.volume_type === 'filebackedlun') return createFileBacked(context, wanted)
  const { catalog, engine } = context
  const { name, volume_type } = wanted
  const found = catalog.one('pool', { id: rowId(wanted.pool_id) })
  const pool = found && (await poolSummary(context, found))
  demand(volumeCan.create(wanted, { pool }, namedVolumes(context)))
  const { id: pool_id, key: poolKey } = poolRow(context, wanted.pool_id)
  const size = wanted.size_total ?? null
  const block = wanted.volume_type === 'lun' ? (wanted.size_block ?? defaultBlockSize) : null
  const row = { name, volume_type, pool_id, size_total: size, size_block: block }
  return addVolume(context, row, (key) =>
    engine.createDataset({ key, pool: poolKey, kind: wanted.volume_type, size, block }),
  )
}

/** A file in a filesystem is the clients' own matter: the engine hears of it when it is shown to a host. */
async function createFileBacked(
  context: HandlerContext,
  wanted: Extract<NewVolume, { volume_type: 'filebackedlun' }>,
): Promise<number> {
  const { catalog } = context
  const { name, volume_type, parent_path } = wanted
  const found = catalog.one('volume', { id: rowId(wanted.parent_id) })
  const parent = found && (await volumeSummary(context, found))
  const files = found ? catalog.all('volume', { parent_id: found.id }) : []
  const backing = files.map(({ name: backed, parent_path: path }) => ({ name: backed, parent_path: path ?? '' }))
  demand(volumeCan.create(wanted, { parent, files: backing }, namedVolumes(context)))
  if (parent) demand(whileReplicated.backFile(parent, relationshipViews(context)))
  const { id: parent_id, pool_id } = volumeRow(context, wanted.parent_id)
  const row = { name, volume_type, pool_id, parent_id, parent_path }
  return catalog.change(() => insertVolume(context, randomUUID(), row))
}
