import type { DatasetFacts, SnapshotFacts } from './store.ts'
import { between } from './random.ts'

const day = 86_400
/** What an empty dataset takes, in bytes; the guide's samples show it. */
export const emptyDataset = 35_856
/** What an empty pool takes, in bytes. */
export const emptyPool = 155_037

/** Bytes that clients have in a dataset at a time, were there no end of space: steady growth with a weekly tide. */
export function referenced(dataset: DatasetFacts, at: number): number {
  const days = Math.max(0, at - dataset.made) / day
  const phase = between(0, 2 * Math.PI, dataset.key, 'phase')
  const tide = 1 + 0.02 * Math.sin((2 * Math.PI * days) / 7 + phase) - 0.02 * Math.sin(phase)
  const wanted = emptyDataset + dataset.start + dataset.per_day * days * tide
  return Math.floor(Math.min(wanted, dataset.size ?? Number.MAX_SAFE_INTEGER))
}

/** Bytes that a dataset takes because a snapshot keeps them: what was overwritten between it and the next one (or now). */
export function snapshotHolds(dataset: DatasetFacts, snapshot: SnapshotFacts, until: number): number {
  const days = Math.max(0, until - snapshot.made) / day
  const churn = between(0.002, 0.02, dataset.key, 'churn')
  return Math.floor(
    referenced(dataset, snapshot.made) * (1 - Math.exp(-churn * days)) * between(0.7, 1.3, snapshot.key),
  )
}

/** Bytes of every dataset (with its snapshots) and snapshot of one pool, made to fit into `capacity` bytes. */
export interface Usage {
  readonly datasets: ReadonlyMap<string, number>
  readonly snapshots: ReadonlyMap<string, number>
  readonly total: number
}

/** The usage of a pool at a time; a pure function of the facts, so that numbers are the same after a restart. */
export function usageOf(
  datasets: readonly DatasetFacts[],
  snapshots: readonly SnapshotFacts[],
  capacity: number,
  at: number,
): Usage {
  const bySnapshot = new Map<string, number>()
  const byDataset = new Map<string, number>()
  for (const dataset of datasets) {
    const own = snapshots.filter((snapshot) => snapshot.dataset === dataset.key)
    let held = 0
    own.forEach((snapshot, index) => {
      const bytes = snapshotHolds(dataset, snapshot, own[index + 1]?.made ?? at)
      bySnapshot.set(snapshot.key, bytes)
      held += bytes
    })
    // A limit and a lun's size are about what clients see; snapshots come on top for luns, inside for filesystems.
    const seen = referenced(dataset, at)
    const all = seen + held
    byDataset.set(
      dataset.key,
      dataset.kind === 'filesystem' && dataset.size !== null ? Math.min(all, Math.max(dataset.size, seen)) : all,
    )
  }
  const wanted = [...byDataset.values()].reduce((sum, bytes) => sum + bytes, emptyPool)
  const room = Math.floor(capacity * 0.985)
  if (wanted <= room) return { datasets: byDataset, snapshots: bySnapshot, total: wanted }
  // A full pool: clients could not write what they wanted to.
  const share = Math.max(0, room - emptyPool) / (wanted - emptyPool)
  const scaled = (map: ReadonlyMap<string, number>) =>
    new Map([...map].map(([key, bytes]) => [key, Math.floor(bytes * share)]))
  const fitted = scaled(byDataset)
  return {
    datasets: fitted,
    snapshots: scaled(bySnapshot),
    total: [...fitted.values()].reduce((sum, bytes) => sum + bytes, emptyPool),
  }
}
