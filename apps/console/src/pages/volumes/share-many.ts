import { plannedCall, type PlannedCall } from '../../api/plans.ts'
import { shareBody, type ShareValues } from '../../components/share/share-values.ts'
import { shareVerdict, type ShareOfVolume } from '../../components/share/share-verdict.ts'
import type { Relationship } from '@vsnap/vsnap-api/relationship.ts'
import { reasonOf } from '@vsnap/vsnap-api/verdict.ts'
import type { VolumeSummary } from '@vsnap/vsnap-api/volume.ts'
import { words } from './dialog-words.tsx'

/** What an appliance has now. */
export interface OnAppliance {
  readonly volumes: readonly VolumeSummary[]
  readonly shares: readonly ShareOfVolume[]
  /** None where replication is not to be had: the appliance itself decides then. */
  readonly relationships: readonly Relationship[]
}

type Row = VolumeSummary & { readonly appliance: { readonly id: string; readonly name: string } }

/** Which filesystems can be shared as their appliances (by id) are now, and why the others cannot. */
export function shareable<R extends Row>(
  rows: readonly R[],
  known: ReadonlyMap<string, OnAppliance>,
): { able: R[]; left: { row: R; reason: string }[] } {
  const [able, left]: [R[], { row: R; reason: string }[]] = [[], []]
  for (const row of rows) {
    const { volumes = [], shares = [], relationships = [] } = known.get(row.appliance.id) ?? {}
    const volume = volumes.find(({ id }) => id === row.id)
    const reason = volume ? reasonOf(shareVerdict(volume, shares, relationships)) : words.shareMany.gone
    if (reason === undefined) able.push(row)
    else left.push({ row, reason })
  }
  return { able, left }
}

/** A share of each of them, all alike. */
export const shareCalls = (rows: readonly Row[], values: ShareValues): PlannedCall[] =>
  rows.map(({ id, name, appliance }) =>
    plannedCall(appliance, 'shareCreate', { params: { id }, body: shareBody(values) }, name),
  )
