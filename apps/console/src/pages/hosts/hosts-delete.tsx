import type { FleetRow } from '../../api/fleet.ts'
import { plannedCall } from '../../api/plans.ts'
import { vsnap } from '../../api/queries.ts'
import type { BulkDialogProps } from '../../components/bulk/BulkBar.tsx'
import { BulkDialog } from '../../components/bulk/BulkDialog.tsx'
import { counted, countedLines, phraseFor } from '../../components/bulk/counted.ts'
import { useLive } from '../../components/bulk/use-live.ts'
import { ErrorAlert } from '../../components/ErrorAlert.tsx'

/** Deletes many hosts (guide §10.7): counts the mappings that go with them; the volumes stay. */
export function DeleteHosts({ rows, left, onClose }: BulkDialogProps<FleetRow<'host'>>) {
  const details = useLive(rows.map(({ appliance, id }) => vsnap(appliance.id, 'hostView', { params: { id } })))
  const isKnown = details.isKnown && details.error === null
  const doomed = isKnown ? rows.filter((_, index) => details.data[index] !== undefined) : rows
  const gone = rows.filter((row) => !doomed.includes(row))
  const hosts = counted(doomed.length, 'host')
  const mappings = details.data.flatMap((host) => host?.mapped_luns ?? []).length
  return (
    <BulkDialog
      title={`Delete ${hosts}?`}
      submit="Delete"
      task={`Delete ${hosts}`}
      left={[...left, ...gone.map(({ name }) => ({ name, reason: 'It is gone already.' }))]}
      phrase={phraseFor(doomed, 'host')}
      calls={
        isKnown
          ? doomed.map(({ id, name, appliance }) => plannedCall(appliance, 'hostDelete', { params: { id } }, name))
          : undefined
      }
      consequences={countedLines([
        mappings,
        'mapping: its host sees the volume no more',
        'mappings: their hosts see the volumes no more',
      ])}
      note={
        details.error ? (
          <ErrorAlert error={details.error} title="What goes with them could not be counted" />
        ) : (
          isKnown && 'The volumes and everything in them stay.'
        )
      }
      onClose={onClose}
    />
  )
}
