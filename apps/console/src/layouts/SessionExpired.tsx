import { sessionBegan, sessionEnded } from '../api/expiry.ts'
import { usePerson } from '../api/person.ts'
import { Modal, ModalBody, ModalHeader } from '@patternfly/react-core'
import { LogInForm } from '../components/LogInForm.tsx'
import { words } from './words.tsx'

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
      <ModalHeader title={words.expired.title} labelId="expired-title" />
      <ModalBody>
        <div className="vs-stack">
          <p id="expired-text">{words.expired.text}</p>
          <LogInForm username={person.name} onLoggedIn={sessionBegan} />
        </div>
      </ModalBody>
    </Modal>
  )
}
