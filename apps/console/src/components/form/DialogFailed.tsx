import { Modal, ModalBody, ModalHeader } from '@patternfly/react-core'
import { ErrorAlert } from '../ErrorAlert.tsx'

/** Instead of a dialog whose object could not be read: `title` says what cannot be done. */
export function DialogFailed({ title, error, onClose }: { title: string; error: unknown; onClose: () => void }) {
  return (
    <Modal isOpen variant="small" onClose={onClose} aria-label={title}>
      <ModalHeader title={title} />
      <ModalBody>
        <ErrorAlert error={error} />
      </ModalBody>
    </Modal>
  )
}
