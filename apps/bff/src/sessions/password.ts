import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'

/** 32 MB and about a tenth of a second for each guess (OWASP's figures for scrypt). */
const cost = { N: 2 ** 15, r: 8, p: 3 }

/** Hashes a password as `scrypt$N$r$p$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return written(salt, await derive(password, salt, cost))
}

/** The hash of no password: to be compared as long as any other with what is typed for somebody who does not exist. */
export const hashOfNothing = (): string => written(randomBytes(16), randomBytes(32))

const written = (salt: Buffer, hash: Buffer): string =>
  ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$')

/** Whether a password is the one that was hashed; takes the same time for a wrong one. */
export async function verifyPassword(password: string, hashed: string): Promise<boolean> {
  const [scheme, N, r, p, salt, hash] = hashed.split('$')
  if (scheme !== 'scrypt' || !salt || !hash) throw new Error('a password hash of an unknown kind')
  const expected = Buffer.from(hash, 'base64url')
  const found = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) })
  return timingSafeEqual(expected, found)
}

/** At most two at a time: more would take memory, and the threads that look up names for everything else. */
const gate = { free: 2, waiting: [] as (() => void)[] }

async function derive(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  if (gate.free > 0) gate.free -= 1
  else await new Promise<void>((resolve) => gate.waiting.push(resolve))
  try {
    return await new Promise((resolve, reject) => {
      scrypt(password.normalize('NFKC'), salt, 32, { ...options, maxmem: 64 * 1024 * 1024 }, (error, key) =>
        error ? reject(error) : resolve(key),
      )
    })
  } finally {
    const next = gate.waiting.shift()
    if (next) next()
    else gate.free += 1
  }
}
