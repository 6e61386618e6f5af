import type { User } from '@vsnap/console-api/user.ts'
import type { Role } from '@vsnap/contract/endpoint.ts'
import { ApiError } from '@vsnap/contract/error.ts'
import type { Full } from '@vsnap/contract/endpoint.ts'
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Database, PeopleTable } from '../database/schema.ts'
import { hashOfNothing, hashPassword, verifyPassword } from './password.ts'

/** The people who may log in to the console. */
export interface People {
  list(): Promise<Full<User>[]>
  /** @throws ApiError 409 AlreadyExistsError */
  create(person: { name: string; password: string; role: Role }): Promise<Full<User>>
  /** @throws ApiError 404 NotFoundError, 409 LastAdminError */
  update(name: string, change: { password?: string | undefined; role?: Role | undefined }): Promise<Full<User>>
  /** @throws ApiError 404 NotFoundError, 409 LastAdminError */
  remove(name: string): Promise<void>
  /** The name as it is stored, when there is such a person. */
  find(name: string): Promise<string | null>
  /** The person as they are now; null when there is nobody of that name any more. */
  person(name: string): Promise<{ name: string; role: Role } | null>
  /** The person whose name and password these are, else null; an unknown name takes as long as a wrong password. */
  verify(name: string, password: string): Promise<{ name: string; role: Role } | null>
}

/** Names are the same whatever their case: `Admin` is not somebody else. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase()
}

export function openPeople(db: Kysely<Database>): People {
  const nobody = hashOfNothing()
  const row = (name: string, within: Kysely<Database> = db) =>
    within.selectFrom('people').selectAll().where('name_key', '=', nameKey(name)).executeTakeFirst()
  /** Who was asked for since somebody was last changed: each step of a plan asks. */
  let known = new Map<string, Promise<{ name: string; role: Role } | null>>()
  const asNow = async (name: string) => {
    const found = await row(name)
    return found ? { name: found.name, role: found.role } : null
  }
  const changed = <T>(result: T): T => {
    // Whoever is asked for at this moment is kept in the one before, which nobody looks at any more.
    known = new Map()
    return result
  }

  return {
    async list() {
      return (await db.selectFrom('people').selectAll().orderBy('name_key').execute()).map(userOf)
    },

    async create({ name, password, role }) {
      const now = Math.floor(Date.now() / 1000)
      const person = {
        name,
        name_key: nameKey(name),
        role,
        password_hash: await hashPassword(password),
        time_created: now,
        time_updated: now,
      }
      const { numInsertedOrUpdatedRows = 0n } = await db
        .insertInto('people')
        .values(person)
        .onConflict((conflict) => conflict.column('name_key').doNothing())
        .executeTakeFirst()
      if (numInsertedOrUpdatedRows === 0n)
        throw new ApiError(409, 'AlreadyExistsError', `There is a person named ${name} already. Choose another name.`)
      return changed(userOf(person))
    },

    async update(name, { password, role }) {
      const password_hash = password === undefined ? undefined : await hashPassword(password)
      const user = await db.transaction().execute(async (transaction) => {
        const person = (await row(name, transaction)) ?? noSuchPerson(name)
        const next = {
          ...person,
          ...(role ? { role } : {}),
          ...(password_hash ? { password_hash } : {}),
          time_updated: Math.floor(Date.now() / 1000),
        }
        await transaction.updateTable('people').set(next).where('name_key', '=', person.name_key).execute()
        // At once: a console that is killed a moment later begins without the sessions from before.
        await transaction.deleteFrom('logins').where('name_key', '=', person.name_key).execute()
        await leaveAnAdmin(transaction)
        return userOf(next)
      })
      return changed(user)
    },

    async remove(name) {
      await db.transaction().execute(async (transaction) => {
        const person = (await row(name, transaction)) ?? noSuchPerson(name)
        await transaction.deleteFrom('people').where('name_key', '=', person.name_key).execute()
        await leaveAnAdmin(transaction)
      })
      changed(undefined)
    },

    async find(name) {
      return (await row(name))?.name ?? null
    },

    async person(name) {
      const key = nameKey(name)
      const asked = known
      const reading = asked.get(key) ?? asNow(name)
      asked.set(key, reading)
      try {
        return await reading
      } catch (error) {
        asked.delete(key)
        throw error
      }
    },

    async verify(name, password) {
      const before = await row(name)
      const right = await verifyPassword(password, before?.password_hash ?? nobody)
      // That took its time: whose password or role is another since then is not who was asked about.
      const person = await row(name)
      if (!right || !before || person?.password_hash !== before.password_hash) return null
      return { name: person.name, role: person.role }
    },
  }
}

async function leaveAnAdmin(transaction: Transaction<Database>): Promise<void> {
  const admin = await transaction.selectFrom('people').select('name').where('role', '=', 'admin').executeTakeFirst()
  if (!admin) throw new ApiError(409, 'LastAdminError', 'Nobody else is an admin. Make somebody else an admin first.')
}

function noSuchPerson(name: string): never {
  throw new ApiError(404, 'NotFoundError', `There is no person named ${name}.`)
}

function userOf({ name, role, time_created, time_updated }: Selectable<PeopleTable>): Full<User> {
  return { name, role, time_created, time_updated }
}
