import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core'
import { useBeforeUnload, useBlocker } from 'react-router'

/** Asks before a page with unsaved input is left; steps of the same page are no leaving. */
export function LeaveGuard({ isDirty, text }: { isDirty: () => boolean; text: string }) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname && isDirty(),
  )
  useBeforeUnload((event) => {
    if (isDirty()) event.preventDefault()
  })
  if (blocker.state !== 'blocked') return null
  return (
    <Modal
      isOpen
      variant="small"
      onClose={() => blocker.reset()}
      aria-labelledby="leave-title"
      aria-describedby="leave-text"
    >
      <ModalHeader title="Leave this page?" labelId="leave-title" />
      <ModalBody id="leave-text">{text} What you entered is lost when you leave.</ModalBody>
      <ModalFooter>
        <Button variant="danger" onClick={() => blocker.proceed()}>
          Leave
        </Button>
        <Button variant="link" onClick={() => blocker.reset()}>
          Stay
        </Button>
      </ModalFooter>
    </Modal>
  )
}
