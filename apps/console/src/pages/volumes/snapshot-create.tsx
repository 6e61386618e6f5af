import { useOperation } from '../../api/operations.ts'
import { vsnap } from '../../api/queries.ts'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { TextField } from '../../components/form/fields.tsx'
import { byRules, errorAbove, submitting } from '../../components/form/submit.ts'
import { toast } from '../../components/toasts.tsx'
import { paths } from '../../paths.ts'
import { snapshotCan } from '@vsnap/vsnap-api/snapshot.rules.ts'
import { useQuery } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import type { DialogProps } from './volume-rename.tsx'

/** A snapshot of a volume, now (guide §8.6). Without a name the appliance makes one. */
export function CreateSnapshot({ applianceId, volume, onClose }: DialogProps) {
  const create = useOperation(applianceId, 'snapshotCreate')
  const { data: list } = useQuery(vsnap(applianceId, 'volumeSnapshotList', { params: { id: volume.id } }))
  const form = useForm({
    mode: 'onChange',
    resolver: byRules<{ name: string }>(({ name }) => ({
      name: name === '' ? undefined : snapshotCan.name(name, list?.snapshots ?? []),
    })),
    defaultValues: { name: '' },
  })
  const send = submitting(form, async ({ name }) => {
    const snapshot = await create.mutateAsync({ params: { id: volume.id }, body: name === '' ? {} : { name } })
    toast({
      title: `Snapshot ${snapshot.name} created`,
      link: { to: paths.volume(applianceId, volume.id, { tab: 'snapshots' }), text: `Snapshots of ${volume.name}` },
    })
    onClose()
  })
  return (
    <DialogForm
      title={`Create snapshot of ${volume.name}`}
      description="It keeps the volume as it is now, and takes space only for what changes afterwards."
      submit="Create snapshot"
      isBusy={create.isPending}
      error={errorAbove(form, create.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <TextField
        control={form.control}
        name="name"
        label="Name"
        help="Optional: without one the appliance makes a name that is free."
        autoComplete="off"
        spellCheck={false}
        startsHere
      />
    </DialogForm>
  )
}
