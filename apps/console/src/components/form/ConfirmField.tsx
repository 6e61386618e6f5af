import { TextInput } from '@patternfly/react-core'
import { useId } from 'react'
import { FieldFrame } from './fields.tsx'

/** Whether what was typed is what had to be. */
export const isConfirmed = (typed: string, phrase: string): boolean => typed.trim() === phrase.trim()

/** What has to be typed before something is done that cannot be taken back. It has the focus when its dialog opens. */
export function ConfirmField({
  label,
  phrase,
  value,
  onChange,
}: {
  readonly label: string
  readonly phrase: string
  readonly value: string
  readonly onChange: (typed: string) => void
}) {
  const id = useId()
  return (
    <FieldFrame
      id={id}
      label={label}
      help={
        <code className="vs-code vs-break" dir="auto">
          {phrase}
        </code>
      }
    >
      <TextInput
        id={id}
        value={value}
        dir="auto"
        onChange={(_, typed) => onChange(typed)}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-help`}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog, where the focus has to go somewhere
        autoFocus
      />
    </FieldFrame>
  )
}
