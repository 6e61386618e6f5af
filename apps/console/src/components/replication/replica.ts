import { laterValue, plannedCall, type PlannedCall } from '../../api/plans.ts'
import { reasonOf } from '@vsnap/vsnap-api/verdict.ts'
import { volumeCan } from '@vsnap/vsnap-api/volume.rules.ts'
import { words } from './replica-words.tsx'

/** What a form holds about copies of volumes. */
export interface ReplicaValues {
  /** The partner's id: its system's. */
  partner: string
  remote_pool_id: string
  /** `{name}` stands for the volume's name. */
  pattern: string
  /** Whether volumes of these names that were replicas before are taken up again. */
  reuse?: boolean
  /** Whether the first session begins at once. */
  start: boolean
}

/** The name of the replica of a volume. */
export const replicaName = (pattern: string, volume: string): string => pattern.trim().replaceAll('{name}', volume)

/** What the names of all these replicas have in common: by it an appliance with very many volumes is asked which of them it has. */
export function commonPart(pattern: string, volumes: readonly string[]): string {
  const [only] = volumes
  if (volumes.length === 1 && only !== undefined) return replicaName(pattern, only)
  return pattern
    .trim()
    .split('{name}')
    .reduce((longest, part) => (part.length > longest.length ? part : longest), '')
}

/** What is wrong with the name of so many replicas. */
export function patternProblem({ pattern }: Pick<ReplicaValues, 'pattern'>, volumes: number): string | undefined {
  if (pattern.trim() === '') return words.pattern.missing
  return volumes > 1 && !pattern.includes('{name}')
    ? words.pattern.ambiguous
    : reasonOf(volumeCan.name(replicaName(pattern, 'name'), []))
}

/** More names than this are counted and not named. */
const readable = 6

/** Some names in a review, as far as they are readable: `vm-1, vm-2`. */
export function namesSaid(names: readonly string[]): string {
  const shown = names.length <= readable ? names : names.slice(0, readable - 1)
  return words.review.names(shown, names.length - shown.length)
}

/** What makes the relationship of a volume. */
export function replicaInput(values: ReplicaValues, { id, name }: { readonly id: string; readonly name: string }) {
  return {
    params: { id },
    body: {
      partner_id: values.partner,
      ...(values.remote_pool_id === '' ? {} : { remote_pool_id: values.remote_pool_id }),
      remote_vol_name: replicaName(values.pattern, name),
      ...(values.reuse === true ? { reuse: true } : {}),
    },
  }
}

/**
 * A relationship for each volume, then their first sessions when those are wanted: all are set up before the first one
 * sends. `before`: how many steps the plan has before these.
 */
export function replicaCalls(
  values: ReplicaValues,
  appliance: { readonly id: string; readonly name: string },
  volumes: readonly { readonly id: string; readonly name: string }[],
  before = 0,
): PlannedCall[] {
  const relationships = volumes.map((volume) =>
    plannedCall(appliance, 'relationshipCreate', replicaInput(values, volume), volume.name),
  )
  const sessions = volumes.map(({ name }, step) =>
    plannedCall(appliance, 'sessionStart', { params: { id: laterValue(before + step, 'id') }, body: {} }, name),
  )
  return values.start ? [...relationships, ...sessions] : relationships
}
