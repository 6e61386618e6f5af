import { between } from './random.ts'
import { emptyDataset, type DatasetFacts, type SnapshotFacts } from './store.ts'

const day = 86_400
/** What an empty pool takes, in bytes. */
const emptyPool = 155_037

/** Days after which a new dataset has come into use: clients do not write at once as they always will. */
const warmUp = 0.05

/** Bytes that clients have in a dataset at a time, were there no end of space: steady growth with a weekly tide. */
export function referenced(dataset: DatasetFacts, at: number): number {
  const days = Math.max(0, at - dataset.made) / day
  const phase = between(0, 2 * Math.PI, dataset.key, 'phase')
  const tide = 1 + 0.02 * Math.sin((2 * Math.PI * days) / 7 + phase) - 0.02 * Math.sin(phase)
  const inUse = days ** 2 / (days + warmUp)
  const wanted = emptyDataset + dataset.start + dataset.per_day * inUse * tide
  return Math.floor(Math.min(wanted, dataset.size ?? Number.MAX_SAFE_INTEGER))
}

/** Bytes that a dataset takes because a snapshot keeps them: what was overwritten between it and the next one (or now). */
function snapshotHolds(dataset: DatasetFacts, snapshot: SnapshotFacts, until: number): number {
  const days = Math.max(0, until - snapshot.made) / day
  const churn = between(0.002, 0.02, dataset.key, 'churn')
  return Math.floor(snapshot.bytes * (1 - Math.exp(-churn * days)) * between(0.7, 1.3, snapshot.key))
}

/** Bytes of every dataset (its own data) and snapshot of one pool, made to fit into `capacity` bytes. */
export interface Usage {
  readonly datasets: ReadonlyMap<string, number>
  readonly snapshots: ReadonlyMap<string, number>
  readonly total: number
}

/**
 * The usage of a pool at a time; a pure function of the facts, so that numbers are the same after a restart.
 * @param snapshots in the order in which they were made.
 */
export function usageOf(
  datasets: readonly DatasetFacts[],
  snapshots: readonly SnapshotFacts[],
  capacity: number,
  at: number,
): Usage {
  const bySnapshot = new Map<string, number>()
  const byDataset = new Map<string, number>()
  const snapshotsOf = Map.groupBy(snapshots, ({ dataset }) => dataset)
  for (const dataset of datasets) {
    const own = snapshotsOf.get(dataset.key) ?? []
    own.forEach((snapshot, index) =>
      bySnapshot.set(snapshot.key, snapshotHolds(dataset, snapshot, own[index + 1]?.made ?? at)),
    )
    byDataset.set(dataset.key, referenced(dataset, at))
  }
  const wanted = emptyPool + sum(byDataset) + sum(bySnapshot)
  const room = Math.floor(capacity * 0.985)
  if (wanted <= room) return { datasets: byDataset, snapshots: bySnapshot, total: wanted }
  // A full pool: clients could not write what they wanted to.
  const share = Math.max(0, room - emptyPool) / (wanted - emptyPool)
  const [fittedDatasets, fittedSnapshots] = [scaled(byDataset, share), scaled(bySnapshot, share)]
  return {
    datasets: fittedDatasets,
    snapshots: fittedSnapshots,
    total: emptyPool + sum(fittedDatasets) + sum(fittedSnapshots),
  }
}

function sum(map: ReadonlyMap<string, number>): number {
  let total = 0
  for (const bytes of map.values()) total += bytes
  return total
}

function scaled(map: ReadonlyMap<string, number>, share: number): Map<string, number> {
  return new Map([...map].map(([key, bytes]) => [key, Math.floor(bytes * share)]))
}
