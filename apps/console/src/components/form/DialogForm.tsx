import { Button, Form, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core'
import { useId } from 'react'
import { ErrorAlert } from '../ErrorAlert.tsx'
import { ChangedSince, type Changed } from './ChangedSince.tsx'
import { words } from './words.tsx'

interface DialogFormProps {
  readonly title: string
  readonly description?: React.ReactNode
  /** On the button that does it: the verb, `Rename`. */
  readonly submit: string
  /** `form.handleSubmit(…)` of react-hook-form. What it throws is the mutation's error, shown by `error`. */
  readonly onSubmit: (event: React.FormEvent<HTMLFormElement>) => unknown
  readonly onClose: () => void
  readonly isBusy: boolean
  readonly error: unknown
  readonly isDanger?: boolean
  /** Wider, for what is more than a few fields. */
  readonly isWide?: boolean
  readonly isDisabled?: boolean
  /** What somebody else changed meanwhile, as `useEditing` tells it. */
  readonly changed?: Changed
  readonly children: React.ReactNode
}

/** A short form in a dialog: Enter submits, Escape closes, the server's refusal is shown inside. */
export function DialogForm({
  title,
  description,
  submit,
  onSubmit,
  onClose,
  isBusy,
  error,
  isDanger = false,
  isWide = false,
  isDisabled = false,
  changed,
  children,
}: DialogFormProps) {
  const id = useId()
  return (
    <Modal
      isOpen
      variant={isWide ? 'medium' : 'small'}
      onClose={isBusy ? () => undefined : onClose}
      aria-labelledby={`${id}-title`}
    >
      <ModalHeader
        title={title}
        labelId={`${id}-title`}
        {...(isDanger ? { titleIconVariant: 'warning' as const } : {})}
        description={description}
      />
      {/* What is long may have nothing in it to stand on: it is scrolled by the arrows when it has the focus itself. */}
      <ModalBody {...(isWide ? { tabIndex: 0, 'aria-label': title } : {})}>
        <Form
          id={`${id}-form`}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void onSubmit(event)
          }}
        >
          {changed && <ChangedSince {...changed} />}
          <ErrorAlert error={error} />
          {children}
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button
          type="submit"
          form={`${id}-form`}
          variant={isDanger ? 'danger' : 'primary'}
          isLoading={isBusy}
          isDisabled={isBusy || isDisabled}
          // The focus stays where it is.
          isAriaDisabled={changed?.isNews === true}
        >
          {changed && changed.changes.length > 0 && changed.isTyped
            ? (changed.anyway ?? words.changedSince.anyway)
            : submit}
        </Button>
        <Button variant="link" onClick={onClose} isDisabled={isBusy}>
          {words.cancel}
        </Button>
      </ModalFooter>
    </Modal>
  )
}
