import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Modal,
  ModalBody,
  ModalHeader,
} from '@patternfly/react-core'
import { words } from './keys-words.ts'

/** The keys that work. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Modal isOpen variant="small" onClose={onClose} aria-labelledby="keys-title">
      <ModalHeader title={words.title} labelId="keys-title" />
      <ModalBody tabIndex={0} aria-label={words.heard.keys}>
        <div className="vs-stack">
          {words.sections.map(({ title, keys }) => (
            <section key={title} aria-label={title} className="vs-stack">
              <h2 className="vs-label">{title}</h2>
              <DescriptionList isHorizontal isCompact>
                {keys.map(([key, does]) => (
                  <DescriptionListGroup key={key}>
                    <DescriptionListTerm>
                      <kbd>{key}</kbd>
                    </DescriptionListTerm>
                    <DescriptionListDescription>{does}</DescriptionListDescription>
                  </DescriptionListGroup>
                ))}
              </DescriptionList>
            </section>
          ))}
        </div>
      </ModalBody>
    </Modal>
  )
}
