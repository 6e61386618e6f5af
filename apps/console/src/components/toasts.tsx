/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-noninteractive-element-interactions -- a list without bullets is none for some browsers; who points at a toast only keeps it */
import { Button } from '@patternfly/react-core'
import { RhMicronsCloseIcon } from '@patternfly/react-icons'
import '@patternfly/react-styles/css/components/Alert/alert-group.css'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { Notice, type NoticeVariant } from '../ui/Notice.tsx'
import { PageLink } from './PageLink.tsx'

interface Toast {
  readonly title: string
  readonly variant: NoticeVariant
  /** Where to look at what was done. */
  readonly link?: { readonly to: string; readonly text: string }
}

let toasts: readonly (Toast & { key: number })[] = []
let last = 0
const listeners = new Set<() => void>()
/** How long one stays, and how long after somebody pointed at it (milliseconds). */
const timeout = { new: 8_000, left: 3_000 }

function change(next: typeof toasts) {
  toasts = next
  for (const listener of listeners) listener()
}

/** Says that something was done: `toast({title: 'Pool archive created', link: {to, text: 'archive'}})`. Errors are shown where they happen instead. */
export function toast({ variant = 'success', ...rest }: Omit<Toast, 'variant'> & { variant?: Toast['variant'] }): void {
  last += 1
  change([...toasts, { ...rest, variant, key: last }])
}

/** The corner where toasts appear; read aloud as they do. */
export function Toasts() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => toasts,
  )
  return createPortal(
    <ul role="list" aria-live="polite" aria-atomic="false" className="pf-v6-c-alert-group pf-m-toast">
      {shown.map(({ key, ...each }) => (
        <ToastItem key={key} {...each} onClose={() => change(toasts.filter((other) => other.key !== key))} />
      ))}
    </ul>,
    document.body,
  )
}

/** One of them. It goes by itself, but not while somebody points at it or is in it. */
function ToastItem({ title, variant, link, onClose }: Toast & { onClose: () => void }) {
  const [rest, setRest] = useState<number | undefined>(timeout.new)
  useEffect(() => {
    if (rest === undefined) return undefined
    const timer = setTimeout(onClose, rest)
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react/exhaustive-deps -- what closes it is another function each time, and the time stays
  }, [rest])
  const stay = () => setRest(undefined)
  const leave = () => setRest(timeout.left)
  return (
    <li
      className="pf-v6-c-alert-group__item"
      onPointerEnter={stay}
      onPointerLeave={leave}
      onFocus={stay}
      onBlur={leave}
    >
      <Notice
        variant={variant}
        title={title}
        close={
          <Button
            variant="plain"
            aria-label={`Close ${variant} alert: ${title}`}
            icon={<RhMicronsCloseIcon />}
            onClick={onClose}
          />
        }
        // Who has followed it wants to see what is beneath.
        links={
          link && (
            <PageLink to={link.to} onClick={onClose}>
              {link.text}
            </PageLink>
          )
        }
      />
    </li>
  )
}
