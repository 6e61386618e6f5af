import { useSyncExternalStore } from 'react'

// One clock for all times on the page.
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
/** Seconds. */
const tick = 5

function subscribe(listener: () => void) {
  listeners.add(listener)
  timer ??= setInterval(() => {
    for (const notify of listeners) notify()
  }, tick * 1000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** What `select` makes of the present time (epoch seconds); renders again when that changes. */
export function useNow<T extends string | number | boolean | undefined>(select: (now: number) => T): T {
  return useSyncExternalStore(subscribe, () => select(Math.floor(Date.now() / 1000)))
}
