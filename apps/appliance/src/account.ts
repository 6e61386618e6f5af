import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { readIfThere, writePrivateFile } from './private-file.ts'

const derive = promisify<string, Buffer, number, Buffer>(scrypt)

/** The account of an appliance, by which every call is authenticated (§1). */
export interface Account {
  readonly user: string
  /** Whether these are the account's user and password; takes as long for a wrong user as for a wrong password. */
  verify(user: string, password: string): Promise<boolean>
}

const stored = z.object({ user: z.string().min(1), salt: z.base64(), hash: z.base64() })
type Stored = z.output<typeof stored>

const accountFile = 'account.json'
const hashLength = 32

const defaultUser = 'vsnap'

/**
 * The account kept in `dir` (a scrypt hash, mode 0600). What `given` says replaces what is kept; a password that is
 * given nowhere is generated, and answered as `generated` this one time.
 * @throws Error when what is kept cannot be read, or a name or password could not be sent with Basic authentication.
 */
export async function loadAccount(
  dir: string,
  given: { readonly user?: string | undefined; readonly password?: string | undefined } = {},
): Promise<{ readonly account: Account; readonly generated?: string }> {
  const path = join(dir, accountFile)
  const kept = readKept(path)
  const user = given.user ?? kept?.user ?? defaultUser
  if (user === '' || user.includes(':'))
    throw new Error('APPLIANCE_USER is empty or has a colon, which Basic authentication cannot carry.')
  if (given.password === '') throw new Error('APPLIANCE_PASSWORD is empty. Leave it out to have one generated.')
  if (given.password === undefined && kept?.user === user) return { account: accountOf(kept) }
  const password = given.password ?? randomBytes(15).toString('base64url')
  const salt = randomBytes(16)
  const hash = await derive(password, salt, hashLength)
  const account: Stored = { user, salt: salt.toString('base64'), hash: hash.toString('base64') }
  writePrivateFile(path, `${JSON.stringify(account, null, 2)}\n`)
  return { account: accountOf(account, password), ...(given.password === undefined ? { generated: password } : {}) }
}

function readKept(path: string): Stored | undefined {
  const text = readIfThere(path)
  if (text === undefined) return undefined
  try {
    return stored.parse(JSON.parse(text))
  } catch (cause) {
    throw new Error(`${path} cannot be read. Restore it, or delete it to set a new account.`, { cause })
  }
}

/**
 * Every call carries the password, and a slow hash for each would let a few calls keep the machine busy: once a
 * pair has been proved by the slow hash, its keyed digest (in memory, with a key of this process) decides.
 */
function accountOf({ user, salt, hash }: Stored, known?: string): Account {
  const key = randomBytes(32)
  const digest = (...parts: string[]): Buffer => createHmac('sha256', key).update(JSON.stringify(parts)).digest()
  const expectedUser = digest(user)
  let proved = known === undefined ? undefined : digest(user, known)
  return {
    user,
    async verify(givenUser, password) {
      const pair = digest(givenUser, password)
      if (proved) return timingSafeEqual(pair, proved)
      const derived = await derive(password, Buffer.from(salt, 'base64'), hashLength)
      const isPassword = timingSafeEqual(derived, Buffer.from(hash, 'base64'))
      const isUser = timingSafeEqual(digest(givenUser), expectedUser)
      if (isPassword && isUser) proved = pair
      return isPassword && isUser
    },
  }
}
