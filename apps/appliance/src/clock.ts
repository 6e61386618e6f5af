/** Where the time comes from, so that a demo can have a past and a test can wait for nothing. */
export interface Clock {
  /** Epoch seconds, whole. */
  now(): number
}

export const systemClock: Clock = { now: () => Math.floor(Date.now() / 1000) }
