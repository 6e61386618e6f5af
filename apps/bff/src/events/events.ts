import type { FleetEvent } from '@vsnap/console-api/event.ts'

/** One event under its id, which goes on counting within one process. */
export interface Numbered {
  readonly id: string
  readonly event: FleetEvent
}

/** What happens in the fleet, for whoever listens: browsers, mostly. */
export interface Events {
  tell(event: FleetEvent): void
  /**
   * Hands everything after the event `since` to `listener`, and then what comes; when it is not known any more what came
   * after it, that anything may have changed; to who is new, what happened while its page was opening. Answers how to stop.
   */
  listen(since: string | undefined, listener: (numbered: Numbered) => void): () => void
}

/** Events that can be told again to who was away for a moment. */
const kept = 1_000
/** Milliseconds that a page may have read lists before it begins to listen. */
const opening = 5_000

export function createEvents(): Events {
  // Another process counts anew: its ids shall not be taken for this one's.
  const process = Date.now().toString(36)
  const past: { n: number; event: FleetEvent; at: number }[] = []
  const listeners = new Set<(numbered: Numbered) => void>()
  let last = 0
  const numbered = (n: number, event: FleetEvent): Numbered => ({ id: `${process}-${n}`, event })

  return {
    tell(event) {
      last += 1
      past.push({ n: last, event, at: Date.now() })
      if (past.length > kept) past.shift()
      for (const listener of listeners) listener(numbered(last, event))
    },

    listen(since, listener) {
      if (since !== undefined) {
        const [of, n] = since.split('-')
        const from = of === process && /^\d+$/.test(n ?? '') ? Number(n) : undefined
        const isComplete = from !== undefined && from <= last && from >= (past[0]?.n ?? last + 1) - 1
        if (isComplete) {
          for (const one of past) if (one.n > from) listener(numbered(one.n, one.event))
        } else listener(numbered(last, { appliance: null, changes: ['*'] }))
      } else {
        const from = Date.now() - opening
        for (const one of past) if (one.at >= from) listener(numbered(one.n, one.event))
      }
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
