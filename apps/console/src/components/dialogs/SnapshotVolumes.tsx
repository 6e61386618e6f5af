import { plannedCall } from '../../api/plans.ts'
import { snapshotCan } from '@vsnap/vsnap-api/snapshot.rules.ts'
import { useWatch } from 'react-hook-form'
import { useCheckedForm } from '../form/use-checked-form.ts'
import type { BulkDialogProps } from '../bulk/BulkBar.tsx'
import { BulkDialog } from '../bulk/BulkDialog.tsx'
import { TextField } from '../form/fields.tsx'
import { byRules } from '../form/submit.ts'
import { words } from './words.ts'

const { snapshotVolumes } = words

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
  return (
    <BulkDialog
      title={snapshotVolumes.title(rows.length)}
      submit={snapshotVolumes.submit}
      task={snapshotVolumes.task(rows.length)}
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
        label={snapshotVolumes.name}
        help={snapshotVolumes.nameHelp}
        autoComplete="off"
        spellCheck={false}
        startsHere
      />
    </BulkDialog>
  )
}
