import { Button } from '@patternfly/react-core'
import { SearchIcon } from '@patternfly/react-icons'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { words } from './words.tsx'

const Search = lazy(() => import('../components/search/Search.tsx').then((module) => ({ default: module.Search })))
const KeysDialog = lazy(() => import('../components/KeysDialog.tsx').then((module) => ({ default: module.KeysDialog })))

/** Where a key is a letter. */
const typing = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]'
const dialog = '[role="dialog"]'

/** What a key opens, wherever the focus is; nothing while a dialog is open. */
function openedBy({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): 'search' | 'keys' | undefined {
  if (document.querySelector(dialog) || altKey) return undefined
  if (ctrlKey || metaKey) return key.toLowerCase() === 'k' ? 'search' : undefined
  if (target instanceof Element && target.matches(typing)) return undefined
  return key === '/' ? 'search' : key === '?' ? 'keys' : undefined
}

/** The masthead's search, and the keys that work everywhere: `/` and Ctrl-K search, `?` shows the keys. */
export function Shortcuts() {
  const [open, setOpen] = useState<'search' | 'keys'>()
  // What is typed while the search is on its way the first time. Null: no search is on its way.
  const early = useRef<string>(null)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isEarly = early.current !== null && document.querySelector(dialog) === null
      const opened = openedBy(event)
      if (isEarly && event.key.length === 1 && !event.ctrlKey && !event.metaKey) early.current += event.key
      else if (opened) {
        early.current = opened === 'search' ? '' : null
        setOpen(opened)
      } else return
      event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  const close = () => {
    early.current = null
    setOpen(undefined)
  }
  return (
    <>
      <Button
        variant="plain"
        icon={<SearchIcon />}
        aria-label={words.search.search}
        aria-keyshortcuts="/ Control+K"
        title={words.search.hint}
        onClick={() => setOpen('search')}
      />
      <Suspense>
        {open === 'search' && <Search early={early} onClose={close} />}
        {open === 'keys' && <KeysDialog onClose={close} />}
      </Suspense>
    </>
  )
}
