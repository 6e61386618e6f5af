import { vsnap } from '../../api/queries.ts'
import type { LeftOut } from '../../components/bulk/BulkBar.tsx'
import { appliancesOf } from '../../components/bulk/rows.ts'
import { useLive } from '../../components/bulk/use-live.ts'
import { whileReplicated } from '@vsnap/vsnap-api/relationship.rules.ts'
import { all } from '@vsnap/vsnap-api/verdict.ts'
import { volumeCan } from '@vsnap/vsnap-api/volume.rules.ts'
import type { Volume, VolumeSummary } from '@vsnap/vsnap-api/volume.ts'
import { words } from './dialog-words.tsx'
import { inOrder } from './doomed.ts'
import type { VolumeRow } from './volume-columns.tsx'

interface Doomed {
  /** In the order in which they can be deleted. */
  readonly order: readonly VolumeRow[]
  readonly left: readonly LeftOut[]
  readonly snapshots: number
  readonly shares: number
  readonly mappings: number
}

/** What is deleted with volumes, counted on their appliances now; undefined while it is being counted. */
export function useDoomed(rows: readonly VolumeRow[]): { doomed: Doomed | undefined; error: Error | null } {
  const appliances = appliancesOf(rows)
  const volumes = useLive(appliances.map(({ id }) => vsnap(id, 'volumeList')))
  const snapshots = useLive(appliances.map(({ id }) => vsnap(id, 'snapshotList')))
  const shares = useLive(appliances.map(({ id }) => vsnap(id, 'shareList')))
  const hosts = useLive(appliances.map(({ id }) => vsnap(id, 'hostList')))
  // Where replication is not to be had, the appliance itself decides.
  const relationships = useLive(appliances.map(({ id }) => vsnap(id, 'relationshipList')))
  // Lists say neither a clone's origin, nor a file's filesystem, nor what a host sees: their details do.
  const [looked, asked] = [
    each(appliances, volumes.data, (answer) => answer.volumes.filter(mayHang)),
    each(appliances, hosts.data, (answer) => answer.hosts),
  ]
  const details = useLive(looked.map(({ on, id }) => vsnap(on, 'volumeView', { params: { id } })))
  const hostDetails = useLive(asked.map(({ on, id }) => vsnap(on, 'hostView', { params: { id } })))
  const reads = [volumes, snapshots, shares, hosts, details, hostDetails]
  const error = reads.find((read) => read.error)?.error ?? null
  if (error || !relationships.isKnown || reads.some(({ isKnown }) => !isKnown)) return { doomed: undefined, error }

  const doomed = { order: [] as VolumeRow[], left: [] as LeftOut[], snapshots: 0, shares: 0, mappings: 0 }
  for (const [at, { id: applianceId }] of appliances.entries()) {
    const own = rows.filter(({ appliance }) => appliance.id === applianceId)
    const known = new Set(volumes.data[at]?.volumes.map(({ id }) => id))
    const views = looked.flatMap(({ on }, index) => (on === applianceId ? (details.data[index] ?? []) : []))
    const luns = asked.flatMap(({ on }, index) =>
      on === applianceId ? (hostDetails.data[index]?.mapped_luns ?? []) : [],
    )
    const kept = snapshots.data[at]?.snapshots ?? []
    const { order, left } = inOrder<VolumeSummary>(
      own.filter(({ id }) => known.has(id)),
      (volume) => hangingOf(volume, views, kept),
      (volume, what) =>
        all(
          whileReplicated.delete(volume, relationships.data[at]?.relationships ?? []),
          volumeCan.delete(volume, what),
        ),
    )
    const gone = own.filter(({ id }) => !known.has(id))
    const ids = new Set<string | null | undefined>(order.map(({ id }) => id))
    doomed.order.push(...order.flatMap(({ id }) => own.find((row) => row.id === id) ?? []))
    doomed.left.push(
      ...left.map(({ volume, reason }) => ({ name: volume.name, reason })),
      ...gone.map(({ name }) => ({ name, reason: words.deleteMany.gone })),
    )
    doomed.snapshots += kept.filter(({ parent_id: id }) => ids.has(id)).length
    doomed.shares += (shares.data[at]?.shares ?? []).filter(({ vol_id: id }) => ids.has(id)).length
    doomed.mappings += luns.filter(({ vol_id: id }) => ids.has(id)).length
  }
  return { doomed, error: null }
}

/** A volume whose details may say that it hangs on another one. */
const mayHang = ({ volume_type: type, is_clone: isClone }: VolumeSummary) =>
  isClone !== false || type === 'filebackedlun'

/** Objects out of the answers of appliances, each with the appliance (id) that it is on. */
function each<T>(
  appliances: readonly { readonly id: string }[],
  answers: readonly (T | undefined)[],
  of: (answer: T) => readonly { readonly id: string }[],
): { on: string; id: string }[] {
  return appliances.flatMap(({ id: on }, at) => {
    const answer = answers[at]
    return answer === undefined ? [] : of(answer).map(({ id }) => ({ on, id }))
  })
}

function hangingOf(
  volume: VolumeSummary,
  views: readonly Volume[],
  snapshots: readonly { readonly id: string; readonly name: string; readonly parent_id?: string | null | undefined }[],
) {
  const own = new Map(snapshots.filter(({ parent_id: id }) => id === volume.id).map((each) => [each.id, each]))
  return {
    clones: views.flatMap((view) => {
      const snapshot = own.get(view.snapshot_id ?? '')
      return snapshot ? [{ volume: view, snapshot }] : []
    }),
    fileBacked: views.filter(({ parent_id: parent }) => parent === volume.id),
  }
}
