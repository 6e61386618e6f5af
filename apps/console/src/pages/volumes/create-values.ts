import type { FleetRow } from '../../api/fleet.ts'
import { sizeProblem } from '../../components/form/SizeField.tsx'
import type { Problems } from '../../components/form/submit.ts'
import { patternProblem, type ReplicaValues } from '../../components/replication/replica.ts'
import { hostsProblem, type ShareValues } from '../../components/share/share-values.ts'
import { mostSteps } from '@vsnap/console-api/plan.ts'
import { parseBytes } from '../../ui/bytes.ts'
import { all, allowed, type Verdict } from '@vsnap/vsnap-api/verdict.ts'
import { defaultBlockSize, volumeCan } from '@vsnap/vsnap-api/volume.rules.ts'
import type { NewVolume, VolumeSummary, VolumeType } from '@vsnap/vsnap-api/volume.ts'
import { words } from './create-words.tsx'
import { expandNames, namesInShort } from './name-pattern.ts'

export type PoolRow = FleetRow<'pool'>

/** The wizard's form, shaped like its steps; named as the API's fields, so that a refusal finds its field. */
export interface CreateValues extends ReplicaValues {
  /** A pool of the fleet, as `poolKey` has it. */
  pool_id: string
  volume_type: VolumeType
  /** One name, or a pattern of several: `vol-{01..12}`. */
  name: string
  /** `none` or `size`; only for a filesystem. */
  limit: string
  /** As typed: `1.5 TiB`. */
  size_total: string
  /** Bytes, as text; only for a lun. */
  size_block: string
  parent_id: string
  /** `{name}` stands for the volume's name. */
  parent_path: string
  /** How a filesystem is shared: `none`, or a type of share. */
  access: string
  read_only: boolean
  allowed_hosts: string
  /** Names of hosts that see a lun: they mean the same on another appliance, which ids do not. */
  hosts: string[]
  /** `none`, or `partner`: whether there is a copy elsewhere. */
  copy: string
}

/** A form with nothing filled in yet. */
export const emptyValues: CreateValues = {
  pool_id: '',
  volume_type: 'filesystem',
  name: '',
  limit: 'none',
  size_total: '',
  size_block: String(defaultBlockSize),
  parent_id: '',
  parent_path: '',
  access: 'none',
  read_only: false,
  allowed_hosts: '',
  hosts: [],
  copy: 'none',
  partner: '',
  remote_pool_id: '',
  pattern: '{name}',
  start: true,
}

/** A pool among those of the fleet: ids are unique only within an appliance. */
export const poolKey = ({ appliance, id }: Pick<PoolRow, 'appliance' | 'id'>) => `${appliance.id}/${id}`

/** Whether a size is asked for. */
export const hasSize = ({ volume_type: kind, limit }: Pick<CreateValues, 'volume_type' | 'limit'>) =>
  kind === 'lun' || (kind === 'filesystem' && limit !== 'none')

/** The share that each new filesystem gets, when it gets one. */
export function shareOf({
  volume_type: kind,
  access,
  read_only,
  allowed_hosts,
}: CreateValues): ShareValues | undefined {
  return kind === 'filesystem' && (access === 'nfs' || access === 'smb')
    ? { share_type: access, read_only, allowed_hosts }
    : undefined
}

/** Whether a partner gets a copy. A filebackedlun is replicated with its filesystem. */
export const isReplicated = ({ volume_type: kind, copy }: Pick<CreateValues, 'volume_type' | 'copy'>) =>
  kind !== 'filebackedlun' && copy === 'partner'

/** The names of the volumes as far as they can be read: one, or those of a pattern. */
export const namesOf = ({ name }: Pick<CreateValues, 'name'>): readonly string[] => expandNames(name).names ?? [name]

/** The body of volumeCreate for each name (guide §8.1); a size that cannot be read counts as 0, which no rule lets through. */
export function bodiesOf(values: CreateValues, pool: PoolRow): NewVolume[] {
  const size_total = parseBytes(values.size_total) ?? 0
  const { volume_type: kind, parent_id, parent_path, size_block } = values
  return namesOf(values).map((name) => {
    if (kind === 'filebackedlun')
      return { name, volume_type: kind, parent_id, parent_path: parent_path.replaceAll('{name}', name) }
    if (kind === 'lun') return { name, volume_type: kind, pool_id: pool.id, size_total, size_block: Number(size_block) }
    return { name, volume_type: kind, pool_id: pool.id, ...(hasSize(values) ? { size_total } : {}) }
  })
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
  if (!pool) return { pool_id: words.pool.missing }
  const name = namesProblem(values.name, volumes)
  const [body] = bodiesOf(values, pool)
  const share = shareOf(values)
  const isCopied = isReplicated(values)
  const rest = {
    name,
    allowed_hosts: share && hostsProblem(share),
    hosts: callsProblem(values),
    partner: isCopied && values.partner === '' ? words.replication.partnerMissing : undefined,
    pattern: isCopied ? patternProblem(values, namesOf(values).length) : undefined,
  }
  if (!body) return rest
  if (body.volume_type === 'filebackedlun') {
    const isInPool = parentsIn(pool, volumes).some(({ id }) => id === body.parent_id)
    return {
      ...rest,
      parent_id: isInPool ? undefined : words.details.parentMissing,
      parent_path: pathProblem(values, body.parent_path),
    }
  }
  const unreadable = hasSize(values) ? sizeProblem(values.size_total) : undefined
  const size = volumeCan.size(body, pool)
  const isBlock = !size.ok && size.field === 'size_block'
  return { ...rest, size_total: unreadable ?? (isBlock ? undefined : size), size_block: isBlock ? size : undefined }
}

/** What is wrong with a name, or with those of a pattern. */
function namesProblem(pattern: string, volumes: readonly VolumeSummary[]): string | Verdict {
  const { names, problem } = expandNames(pattern)
  if (problem !== undefined) return problem
  const refusals = names.flatMap((name) => {
    const verdict = volumeCan.name(name, volumes)
    return verdict.ok ? [] : [{ name, verdict }]
  })
  const taken = refusals.filter(({ verdict }) => verdict.type === 'AlreadyExistsError').map(({ name }) => name)
  if (names.length === 1 || taken.length < refusals.length) return all(...refusals.map(({ verdict }) => verdict))
  return taken.length === 0 ? allowed : words.names.taken(taken.length, namesInShort(taken))
}

function pathProblem({ parent_path: pattern, ...values }: CreateValues, path: string): string | Verdict {
  if (pattern === '') return words.details.pathMissing
  if (namesOf(values).length > 1 && !pattern.includes('{name}')) return words.details.pathNeedsName
  return volumeCan.parentPath(path)
}

function callsProblem(values: CreateValues): string | undefined {
  const copies = isReplicated(values) ? (values.start ? 2 : 1) : 0
  const count = namesOf(values).length * (1 + values.hosts.length + copies)
  return values.volume_type === 'filesystem' || count <= mostSteps
    ? undefined
    : words.access.tooManyCalls(count, mostSteps)
}
