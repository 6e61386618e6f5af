import { List, ListItem, TextInput } from '@patternfly/react-core'
import { useId, useState } from 'react'
import { DialogForm } from './form/DialogForm.tsx'
import { FieldFrame } from './form/fields.tsx'

interface ConfirmDeleteProps {
  /** What it is: `pool`. */
  readonly what: string
  /** What has to be typed. */
  readonly name: string
  /** The verb, when it is not Delete. */
  readonly verb?: string
  /** What goes with it, a line each: `12 volumes`; undefined while it is being counted. */
  readonly consequences: readonly React.ReactNode[] | undefined
  /** What stays as it is, or else is good to know. */
  readonly note?: React.ReactNode
  /** Does it; the mutation's `mutateAsync`. */
  readonly onConfirm: () => Promise<unknown>
  readonly isBusy: boolean
  readonly error: unknown
  readonly onClose: () => void
}

/** Asks before something is destroyed: says what goes with it, and wants its name typed. */
export function ConfirmDelete({
  what,
  name,
  verb = 'Delete',
  consequences,
  note,
  onConfirm,
  isBusy,
  error,
  onClose,
}: ConfirmDeleteProps) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const matches = typed.trim() === name.trim()
  return (
    <DialogForm
      title={`${verb} ${what} ${name}?`}
      submit={verb}
      isDanger
      isBusy={isBusy}
      isDisabled={!matches || consequences === undefined}
      error={error}
      onClose={onClose}
      onSubmit={() => (matches && consequences !== undefined ? onConfirm().catch(() => undefined) : undefined)}
    >
      {consequences === undefined ? (
        <output>Looking for what goes with it…</output>
      ) : consequences.length > 0 ? (
        <div>
          <p>This also goes, for good:</p>
          <List>
            {consequences.map((line, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- the lines never change their order
              <ListItem key={index}>{line}</ListItem>
            ))}
          </List>
        </div>
      ) : null}
      {note && <p>{note}</p>}
      <FieldFrame
        id={id}
        label={`Type the name of the ${what} to confirm`}
        help={<code className="vs-code vs-break">{name}</code>}
      >
        <TextInput
          id={id}
          value={typed}
          onChange={(_, value) => setTyped(value)}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${id}-help`}
        />
      </FieldFrame>
    </DialogForm>
  )
}
