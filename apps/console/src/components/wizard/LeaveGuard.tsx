import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core'
import { useBeforeUnload, useBlocker } from 'react-router'
import { words } from './words.ts'

const { leave } = words

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
      <ModalHeader title={leave.title} labelId="leave-title" />
      <ModalBody id="leave-text">
        {text} {leave.lost}
      </ModalBody>
      <ModalFooter>
        <Button variant="danger" onClick={() => blocker.proceed()}>
          {leave.leave}
        </Button>
        <Button variant="link" onClick={() => blocker.reset()}>
          {leave.stay}
        </Button>
      </ModalFooter>
    </Modal>
  )
}
