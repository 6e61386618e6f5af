import { sessionBegan, sessionEnded } from '../api/expiry.ts'
import { usePerson } from '../api/person.ts'
import { Modal, ModalBody, ModalHeader } from '@patternfly/react-core'
import { LogInForm } from '../components/LogInForm.tsx'

/** The session ended while somebody worked: ask to log in again, over the page as it is. What was under way is repeated then. */
export function SessionExpired() {
  const person = usePerson()
  return (
    <Modal
      isOpen
      variant="small"
      aria-labelledby="expired-title"
      aria-describedby="expired-text"
      onClose={sessionEnded}
    >
      <ModalHeader title="Your session has ended" labelId="expired-title" />
      <ModalBody>
        <div className="vs-stack">
          <p id="expired-text">Log in again to go on where you are; nothing on this page is lost.</p>
          <LogInForm username={person.name} onLoggedIn={sessionBegan} />
        </div>
      </ModalBody>
    </Modal>
  )
}
