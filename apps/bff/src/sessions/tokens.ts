import { tokenPrefix, type Token } from '@vsnap/console-api/token.ts'
import type { Full } from '@vsnap/contract/endpoint.ts'
import { ApiError } from '@vsnap/contract/error.ts'
import type { Kysely, Selectable } from 'kysely'
import { hash, randomBytes } from 'node:crypto'
import type { Database, TokensTable } from '../database/schema.ts'
import { nameKey } from './people.ts'
import type { SessionPerson } from './sessions.ts'

export interface NewToken extends Pick<Token, 'name' | 'scope' | 'role'> {
  /** Days until it expires; null: never. */
  readonly days: number | null
}

/** API tokens: in the database as hashes, and in memory, so that a call costs a hash and a look-up. */
export interface Tokens {
  list(): Full<Token>[]
  /** Resolves to the token with its secret, which is kept nowhere. @throws ApiError 409 AlreadyExistsError */
  create(token: NewToken, createdBy: string): Promise<Full<Token> & { secret: string }>
  /** @throws ApiError 404 NotFoundError */
  remove(id: string): Promise<void>
  /** Who calls with this secret, for this purpose; null: it is unknown, has expired, or opens something else. */
  find(secret: string, scope: Token['scope']): SessionPerson | null
  /** The program of this name (`token:…`) as it is now; null when there is none any more. */
  person(name: string): SessionPerson | null
  /** Ends all tokens that a person has made. */
  endAll(createdBy: string): Promise<void>
  /** Writes down which were used, and stops. */
  close(): Promise<void>
}

type Row = Selectable<TokensTable>

/** So that a secret that turns up somewhere can be told for what it is. */
const secretPrefix = 'vsnapc_'
const secondsNow = () => Math.floor(Date.now() / 1000)
const hashOf = (secret: string) => hash('sha256', secret, 'base64url')

export async function openTokens(db: Kysely<Database>): Promise<Tokens> {
  const rows = await db.selectFrom('tokens').selectAll().execute()
  const tokens = new Map<string, Row>(rows.map((row) => [row.secret_hash, row]))
  const unwritten = new Set<Row>()

  const isAlive = ({ time_expires: end }: Row) => end === null || secondsNow() < end
  const personOf = ({ name, role }: Row): SessionPerson => ({ name: `${tokenPrefix}${name}`, role })
  const forget = async (gone: readonly Row[]) => {
    for (const row of gone) {
      // First where it lasts: one that comes back with the next start was not revoked.
      await db.deleteFrom('tokens').where('id', '=', row.id).execute()
      tokens.delete(row.secret_hash)
      unwritten.delete(row)
    }
  }
  const writeUsed = async () => {
    for (const row of unwritten) {
      const { id, time_used } = row
      await db.updateTable('tokens').set({ time_used }).where('id', '=', id).execute()
      if (row.time_used === time_used) unwritten.delete(row)
    }
  }
  // When one was last used is worth no crash: the next minute tries again.
  const timer = setInterval(() => void writeUsed().catch(() => {}), 60_000).unref()

  return {
    list: () => [...tokens.values()].map(tokenOf).toSorted((a, b) => (a.name < b.name ? -1 : 1)),

    async create({ name, scope, role, days }, createdBy) {
      if ([...tokens.values()].some((other) => nameKey(other.name) === nameKey(name)))
        throw new ApiError(409, 'AlreadyExistsError', `There is a token named ${name} already. Choose another name.`, {
          field: 'name',
        })
      const secret = secretPrefix + randomBytes(32).toString('base64url')
      const now = secondsNow()
      const row: Row = {
        id: randomBytes(6).toString('hex'),
        name,
        scope,
        role,
        secret_hash: hashOf(secret),
        created_by: createdBy,
        time_created: now,
        time_expires: days === null ? null : now + days * 86_400,
        time_used: null,
      }
      await db.insertInto('tokens').values(row).execute()
      tokens.set(row.secret_hash, row)
      return { ...tokenOf(row), secret }
    },

    async remove(id) {
      const row = [...tokens.values()].find((one) => one.id === id)
      if (!row) throw new ApiError(404, 'NotFoundError', `There is no API token with the id ${id}.`)
      await forget([row])
    },

    find(secret, scope) {
      const row = tokens.get(hashOf(secret))
      if (!row || row.scope !== scope || !isAlive(row)) return null
      row.time_used = secondsNow()
      unwritten.add(row)
      return personOf(row)
    },

    person(name) {
      const row = [...tokens.values()].find((one) => personOf(one).name === name && isAlive(one))
      return row ? personOf(row) : null
    },

    endAll: (createdBy) =>
      forget([...tokens.values()].filter(({ created_by: by }) => nameKey(by) === nameKey(createdBy))),

    async close() {
      clearInterval(timer)
      await writeUsed()
    },
  }
}

function tokenOf(row: Row): Full<Token> {
  const { id, name, scope, role, created_by, time_created, time_expires, time_used } = row
  return { id, name, scope, role, created_by, time_created, time_expires, time_used }
}
