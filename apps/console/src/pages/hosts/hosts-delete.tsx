import type { FleetRow } from '../../api/fleet.ts'
import { plannedCall } from '../../api/plans.ts'
import { vsnap } from '../../api/queries.ts'
import type { BulkDialogProps } from '../../components/bulk/BulkBar.tsx'
import { BulkDialog } from '../../components/bulk/BulkDialog.tsx'
import { phraseFor } from '../../components/bulk/rows.ts'
import { useLive } from '../../components/bulk/use-live.ts'
import { ErrorAlert } from '../../components/ErrorAlert.tsx'
import { words } from './words.tsx'

const { deleteMany } = words

/** Deletes many hosts (guide §10.7): counts the mappings that go with them; the volumes stay. */
export function DeleteHosts({ rows, left, onClose }: BulkDialogProps<FleetRow<'host'>>) {
  const details = useLive(rows.map(({ appliance, id }) => vsnap(appliance.id, 'hostView', { params: { id } })))
  const isKnown = details.isKnown && details.error === null
  const doomed = isKnown ? rows.filter((_, index) => details.data[index] !== undefined) : rows
  const gone = rows.filter((row) => !doomed.includes(row))
  const mappings = details.data.flatMap((host) => host?.mapped_luns ?? []).length
  return (
    <BulkDialog
      title={deleteMany.title(doomed.length)}
      submit={deleteMany.submit}
      task={deleteMany.task(doomed.length)}
      left={[...left, ...gone.map(({ name }) => ({ name, reason: deleteMany.gone }))]}
      phrase={phraseFor(doomed, deleteMany.phrase)}
      calls={
        isKnown
          ? doomed.map(({ id, name, appliance }) => plannedCall(appliance, 'hostDelete', { params: { id } }, name))
          : undefined
      }
      consequences={mappings > 0 ? [deleteMany.mappings(mappings)] : []}
      note={
        details.error ? <ErrorAlert error={details.error} title={deleteMany.uncounted} /> : isKnown && deleteMany.note
      }
      onClose={onClose}
    />
  )
}
