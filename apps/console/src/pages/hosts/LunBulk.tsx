import { useRefusal } from '../../api/person.ts'
import { plannedCall } from '../../api/plans.ts'
import { BulkBar, type BulkDialogProps } from '../../components/bulk/BulkBar.tsx'
import { BulkDialog } from '../../components/bulk/BulkDialog.tsx'
import type { BulkProps } from '../../components/table/selection.ts'
import { nameOfLun, type Lun } from './lun.ts'
import { words } from './words.tsx'

const { unmapMany } = words

/** What can be done with many LUNs that a host sees. */
export default function LunBulk(props: BulkProps<Lun>) {
  const refusal = useRefusal()
  return (
    <BulkBar
      {...props}
      what="LUNs"
      nameOf={nameOfLun}
      actions={[{ label: words.actions.unmap, danger: true, dialog: UnmapLuns, refusal: refusal('hostUnmap') }]}
    />
  )
}

/** Takes many volumes from a host (guide §10.6). */
function UnmapLuns({ rows, left, onClose }: BulkDialogProps<Lun>) {
  const host = rows[0]?.host.name ?? ''
  return (
    <BulkDialog
      title={unmapMany.title(rows.length, host)}
      submit={unmapMany.submit}
      isDanger
      task={unmapMany.task(rows.length, host)}
      left={left}
      calls={rows.map((row) =>
        plannedCall(
          row.appliance,
          'hostUnmap',
          { params: { id: row.host.id }, body: { action: 'unmap', vol_id: row.volumeId } },
          nameOfLun(row),
        ),
      )}
      note={unmapMany.note}
      onClose={onClose}
    />
  )
}
