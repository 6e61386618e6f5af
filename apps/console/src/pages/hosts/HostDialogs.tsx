import { useOperation } from '../../api/operations.ts'
import { vsnap } from '../../api/queries.ts'
import { ConfirmDelete } from '../../components/ConfirmDelete.tsx'
import { UnmapVolume } from '../../components/dialogs/UnmapVolume.tsx'
import { DialogFailed } from '../../components/form/DialogFailed.tsx'
import { VolumeLink } from '../../components/related.tsx'
import { toast } from '../../components/toasts.tsx'
import type { useDialog } from '../../components/use-dialog.ts'
import type { Host } from '@vsnap/vsnap-api/host.ts'
import { useQuery } from '@tanstack/react-query'
import { EditHost } from './host-form.tsx'
import { words } from './words.tsx'

const { deleteOne } = words

interface Props {
  readonly applianceId: string
  readonly hostId: string
  readonly dialog: ReturnType<typeof useDialog>
  /** Where it leads after the host is deleted, when the page goes with it. */
  readonly onDeleted?: () => unknown
}

/** The dialog that the URL names, for one host. */
export default function HostDialogs({ applianceId, hostId, dialog, onDeleted = dialog.close }: Props) {
  const view = vsnap(applianceId, 'hostView', { params: { id: hostId } })
  const { data: host, error, isFetchedAfterMount } = useQuery({ ...view, refetchOnMount: 'always' })
  if (!host) return error && <DialogFailed title={words.unchangeable} error={error} onClose={dialog.close} />
  const props = { applianceId, host, onClose: dialog.close }
  if (dialog.name === 'edit') return <EditHost {...props} />
  if (dialog.name === 'unmap') return <Unmap {...props} volumeId={dialog.on ?? ''} />
  if (dialog.name === 'delete') return <DeleteHost {...props} isCounted={isFetchedAfterMount} onDeleted={onDeleted} />
  return null
}

interface DialogProps {
  readonly applianceId: string
  readonly host: Host
  readonly onClose: () => void
}

function Unmap({ applianceId, host, volumeId, onClose }: DialogProps & { volumeId: string }) {
  const { data: volume } = useQuery(vsnap(applianceId, 'volumeView', { params: { id: volumeId } }))
  return (
    <UnmapVolume
      applianceId={applianceId}
      host={host}
      volume={{ id: volumeId, name: volume?.name ?? volumeId }}
      onClose={onClose}
    />
  )
}

/** More mapped volumes than this are counted and not named. */
const readable = 8

function DeleteHost({
  applianceId,
  host,
  isCounted,
  onClose,
  onDeleted,
}: DialogProps & { isCounted: boolean; onDeleted: () => unknown }) {
  const remove = useOperation(applianceId, 'hostDelete')
  const luns = host.mapped_luns ?? []
  const lines =
    luns.length > readable
      ? [deleteOne.mappings(luns.length)]
      : luns.map(({ vol_id: id }) => deleteOne.mapping(<VolumeLink applianceId={applianceId} id={id ?? ''} />))
  return (
    <ConfirmDelete
      what="host"
      name={host.name}
      consequences={isCounted ? lines : undefined}
      note={deleteOne.note}
      isBusy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={async () => {
        await remove.mutateAsync({ params: { id: host.id } })
        toast({ title: deleteOne.done(host.name) })
        await onDeleted()
      }}
    />
  )
}
