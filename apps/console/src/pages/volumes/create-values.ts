import type { FleetRow } from '../../api/fleet.ts'
import { sizeProblem } from '../../components/form/SizeField.tsx'
import type { Problems } from '../../components/form/submit.ts'
import { parseBytes } from '../../ui/bytes.ts'
import { volumeCan } from '@vsnap/vsnap-api/volume.rules.ts'
import type { NewVolume, VolumeSummary, VolumeType } from '@vsnap/vsnap-api/volume.ts'

export type PoolRow = FleetRow<'pool'>

/** The wizard's form, shaped like its steps; named as the API's fields, so that a refusal finds its field. */
export interface CreateValues {
  /** A pool of the fleet, as `poolKey` has it. */
  pool_id: string
  volume_type: VolumeType
  name: string
  /** `none` or `size`; only for a filesystem. */
  limit: string
  /** As typed: `1.5 TiB`. */
  size_total: string
  /** Bytes, as text; only for a lun. */
  size_block: string
  parent_id: string
  parent_path: string
}

/** A pool among those of the fleet: ids are unique only within an appliance. */
export const poolKey = ({ appliance, id }: Pick<PoolRow, 'appliance' | 'id'>) => `${appliance.id}/${id}`

/** Whether a size is asked for. */
export const hasSize = ({ volume_type: kind, limit }: Pick<CreateValues, 'volume_type' | 'limit'>) =>
  kind === 'lun' || (kind === 'filesystem' && limit !== 'none')

/** The body of volumeCreate (guide §8.1); a size that cannot be read counts as 0, which no rule lets through. */
export function bodyOf(values: CreateValues, pool: PoolRow): NewVolume {
  const { name, volume_type: kind, parent_id, parent_path } = values
  if (kind === 'filebackedlun') return { name, volume_type: kind, parent_id, parent_path }
  const size_total = parseBytes(values.size_total) ?? 0
  if (kind === 'lun')
    return { name, volume_type: kind, pool_id: pool.id, size_total, size_block: Number(values.size_block) }
  return { name, volume_type: kind, pool_id: pool.id, ...(hasSize(values) ? { size_total } : {}) }
}

/** Filesystems that can hold a backing file for a volume of this pool. */
export function parentsIn(pool: PoolRow | undefined, volumes: readonly VolumeSummary[]): VolumeSummary[] {
  return volumes.filter(
    ({ volume_type: kind, pool_id: id }) => kind === 'filesystem' && (id == null || id === pool?.id),
  )
}

/** What is wrong so far, in the words of the rules. `volumes`: those of the pool's appliance. */
export function problemsOf(
  values: CreateValues,
  pool: PoolRow | undefined,
  volumes: readonly VolumeSummary[],
): Problems<CreateValues> {
  if (!pool) return { pool_id: 'Choose the pool that the volume takes its space from.' }
  const name = volumeCan.name(values.name, volumes)
  const body = bodyOf(values, pool)
  if (body.volume_type === 'filebackedlun') {
    return {
      name,
      parent_id: body.parent_id === '' ? 'Choose the filesystem that has the file.' : undefined,
      parent_path:
        body.parent_path === '' ? 'Enter the path of the backing file.' : volumeCan.parentPath(body.parent_path),
    }
  }
  const unreadable = hasSize(values) ? sizeProblem(values.size_total) : undefined
  const size = volumeCan.size(body, pool)
  const isBlock = !size.ok && size.field === 'size_block'
  return { name, size_total: unreadable ?? (isBlock ? undefined : size), size_block: isBlock ? size : undefined }
}
