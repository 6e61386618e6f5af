/* oxlint-disable jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus, jsx-a11y/prefer-tag-over-role, jsx-a11y/role-has-required-aria-props -- the keys are those of the combobox, which keeps the focus; its isExpanded is aria-expanded */
import { Modal, ModalBody, ModalHeader, TextInputGroup, TextInputGroupMain } from '@patternfly/react-core'
import { SearchIcon } from '@patternfly/react-icons'
import { useEffect, useId, useState } from 'react'
import { useNavigate } from 'react-router'
import { ErrorAlert } from '../ErrorAlert.tsx'
import type { Entry } from './entries.ts'
import { useSearch } from './use-search.ts'
import { words } from './words.ts'
import './search.css'

/** The search of everything: arrows choose, Enter goes there, Escape closes. `early`: what was typed before it was there. */
export function Search({ early, onClose }: { early: React.RefObject<string | null>; onClose: () => void }) {
  const id = useId()
  const [q, setQ] = useState(() => early.current ?? '')
  const [chosen, setChosen] = useState(0)
  const [isGoing, setGoing] = useState(false)
  const { groups, more, isPending, error } = useSearch(q)
  const navigate = useNavigate()
  const entries = groups.flatMap((group) => group.entries)
  const at = Math.max(0, Math.min(chosen, entries.length - 1))
  const active = entries[at]
  const go = (entry: Entry | undefined) => {
    if (!entry || entry.refusal !== undefined) return
    onClose()
    void navigate(entry.to)
  }
  // Who presses Enter before the answer is there means its first line.
  useEffect(() => {
    if (isGoing && !isPending) go(active)
  })
  useEffect(() => {
    // No expression: in some browsers it returns a promise, which is nothing to clean up.
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, at])
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      setGoing(false)
      if (entries.length > 0) setChosen((at + step + entries.length) % entries.length)
    } else if (event.key === 'Enter') {
      if (isPending && at === 0) setGoing(true)
      else go(active)
    } else return
    event.preventDefault()
  }
  return (
    <Modal
      isOpen
      variant="medium"
      position="top"
      onClose={onClose}
      aria-labelledby={`${id}-title`}
      elementToFocus={`#${CSS.escape(`${id}-input`)}`}
    >
      <ModalHeader title={words.search} labelId={`${id}-title`} />
      <ModalBody>
        <div className="vs-stack">
          <TextInputGroup onKeyDown={onKeyDown}>
            <TextInputGroupMain
              icon={<SearchIcon />}
              inputId={`${id}-input`}
              type="search"
              role="combobox"
              aria-label={words.heard.searchAll}
              placeholder={words.placeholder}
              isExpanded={entries.length > 0}
              aria-controls={`${id}-found`}
              aria-activedescendant={active && `${id}-${at}`}
              inputProps={{ autoComplete: 'off', spellCheck: false }}
              value={q}
              onChange={(_, text) => {
                setQ(text)
                setChosen(0)
                setGoing(false)
              }}
            />
          </TextInputGroup>
          <ErrorAlert error={error} title={words.failed} />
          <div
            role="listbox"
            id={`${id}-found`}
            aria-label={words.heard.found}
            className="vs-found"
            aria-busy={isPending}
          >
            {groups.map(({ name, entries: own }) => (
              <div key={name} role="group" aria-labelledby={`${id}-${name}`}>
                <div id={`${id}-${name}`} className="vs-label" role="presentation">
                  {words.groups[name]}
                </div>
                {own.map((entry) => {
                  const index = entries.indexOf(entry)
                  return (
                    <div
                      key={entry.key}
                      id={`${id}-${index}`}
                      role="option"
                      className="vs-found-one"
                      aria-selected={index === at}
                      aria-disabled={entry.refusal !== undefined}
                      onClick={() => go(entry)}
                    >
                      <span className="vs-break">{entry.text}</span>
                      <span className="vs-subtle vs-break">{entry.refusal ?? entry.aside}</span>
                    </div>
                  )
                })}
              </div>
            ))}
          </div>
          <output className="vs-subtle">{isPending ? words.searching : foundWords(q, entries.length, more)}</output>
        </div>
      </ModalBody>
    </Modal>
  )
}

function foundWords(q: string, count: number, more: boolean): string {
  if (q.trim() === '') return words.keys
  if (count === 0) return words.nothing(q.trim())
  return more ? words.best(count) : words.found(count)
}
