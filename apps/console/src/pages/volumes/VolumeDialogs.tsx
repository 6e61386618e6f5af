import { vsnap } from '../../api/queries.ts'
import { ErrorAlert } from '../../components/ErrorAlert.tsx'
import type { useDialog } from '../../components/use-dialog.ts'
import { Modal, ModalBody, ModalHeader } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { DeleteSnapshot } from './snapshot-delete.tsx'
import { CreateSnapshot } from './snapshot-create.tsx'
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
    return (
      <Modal isOpen variant="small" onClose={dialog.close} aria-label="The volume cannot be changed">
        <ModalHeader title="The volume cannot be changed" />
        <ModalBody>
          <ErrorAlert error={error} />
        </ModalBody>
      </Modal>
    )
  }
  const props = { applianceId, volume, onClose: dialog.close }
  if (dialog.name === 'snapshot') return <CreateSnapshot {...props} />
  if (dialog.name === 'rename') return <RenameVolume {...props} />
  if (dialog.name === 'resize') return <ResizeVolume {...props} />
  if (dialog.name === 'delete') return <DeleteVolume {...props} />
  if (dialog.name === 'delete-snapshot' && dialog.on !== undefined)
    return <DeleteSnapshot {...props} snapshotId={dialog.on} />
  return null
}
