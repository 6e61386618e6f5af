import { said } from '../ui/isolated.ts'
import { Alert, List, ListItem } from '@patternfly/react-core'
import { useState } from 'react'
import { ConfirmField, isConfirmed } from './form/ConfirmField.tsx'
import { DialogForm } from './form/DialogForm.tsx'

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
  /** Why it cannot be done now, in the rules' words; nothing can be typed then. */
  readonly refusal?: React.ReactNode
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
  refusal,
  onConfirm,
  isBusy,
  error,
  onClose,
}: ConfirmDeleteProps) {
  const [typed, setTyped] = useState('')
  const isSure = refusal === undefined && consequences !== undefined && isConfirmed(typed, name)
  return (
    <DialogForm
      title={said`${verb} ${what} ${name}?`}
      submit={verb}
      isDanger
      isBusy={isBusy}
      isDisabled={!isSure}
      error={error}
      onClose={onClose}
      onSubmit={() => (isSure ? onConfirm().catch(() => undefined) : undefined)}
    >
      {refusal !== undefined ? (
        <Alert variant="warning" isInline title={`This ${what} cannot be deleted now`}>
          {refusal}
        </Alert>
      ) : consequences === undefined ? (
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
      {note && <div>{note}</div>}
      {refusal === undefined && (
        <ConfirmField
          label={`Type the name of the ${what} to confirm`}
          phrase={name}
          value={typed}
          onChange={setTyped}
        />
      )}
    </DialogForm>
  )
}
