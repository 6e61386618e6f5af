import { useOperation } from '../../api/operations.ts'
import { vsnap } from '../../api/queries.ts'
import { ConfirmDelete } from '../../components/ConfirmDelete.tsx'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { toast } from '../../components/toasts.tsx'
import type { useDialog } from '../../components/use-dialog.ts'
import { paths } from '../../paths.ts'
import type { Host } from '@vsnap/vsnap-api/host.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { EditHost } from './host-form.tsx'

interface Props {
  readonly applianceId: string
  readonly host: Host
  readonly onClose: () => void
}

/** The dialog that the URL names, for one host. */
export default function HostDialogs({
  applianceId,
  hostId,
  dialog,
}: {
  applianceId: string
  hostId: string
  dialog: ReturnType<typeof useDialog>
}) {
  const { data: host } = useQuery(vsnap(applianceId, 'hostView', { params: { id: hostId } }))
  if (!host) return null
  const props = { applianceId, host, onClose: dialog.close }
  if (dialog.name === 'edit') return <EditHost {...props} />
  if (dialog.name === 'unmap') return <UnmapVolume {...props} volumeId={dialog.on ?? ''} />
  if (dialog.name === 'delete') return <DeleteHost {...props} />
  return null
}

/** The host loses a disk at once; the volume and what is on it stay. */
function UnmapVolume({ applianceId, host, volumeId, onClose }: Props & { volumeId: string }) {
  const unmap = useOperation(applianceId, 'hostUnmap')
  const { data: volume } = useQuery(vsnap(applianceId, 'volumeView', { params: { id: volumeId } }))
  const name = volume?.name ?? volumeId
  return (
    <DialogForm
      title={`Unmap ${name} from ${host.name}?`}
      description="The host loses the disk at once: unmount it there first. The volume and everything in it stay."
      submit="Unmap"
      isDanger
      isBusy={unmap.isPending}
      error={unmap.error}
      onClose={onClose}
      onSubmit={async () => {
        try {
          await unmap.mutateAsync({ params: { id: host.id }, body: { action: 'unmap', vol_id: volumeId } })
        } catch {
          return // the dialog shows it
        }
        toast({ title: `${host.name} does not see ${name} any more` })
        onClose()
      }}
    >
      {null}
    </DialogForm>
  )
}

function DeleteHost({ applianceId, host, onClose }: Props) {
  const remove = useOperation(applianceId, 'hostDelete')
  const navigate = useNavigate()
  const count = host.mapped_luns?.length ?? 0
  return (
    <ConfirmDelete
      what="host"
      name={host.name}
      consequences={
        count === 0 ? [] : [`${count} ${count === 1 ? 'mapping' : 'mappings'}: it sees these volumes no more`]
      }
      note="The volumes and everything in them stay."
      isBusy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={async () => {
        await remove.mutateAsync({ params: { id: host.id } })
        toast({ title: `Host ${host.name} deleted` })
        await navigate(paths.hosts({ appliance: applianceId }), { replace: true })
      }}
    />
  )
}
