import { useOperation } from '../../api/operations.ts'
import { DialogForm } from '../form/DialogForm.tsx'
import { toast } from '../toasts.tsx'
import { words } from './words.ts'

interface Named {
  readonly id: string
  readonly name: string
}

interface Props {
  readonly applianceId: string
  readonly host: Named
  readonly volume: Named
  readonly onClose: () => void
}

/** Takes a LUN from a host (guide §10.6), which loses the disk at once; the volume and what is on it stay. */
export function UnmapVolume({ applianceId, host, volume, onClose }: Props) {
  const unmap = useOperation(applianceId, 'hostUnmap')
  return (
    <DialogForm
      title={words.unmap.title(volume.name, host.name)}
      description={words.unmap.description}
      submit={words.unmap.submit}
      isDanger
      isBusy={unmap.isPending}
      error={unmap.error}
      onClose={onClose}
      onSubmit={async () => {
        try {
          await unmap.mutateAsync({ params: { id: host.id }, body: { action: 'unmap', vol_id: volume.id } })
        } catch {
          return // the dialog shows it
        }
        toast({ title: words.unmap.done(volume.name, host.name) })
        onClose()
      }}
    >
      {null}
    </DialogForm>
  )
}
