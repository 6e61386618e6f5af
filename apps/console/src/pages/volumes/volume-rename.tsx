import { useOperation } from '../../api/operations.ts'
import { vsnap } from '../../api/queries.ts'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { TextField } from '../../components/form/fields.tsx'
import { byRules, errorAbove, submitting } from '../../components/form/submit.ts'
import { toast } from '../../components/toasts.tsx'
import { volumeCan } from '@vsnap/vsnap-api/volume.rules.ts'
import type { Volume } from '@vsnap/vsnap-api/volume.ts'
import { useQuery } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'

/** What every dialog of a volume gets. */
export interface DialogProps {
  readonly applianceId: string
  readonly volume: Volume
  readonly onClose: () => void
}

/** Another name for a volume (guide §8.4). */
export function RenameVolume({ applianceId, volume, onClose }: DialogProps) {
  const update = useOperation(applianceId, 'volumeUpdate')
  const { data: list } = useQuery(vsnap(applianceId, 'volumeList'))
  const form = useForm({
    mode: 'onChange',
    resolver: byRules<{ name: string }>(({ name }) => ({
      name: name === volume.name ? undefined : volumeCan.rename(volume, name, list?.volumes ?? []),
    })),
    defaultValues: { name: volume.name },
  })
  const send = submitting(form, async ({ name }) => {
    if (name !== volume.name) {
      await update.mutateAsync({ params: { id: volume.id }, body: { name } })
      toast({ title: `Volume ${volume.name} renamed to ${name}` })
    }
    onClose()
  })
  return (
    <DialogForm
      title={`Rename ${volume.name}`}
      description="What clients use stays as it is: the path of a share, the serial of a LUN."
      submit="Rename"
      isBusy={update.isPending}
      error={errorAbove(form, update.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <TextField
        control={form.control}
        name="name"
        label="Name"
        autoComplete="off"
        spellCheck={false}
        startsHere
        isRequired
      />
    </DialogForm>
  )
}
