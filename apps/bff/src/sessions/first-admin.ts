import { randomBytes } from 'node:crypto'
import type { People } from './people.ts'

export const firstAdmin = 'admin'

/** How the first admin came about, for the lines that the console prints when it starts. */
export type FirstAdmin =
  | { readonly state: 'kept' | 'set' }
  | { readonly state: 'generated'; readonly password: string }
  /** `CONSOLE_ADMIN_PASSWORD` was given, but `admin` exists with another password, which stays. */
  | { readonly state: 'other-password' }

/**
 * Makes the person `admin` when nobody exists yet, with the given password or one made up (told once, kept nowhere).
 * `reset`: gives `admin` a new password in any case, for whoever has forgotten it and has the machine.
 */
export async function ensureFirstAdmin(people: People, given: string | undefined, reset: boolean): Promise<FirstAdmin> {
  const exists = (await people.list()).length > 0
  if (exists && !reset) {
    if (given === undefined || (await people.verify(firstAdmin, given))) return { state: 'kept' }
    return { state: (await people.find(firstAdmin)) ? 'other-password' : 'kept' }
  }
  const password = given ?? generated()
  if (await people.find(firstAdmin)) await people.update(firstAdmin, { password, role: 'admin' })
  else await people.create({ name: firstAdmin, password, role: 'admin' })
  return given === undefined ? { state: 'generated', password } : { state: 'set' }
}

/** 100 bits, in letters and digits that can't be mistaken for each other. */
function generated(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789x'
  const text = [...randomBytes(20)].map((byte) => letters[byte % letters.length]).join('')
  return text.replaceAll(/(.{5})(?=.)/g, '$1-')
}
