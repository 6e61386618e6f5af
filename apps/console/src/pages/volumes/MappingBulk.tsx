import { useRefusal } from '../../api/person.ts'
import { plannedCall } from '../../api/plans.ts'
import { BulkBar, type BulkDialogProps } from '../../components/bulk/BulkBar.tsx'
import { BulkDialog } from '../../components/bulk/BulkDialog.tsx'
import type { BulkProps } from '../../components/table/selection.ts'
import type { Mapping } from './AccessTab.tsx'
import { words } from './page-words.tsx'

const { hostById, unmap, unmapMany } = words.access

const nameOf = ({ id, host }: Mapping) => host?.name ?? hostById(id)

/** What can be done with many hosts that see a volume. */
export default function MappingBulk(props: BulkProps<Mapping>) {
  const refusal = useRefusal()
  return (
    <BulkBar
      {...props}
      what="hosts"
      nameOf={nameOf}
      actions={[{ label: unmap, danger: true, dialog: UnmapHosts, refusal: refusal('hostUnmap') }]}
    />
  )
}

/** Takes a volume from many hosts (guide §10.6). */
function UnmapHosts({ rows, left, onClose }: BulkDialogProps<Mapping>) {
  const volume = rows[0]?.volume.name ?? ''
  return (
    <BulkDialog
      title={unmapMany.title(volume, rows.length)}
      submit={unmapMany.submit}
      task={unmapMany.task(volume, rows.length)}
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
      note={unmapMany.note}
      onClose={onClose}
    />
  )
}
