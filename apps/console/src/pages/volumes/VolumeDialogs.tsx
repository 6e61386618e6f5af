import { vsnap } from '../../api/queries.ts'
import { CreateSnapshot } from '../../components/dialogs/CreateSnapshot.tsx'
import { DeleteSnapshot } from '../../components/dialogs/DeleteSnapshot.tsx'
import { DialogFailed } from '../../components/form/DialogFailed.tsx'
import type { useDialog } from '../../components/use-dialog.ts'
import { useQuery } from '@tanstack/react-query'
import { words } from './dialog-words.tsx'
import { DeleteVolumeShare, EditVolumeShare, MapToHost, Unmap } from './volume-access.tsx'
import { DeleteVolume } from './volume-delete.tsx'
import { RenameVolume } from './volume-rename.tsx'
import { ResizeVolume } from './volume-resize.tsx'

interface Props {
  readonly applianceId: string
  readonly volumeId: string
  readonly dialog: ReturnType<typeof useDialog>
}

/** The dialog that the URL names, for one volume. */
export default function VolumeDialogs({ applianceId, volumeId, dialog }: Props) {
  const { data: volume, error } = useQuery(vsnap(applianceId, 'volumeView', { params: { id: volumeId } }))
  if (!volume) {
    if (!error) return null
    return <DialogFailed title={words.failed} error={error} onClose={dialog.close} />
  }
  const props = { applianceId, volume, onClose: dialog.close }
  if (dialog.name === 'snapshot') return <CreateSnapshot {...props} />
  if (dialog.name === 'map') return <MapToHost {...props} />
  if (dialog.name === 'unmap' && dialog.on !== undefined) return <Unmap {...props} hostId={dialog.on} />
  if (dialog.name === 'edit-share') return <EditVolumeShare {...props} />
  if (dialog.name === 'delete-share') return <DeleteVolumeShare {...props} />
  if (dialog.name === 'rename') return <RenameVolume {...props} />
  if (dialog.name === 'resize') return <ResizeVolume {...props} />
  if (dialog.name === 'delete') return <DeleteVolume {...props} />
  if (dialog.name === 'delete-snapshot' && dialog.on !== undefined)
    return <DeleteSnapshot applianceId={applianceId} snapshotId={dialog.on} onClose={dialog.close} />
  return null
}
