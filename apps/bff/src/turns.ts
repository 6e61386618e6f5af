/** Lets `most` pieces of work run at once; the others wait for their turn. */
export function createTurns(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      return await work()
    } finally {
      // The turn is handed on, not given back, while somebody waits.
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
