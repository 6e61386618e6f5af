/** Seconds that something has to be over before its alert is cleared, unless another time is wanted; and at the most. */
const usual = 60
const most = 900
/** Seconds after which nobody remembers that it ever flapped. */
const memory = 3_600

/** Tells what is over from what will be back in a moment: what flaps stays one alert. */
export interface Steadiness {
  /** An alert was raised: soon after the last one, it flaps. */
  raised(key: string, now: number): void
  /** It is (still, or again) so. */
  isSo(key: string, now: number): void
  /** It is not so now: is it over for good? */
  isOver(key: string, now: number): boolean
  cleared(key: string): void
}

/** `first`: seconds that something has to be over; each time that it came back, twice as long. */
export function createSteadiness(first = usual): Steadiness {
  const gone = new Map<string, number>()
  const returns = new Map<string, { times: number; last: number }>()

  const timesOf = (key: string, now: number): number => {
    const known = returns.get(key)
    if (!known) return 0
    if (now - known.last <= memory) return known.times
    returns.delete(key)
    return 0
  }
  const isBack = (key: string, now: number) => returns.set(key, { times: timesOf(key, now) + 1, last: now })

  return {
    raised(key, now) {
      for (const [other, { last }] of returns) if (now - last > memory) returns.delete(other)
      // The first time is none: it is remembered that there was one.
      if (returns.has(key)) isBack(key, now)
      else returns.set(key, { times: 0, last: now })
    },
    isSo(key, now) {
      if (gone.delete(key)) isBack(key, now)
    },
    isOver(key, now) {
      const since = gone.get(key) ?? now
      gone.set(key, since)
      return now - since >= Math.min(first * 2 ** timesOf(key, now), most)
    },
    cleared: (key) => void gone.delete(key),
  }
}
