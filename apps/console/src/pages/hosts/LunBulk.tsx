import { useRefusal } from '../../api/person.ts'
import { plannedCall } from '../../api/plans.ts'
import { BulkBar, type BulkDialogProps } from '../../components/bulk/BulkBar.tsx'
import { BulkDialog } from '../../components/bulk/BulkDialog.tsx'
import { counted } from '../../components/bulk/counted.ts'
import type { BulkProps } from '../../components/table/selection.ts'
import { said } from '../../ui/isolated.ts'
import { nameOfLun, type Lun } from './lun.ts'

/** What can be done with many LUNs that a host sees. */
export default function LunBulk(props: BulkProps<Lun>) {
  const refusal = useRefusal()
  return (
    <BulkBar
      {...props}
      what="LUNs"
      nameOf={nameOfLun}
      actions={[{ label: 'Unmap', danger: true, dialog: UnmapLuns, refusal: refusal('hostUnmap') }]}
    />
  )
}

/** Takes many volumes from a host (guide §10.6). */
function UnmapLuns({ rows, left, onClose }: BulkDialogProps<Lun>) {
  const host = rows[0]?.host.name ?? ''
  const volumes = counted(rows.length, 'volume')
  return (
    <BulkDialog
      title={said`Unmap ${volumes} from ${host}?`}
      submit="Unmap"
      isDanger
      task={`Unmap ${volumes} from ${host}`}
      left={left}
      calls={rows.map((row) =>
        plannedCall(
          row.appliance,
          'hostUnmap',
          { params: { id: row.host.id }, body: { action: 'unmap', vol_id: row.volumeId } },
          nameOfLun(row),
        ),
      )}
      note="The host loses these disks at once: unmount them there first. What is on them stays."
      onClose={onClose}
    />
  )
}
