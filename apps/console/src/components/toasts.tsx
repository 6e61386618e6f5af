import { Alert, AlertActionCloseButton, AlertGroup } from '@patternfly/react-core'
import { useSyncExternalStore } from 'react'
import { PageLink } from './PageLink.tsx'

interface Toast {
  readonly title: string
  readonly variant: 'success' | 'info' | 'warning' | 'danger'
  /** Where to look at what was done. */
  readonly link?: { readonly to: string; readonly text: string }
}

let toasts: readonly (Toast & { key: number })[] = []
let last = 0
const listeners = new Set<() => void>()
const timeout = 8_000

function change(next: typeof toasts) {
  toasts = next
  for (const listener of listeners) listener()
}

/** Says that something was done: `toast({title: 'Pool archive created', link: {to, text: 'archive'}})`. Errors are shown where they happen instead. */
export function toast({ variant = 'success', ...rest }: Omit<Toast, 'variant'> & { variant?: Toast['variant'] }): void {
  last += 1
  change([...toasts, { ...rest, variant, key: last }])
}

const close = (key: number) => change(toasts.filter((shown) => shown.key !== key))

/** Takes away what was said of a thing that is acted on again, by where it leads: it is no longer so. */
export function dismissToasts(to: string): void {
  change(toasts.filter(({ link }) => link?.to !== to))
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
  return (
    <AlertGroup isToast isLiveRegion>
      {shown.map(({ key, title, variant, link }) => (
        <Alert
          key={key}
          variant={variant}
          title={title}
          timeout={timeout}
          onTimeout={() => close(key)}
          actionClose={<AlertActionCloseButton variantLabel={variant} onClose={() => close(key)} />}
          // Who has followed it wants to see what is beneath.
          actionLinks={
            link && (
              <PageLink to={link.to} onClick={() => close(key)}>
                {link.text}
              </PageLink>
            )
          }
        />
      ))}
    </AlertGroup>
  )
}
