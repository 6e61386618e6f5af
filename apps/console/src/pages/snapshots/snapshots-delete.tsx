import type { FleetRow } from '../../api/fleet.ts'
import { plannedCall } from '../../api/plans.ts'
import { vsnap } from '../../api/queries.ts'
import type { BulkDialogProps, LeftOut } from '../../components/bulk/BulkBar.tsx'
import { BulkDialog } from '../../components/bulk/BulkDialog.tsx'
import { appliancesOf, phraseFor } from '../../components/bulk/rows.ts'
import { useLive } from '../../components/bulk/use-live.ts'
import { ErrorAlert } from '../../components/ErrorAlert.tsx'
import { whileReplicated } from '@vsnap/vsnap-api/relationship.rules.ts'
import { snapshotCan } from '@vsnap/vsnap-api/snapshot.rules.ts'
import { all, reasonOf } from '@vsnap/vsnap-api/verdict.ts'
import { words } from './words.ts'

const { deleteMany } = words

type SnapshotRow = FleetRow<'snapshot'>

/** Deletes many snapshots (guide §11.3), except those that have clones or that a replication builds on. */
export function DeleteSnapshots({ rows, left, onClose }: BulkDialogProps<SnapshotRow>) {
  const { reasonFor, error } = useReasons(rows)
  const refused = reasonFor
    ? rows.flatMap((row): (LeftOut & { row: SnapshotRow })[] => {
        const reason = reasonFor(row)
        return reason === undefined ? [] : [{ row, name: row.name, reason }]
      })
    : []
  const doomed = rows.filter((each) => refused.every(({ row }) => row !== each))
  const volumes = new Set(doomed.map(({ appliance, parent_id: id }) => `${appliance.id}/${id}`)).size
  return (
    <BulkDialog
      title={deleteMany.title(doomed.length)}
      submit={deleteMany.submit}
      task={deleteMany.task(doomed.length)}
      left={[...left, ...refused]}
      phrase={phraseFor(doomed, deleteMany.phrase)}
      calls={
        reasonFor &&
        doomed.map(({ id, name, appliance }) => plannedCall(appliance, 'snapshotDelete', { params: { id } }, name))
      }
      consequences={[deleteMany.consequence(volumes)]}
      note={error ? <ErrorAlert error={error} title={deleteMany.uncounted} /> : reasonFor && deleteMany.note}
      onClose={onClose}
    />
  )
}

/** Why a snapshot cannot be deleted, asked from the appliances now; undefined while they are asked. */
function useReasons(rows: readonly SnapshotRow[]) {
  const appliances = appliancesOf(rows)
  const lists = useLive(appliances.map(({ id }) => vsnap(id, 'snapshotList')))
  const volumes = useLive(appliances.map(({ id }) => vsnap(id, 'volumeList')))
  // Where replication is not to be had, the appliance itself decides.
  const relationships = useLive(appliances.map(({ id }) => vsnap(id, 'relationshipList')))
  // An appliance that does not say whether a volume is a clone: it may be one. Only its details say of what.
  const candidates = appliances.flatMap(({ id: on }, at) =>
    (volumes.data[at]?.volumes ?? [])
      .filter(({ is_clone: isClone }) => isClone !== false)
      .map(({ id }) => ({ on, id })),
  )
  const clones = useLive(candidates.map(({ on, id }) => vsnap(on, 'volumeView', { params: { id } })))
  const reads = [lists, volumes, clones]
  const error = reads.find((read) => read.error)?.error ?? null
  if (error || !relationships.isKnown || reads.some(({ isKnown }) => !isKnown)) return { reasonFor: undefined, error }
  const reasonFor = (row: SnapshotRow) => {
    const at = appliances.findIndex(({ id }) => id === row.appliance.id)
    if (!lists.data[at]?.snapshots.some(({ id }) => id === row.id)) return deleteMany.gone
    const own = clones.data.filter(
      (clone, index) => candidates[index]?.on === row.appliance.id && clone?.snapshot_id === row.id,
    )
    return reasonOf(
      all(
        whileReplicated.deleteSnapshot(row, relationships.data[at]?.relationships ?? []),
        snapshotCan.delete(
          row,
          own.filter((clone) => clone !== undefined),
        ),
      ),
    )
  }
  return { reasonFor, error: null }
}
