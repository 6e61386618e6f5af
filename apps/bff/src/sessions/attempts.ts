import { ApiError } from '@vsnap/contract/error.ts'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { nameKey } from './people.ts'

const window = 15 * 60

/**
 * Wrong passwords are counted in three ways: for one person from one address, from one address, and for one person
 * from everywhere (high enough that a stranger can't easily keep somebody out).
 */
const limits = { pair: 10, address: 30, person: 100 }

/** Slows down whoever guesses passwords. */
export interface Attempts {
  /**
   * Counts an attempt before the password is looked at, so that many at once don't slip through.
   * Resolves to what takes the count back once the password was right.
   * @throws ApiError 429 TooManyAttempts with `retry_after` in seconds
   */
  count(name: string, address: string): Promise<() => Promise<void>>
}

export function createAttempts(): Attempts {
  const limiter = (points: number) => new RateLimiterMemory({ points, duration: window })
  const byPair = limiter(limits.pair)
  const byAddress = limiter(limits.address)
  const byPerson = limiter(limits.person)

  return {
    async count(name, address) {
      const person = nameKey(name)
      const counted = [
        [byAddress, address],
        [byPair, `${person} ${address}`],
        [byPerson, person],
      ] as const
      for (const [limit, key] of counted) await consume(limit, key)
      return async () => {
        await byPair.delete(`${person} ${address}`)
        await byAddress.reward(address)
        await byPerson.reward(person)
      }
    },
  }
}

async function consume(limit: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limit.consume(key)
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
    const wait = seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`
    throw new ApiError(429, 'TooManyAttempts', `Too many wrong passwords. Try again in ${wait}.`, {
      retry_after: seconds,
    })
  }
}
