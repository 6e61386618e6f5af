import { Button, TextInputGroup, TextInputGroupMain, TextInputGroupUtilities } from '@patternfly/react-core'
import { RhMicronsCloseIcon, SearchIcon } from '@patternfly/react-icons'
import { useRef, useState } from 'react'
import { words } from './words.ts'

interface FilterInputProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A text that narrows a list. What is typed is there at once, even while the list still follows. */
export function FilterInput({ label, value, onChange }: FilterInputProps) {
  const [typed, setTyped] = useState({ value, text: value })
  if (typed.value !== value) setTyped({ value, text: value })
  const inputRef = useRef<HTMLInputElement>(null)
  const change = (text: string) => {
    setTyped({ value, text })
    onChange(text)
  }
  return (
    <TextInputGroup>
      <TextInputGroupMain
        innerRef={inputRef}
        icon={<SearchIcon />}
        aria-label={label}
        placeholder={words.filter.placeholder}
        // In a form it only narrows what can be chosen there.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        value={typed.text}
        onChange={(_, text) => change(text)}
      />
      {typed.text !== '' && (
        <TextInputGroupUtilities>
          <Button
            variant="plain"
            aria-label={words.filter.reset}
            icon={<RhMicronsCloseIcon />}
            onClick={() => {
              change('')
              inputRef.current?.focus()
            }}
          />
        </TextInputGroupUtilities>
      )}
    </TextInputGroup>
  )
}
