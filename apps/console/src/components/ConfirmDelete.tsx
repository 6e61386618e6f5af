import { Alert, List, ListItem } from '@patternfly/react-core'
import { useState } from 'react'
import { errorText } from '../api/errors.ts'
import { ConfirmField, isConfirmed } from './form/ConfirmField.tsx'
import { DialogForm } from './form/DialogForm.tsx'
import { words } from './confirm-words.ts'

interface ConfirmDeleteProps {
  readonly what: keyof typeof words.of
  /** What has to be typed. */
  readonly name: string
  /** What goes with it, a line each: `12 volumes`; undefined while it is being counted. */
  readonly consequences: readonly React.ReactNode[] | undefined
  /** What stays as it is, or else is good to know. */
  readonly note?: React.ReactNode
  /** Why it cannot be done now, in the rules' words, and what would have to go first; nothing can be typed then. */
  readonly refusal?: { readonly reason: string; readonly links?: React.ReactNode } | undefined
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
  consequences,
  note,
  refusal,
  onConfirm,
  isBusy,
  error,
  onClose,
}: ConfirmDeleteProps) {
  const of = words.of[what]
  const [typed, setTyped] = useState('')
  const isSure = refusal === undefined && consequences !== undefined && isConfirmed(typed, name)
  return (
    <DialogForm
      title={of.title(name)}
      submit={of.submit}
      isDanger
      isBusy={isBusy}
      isDisabled={!isSure}
      // What was refused in the same words is not said twice.
      error={error && errorText(error).message === refusal?.reason ? null : error}
      onClose={onClose}
      onSubmit={() => (isSure ? onConfirm().catch(() => undefined) : undefined)}
    >
      {refusal !== undefined ? (
        <Alert variant="warning" isInline title={of.refused}>
          <p className="vs-break">{refusal.reason}</p>
          {refusal.links}
        </Alert>
      ) : consequences === undefined ? (
        <output>{words.counting}</output>
      ) : consequences.length > 0 ? (
        <div>
          <p>{words.alsoGoes}</p>
          <List>
            {consequences.map((line, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- the lines never change their order
              <ListItem key={index}>{line}</ListItem>
            ))}
          </List>
        </div>
      ) : null}
      {note && <div>{note}</div>}
      {refusal === undefined && <ConfirmField label={of.typeName} phrase={name} value={typed} onChange={setTyped} />}
    </DialogForm>
  )
}
