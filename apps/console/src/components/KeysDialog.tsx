import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Modal,
  ModalBody,
  ModalHeader,
} from '@patternfly/react-core'

const keys: readonly { readonly title: string; readonly keys: readonly (readonly [key: string, does: string])[] }[] = [
  {
    title: 'Everywhere',
    keys: [
      ['/ or Ctrl K', 'search objects, pages and actions'],
      ['?', 'show these keys'],
      ['Escape', 'close what is open'],
    ],
  },
  {
    title: 'In a list',
    keys: [
      ['Tab', 'go into the rows'],
      ['↓ ↑', 'go to the next row, the one before'],
      ['Home, End', 'go to the first row, the last one'],
      ['Space', 'choose the row, or no longer'],
      ['A', 'go to what can be done with the rows that are chosen'],
      ['Shift and a click', 'choose all rows from the last one on'],
      ['Enter', 'open the row, or what has the focus'],
    ],
  },
  {
    title: 'In the tabs of a page',
    keys: [
      ['← →', 'go to the tab before, the next one'],
      ['Home, End', 'go to the first tab, the last one'],
      ['Enter', 'open the tab'],
    ],
  },
]

/** The keys that work. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Modal isOpen variant="small" onClose={onClose} aria-labelledby="keys-title">
      <ModalHeader title="Keys" labelId="keys-title" />
      <ModalBody tabIndex={0} aria-label="Keys that work">
        <div className="vs-stack">
          {keys.map(({ title, keys: own }) => (
            <section key={title} aria-label={title} className="vs-stack">
              <h2 className="vs-label">{title}</h2>
              <DescriptionList isHorizontal isCompact>
                {own.map(([key, does]) => (
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
