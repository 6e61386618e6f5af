import { answeredError } from '@vsnap/contract/client.ts'
import { useSyncExternalStore } from 'react'

/*
 * A session that ends while somebody works must not cost the page that they are on. Calls that meet the end of the
 * session wait here; the shell asks to log in again; then the calls are repeated.
 */
let working = false
let expired = false
let waiting: ((again: boolean) => void)[] = []
const listeners = new Set<() => void>()

function settle(again: boolean) {
  const calls = waiting
  waiting = []
  expired = false
  for (const call of calls) call(again)
  for (const listener of listeners) listener()
}

/** Says that somebody is logged in and at work: from now on an ended session is asked about, not left for the log-in page. */
export function sessionBegan() {
  working = true
  settle(true)
}

/** Says that the person logged out or went to the log-in page. */
export function sessionEnded() {
  working = false
  settle(false)
}

/** Resolves when the person has logged in again; throws NotLoggedInError when nobody was at work, or they gave up. */
export async function loggedInAgain(answer: { status: number; body: unknown }): Promise<void> {
  const again =
    working &&
    (await new Promise<boolean>((resolve) => {
      waiting.push(resolve)
      expired = true
      for (const listener of listeners) listener()
    }))
  if (!again) throw answeredError(answer.status, answer.body)
}

/** True while calls wait for the person to log in again. */
export function useSessionExpired(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => expired,
  )
}
