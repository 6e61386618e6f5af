import { setTimeout as wait } from 'node:timers/promises'

/** Where the time comes from, so that a demo can have a past and a test can wait for nothing. */
export interface Clock {
  /** Epoch seconds, whole. */
  now(): number
  /** Resolves when so many seconds have passed; does not keep a process alive. */
  sleep(seconds: number): Promise<void>
}

export const systemClock: Clock = {
  now: () => Math.floor(Date.now() / 1000),
  sleep: (seconds) => wait(seconds * 1000, undefined, { ref: false }),
}
