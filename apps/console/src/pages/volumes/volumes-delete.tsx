import { plannedCall } from '../../api/plans.ts'
import type { BulkDialogProps } from '../../components/bulk/BulkBar.tsx'
import { BulkDialog } from '../../components/bulk/BulkDialog.tsx'
import { counted, countedLines, phraseFor } from '../../components/bulk/counted.ts'
import { ErrorAlert } from '../../components/ErrorAlert.tsx'
import { formatBytes } from '../../ui/bytes.ts'
import { useDoomed } from './use-doomed.ts'
import type { VolumeRow } from './volume-columns.tsx'

/** Deletes many volumes: counts live what goes with them, leaves out what cannot go, clones before their origins. */
export function DeleteVolumes({ rows, left, onClose }: BulkDialogProps<VolumeRow>) {
  const { doomed, error } = useDoomed(rows)
  const order = doomed?.order ?? rows
  const volumes = counted(order.length, 'volume')
  const used = order.reduce((sum, { size_used: bytes }) => sum + (bytes ?? 0), 0)
  return (
    <BulkDialog
      title={`Delete ${volumes}?`}
      submit="Delete"
      task={`Delete ${volumes}`}
      left={[...left, ...(doomed?.left ?? [])]}
      phrase={phraseFor(order, 'volume')}
      calls={doomed?.order.map(({ id, name, appliance }) =>
        plannedCall(appliance, 'volumeDelete', { params: { id } }, name),
      )}
      consequences={
        doomed && [
          `what they hold: ${formatBytes(used)}`,
          ...countedLines(
            [doomed.snapshots, 'snapshot'],
            [doomed.shares, 'share: its clients lose access', 'shares: their clients lose access'],
            [doomed.mappings, 'mapping: its host loses the disk', 'mappings: their hosts lose the disks'],
          ),
        ]
      }
      note={error && <ErrorAlert error={error} title="What goes with them could not be counted" />}
      onClose={onClose}
    />
  )
}
