import { useEffect } from 'react'

/**
 * After an action the button that it was begun with may be gone, at once or when what it began has ended. The focus goes
 * to `target` then, instead of to nowhere: each time that one of `changes` changes, once somebody `hasActed`.
 */
export function useFocusAfter(
  target: React.RefObject<HTMLElement | null>,
  hasActed: boolean,
  changes: readonly unknown[],
): void {
  useEffect(() => {
    if (!hasActed) return undefined
    // Not before a dialog that closes has given the focus back.
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) target.current?.focus()
    })
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react/exhaustive-deps -- whatever the page says that it depends on
  }, [target, hasActed, ...changes])
}
