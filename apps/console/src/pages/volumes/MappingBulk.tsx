import { useRefusal } from '../../api/person.ts'
import { plannedCall } from '../../api/plans.ts'
import { BulkBar, type BulkDialogProps } from '../../components/bulk/BulkBar.tsx'
import { BulkDialog } from '../../components/bulk/BulkDialog.tsx'
import { counted } from '../../components/bulk/counted.ts'
import { said } from '../../ui/isolated.ts'
import type { BulkProps } from '../../components/table/selection.ts'
import type { Mapping } from './AccessTab.tsx'

const nameOf = ({ id, host }: Mapping) => host?.name ?? `host ${id}`

/** What can be done with many hosts that see a volume. */
export default function MappingBulk(props: BulkProps<Mapping>) {
  const refusal = useRefusal()
  return (
    <BulkBar
      {...props}
      what="hosts"
      nameOf={nameOf}
      actions={[{ label: 'Unmap', danger: true, dialog: UnmapHosts, refusal: refusal('hostUnmap') }]}
    />
  )
}

/** Takes a volume from many hosts (guide §10.6). */
function UnmapHosts({ rows, left, onClose }: BulkDialogProps<Mapping>) {
  const volume = rows[0]?.volume.name ?? ''
  const hosts = counted(rows.length, 'host')
  return (
    <BulkDialog
      title={said`Unmap ${volume} from ${hosts}?`}
      submit="Unmap"
      task={`Unmap ${volume} from ${hosts}`}
      left={left}
      calls={rows.map((row) =>
        plannedCall(
          row.appliance,
          'hostUnmap',
          { params: { id: row.id }, body: { action: 'unmap', vol_id: row.volume.id } },
          nameOf(row),
        ),
      )}
      isDanger
      note="They lose the disk at once: unmount it there first. What is on it stays."
      onClose={onClose}
    />
  )
}
