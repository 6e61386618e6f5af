import { plannedCall } from '../../api/plans.ts'
import { snapshotCan } from '@vsnap/vsnap-api/snapshot.rules.ts'
import { useWatch } from 'react-hook-form'
import { useCheckedForm } from '../form/use-checked-form.ts'
import type { BulkDialogProps } from '../bulk/BulkBar.tsx'
import { BulkDialog } from '../bulk/BulkDialog.tsx'
import { counted } from '../bulk/counted.ts'
import { TextField } from '../form/fields.tsx'
import { byRules } from '../form/submit.ts'

interface VolumeOfAppliance {
  readonly id: string
  readonly name: string
  readonly appliance: { readonly id: string; readonly name: string }
}

/** A snapshot of each of many volumes (guide §8.6), all with one name or with names that the appliances make. */
export function SnapshotVolumes({ rows, left, onClose }: BulkDialogProps<VolumeOfAppliance>) {
  const form = useCheckedForm({
    resolver: byRules<{ name: string }>(({ name }) => ({ name: name === '' ? undefined : snapshotCan.name(name, []) })),
    defaultValues: { name: '' },
  })
  const name = useWatch({ control: form.control, name: 'name' })
  const volumes = counted(rows.length, 'volume')
  return (
    <BulkDialog
      title={`Create snapshots of ${volumes}`}
      submit="Create snapshots"
      task={`Snapshots of ${volumes}`}
      left={left}
      calls={rows.map(({ id, name: volume, appliance }) =>
        plannedCall(appliance, 'snapshotCreate', { params: { id }, body: name === '' ? {} : { name } }, volume),
      )}
      isDisabled={name !== '' && !snapshotCan.name(name, []).ok}
      onClose={onClose}
    >
      <TextField
        control={form.control}
        name="name"
        label="Name of each snapshot"
        help="Optional: without one the appliances make names that are free."
        autoComplete="off"
        spellCheck={false}
        startsHere
      />
    </BulkDialog>
  )
}
