import type { Role } from '@vsnap/contract/endpoint.ts'
import type { Kysely } from 'kysely'
import { hash, randomBytes } from 'node:crypto'
import type { Database } from '../database/schema.ts'
import { nameKey } from './people.ts'

/** How long a session lives, in seconds: without a request, and at most. */
export interface SessionLifetime {
  readonly idle: number
  readonly absolute: number
}

export interface SessionPerson {
  readonly name: string
  readonly role: Role
}

/**
 * Sessions live in the database and are all held in memory too: a request costs a hash and a look-up, no database access.
 * When somebody was last seen is written once a minute.
 */
export interface Sessions {
  /** Starts a session and resolves to its token once it is on the disk. */
  create(person: SessionPerson, address: string): Promise<string>
  /** The person whose token this is; null when the session has ended or never was. */
  find(token: string): SessionPerson | null
  end(token: string): Promise<void>
  /** Calls `over` once the session has ended, however; the answer stops that. Watching is not being there: it keeps no session alive. */
  watch(token: string, over: () => void): () => void
  /** Ends all sessions of a person: another password, another role, or gone. */
  endAll(name: string): Promise<void>
  /** Writes down who was seen, and stops. */
  close(): Promise<void>
}

interface Session {
  readonly person: SessionPerson
  readonly time_created: number
  time_seen: number
  written: number
}

const secondsNow = () => Math.floor(Date.now() / 1000)
/** The database has only this of a token, so that a stolen copy opens nothing. */
const hashOf = (token: string) => hash('sha256', token, 'base64url')

export async function openSessions(db: Kysely<Database>, lifetime: SessionLifetime): Promise<Sessions> {
  const alive = (session: Pick<Session, 'time_created' | 'time_seen'>, now: number) =>
    now - session.time_seen < lifetime.idle && now - session.time_created < lifetime.absolute

  const rows = await db
    .selectFrom('logins')
    .innerJoin('people', 'people.name_key', 'logins.name_key')
    .select(['token_hash', 'name', 'role', 'logins.time_created', 'time_seen'])
    .execute()
  const sessions = new Map<string, Session>(
    rows.map(({ token_hash, name, role, time_created, time_seen }) => [
      token_hash,
      { person: { name, role }, time_created, time_seen, written: time_seen },
    ]),
  )

  const watchers = new Map<string, Set<() => void>>()

  const forget = async (hashes: string[]) => {
    for (const one of hashes) {
      sessions.delete(one)
      for (const over of watchers.get(one) ?? []) over()
      watchers.delete(one)
    }
    if (hashes.length > 0) await db.deleteFrom('logins').where('token_hash', 'in', hashes).execute()
  }

  const writeSeen = async () => {
    const now = secondsNow()
    const ended = [...sessions].filter(([, session]) => !alive(session, now)).map(([key]) => key)
    const seen = [...sessions].filter(([, session]) => session.time_seen !== session.written)
    await forget(ended)
    await db.transaction().execute(async (transaction) => {
      for (const [key, session] of seen) {
        session.written = session.time_seen
        await transaction
          .updateTable('logins')
          .set({ time_seen: session.time_seen })
          .where('token_hash', '=', key)
          .execute()
      }
    })
  }

  await writeSeen()
  // Who was last seen when is worth no crash: the next minute tries again.
  const timer = setInterval(() => void writeSeen().catch(() => {}), 60_000).unref()

  return {
    async create(person, address) {
      const token = randomBytes(32).toString('base64url')
      const now = secondsNow()
      const key = hashOf(token)
      // Before it is on the disk: whoever ends all sessions of this person meanwhile ends this one too.
      sessions.set(key, { person, time_created: now, time_seen: now, written: now })
      try {
        await db
          .insertInto('logins')
          .values({ token_hash: key, name_key: nameKey(person.name), address, time_created: now, time_seen: now })
          .execute()
      } catch (error) {
        sessions.delete(key)
        throw error
      }
      return token
    },

    find(token) {
      const session = sessions.get(hashOf(token))
      const now = secondsNow()
      if (!session || !alive(session, now)) return null
      session.time_seen = now
      return session.person
    },

    end: (token) => forget([hashOf(token)]),

    watch(token, over) {
      const key = hashOf(token)
      watchers.set(key, (watchers.get(key) ?? new Set<() => void>()).add(over))
      return () => {
        watchers.get(key)?.delete(over)
        if (watchers.get(key)?.size === 0) watchers.delete(key)
      }
    },

    endAll: (name) =>
      forget([...sessions].filter(([, { person }]) => nameKey(person.name) === nameKey(name)).map(([key]) => key)),

    async close() {
      clearInterval(timer)
      await writeSeen()
    },
  }
}
