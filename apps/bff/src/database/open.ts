import SQLite from 'better-sqlite3'
import { type Dialect, Kysely, PostgresDialect, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { join } from 'node:path'
import { createFoundTexts } from './found-texts.ts'
import { type Journal, openJournal } from './journal.ts'
import { migrations } from './migrations.ts'
import type { Database } from './schema.ts'
import { LastingSqlite } from './sqlite-dialect.ts'

/** Where the state lives: PostgreSQL when there is a URL, else `console.db` in the data directory. */
export interface DatabaseSettings {
  readonly url?: string | undefined
  readonly data: string
}

/**
 * Opens the database and brings its tables up to date. What a resolved write has written survives a kill and a power cut,
 * but for what says that it need not (batch.ts).
 * @throws Error when it cannot be opened or migrated; the message says which migration.
 */
export async function openDatabase({ url, data }: DatabaseSettings): Promise<Kysely<Database>> {
  const { dialect, journal } = url ? { dialect: await postgres(url) } : sqlite(join(data, 'console.db'))
  const db = new Kysely<Database>({ dialect })
  if (journal) journals.set(db, journal)
  try {
    await migrate(db)
    await createFoundTexts(db)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return db
}

const journals = new WeakMap<Kysely<Database>, Journal>()

/** The log of a database that is open; PostgreSQL sees to its own. */
export const journalOf = (db: Kysely<Database>): Journal | undefined => journals.get(db)

/** Bytes of the database, and of its log where that is its own. */
export async function sizesOf(db: Kysely<Database>): Promise<{ database: number; log?: number }> {
  const journal = journalOf(db)
  if (journal) return journal.sizes()
  const { rows } = await sql<{ database: number }>`select pg_database_size(current_database()) as database`.execute(db)
  return { database: rows[0]?.database ?? 0 }
}

function sqlite(file: string): { dialect: Dialect; journal: Journal } {
  const database = new SQLite(file)
  database.pragma('journal_mode = WAL')
  const prepare = preparedOnce(database)
  const journal = openJournal(database, file, prepare)
  database.pragma('busy_timeout = 5000')
  // Kilobytes of pages in memory, and pages that the log may have: a large fleet's indexes are written all over.
  database.pragma('cache_size = -16000')
  database.pragma('wal_autocheckpoint = 4000')
  database.pragma('foreign_keys = ON')
  const end = () => {
    journal.close()
    database.close()
  }
  return { dialect: new LastingSqlite({ database: { prepare, close: end } }, database, journal), journal }
}

/** Statements that are kept ready at the most; the console has some hundred different ones. */
const keptReady = 500
/** Letters of a statement that is kept: one for hundreds of rows takes a lot of memory, and comes in every length. */
const longestKept = 4_000

/** Prepares each statement once: that takes longer than to run most of them. */
function preparedOnce(database: SQLite.Database): (sql: string) => SQLite.Statement {
  const ready = new Map<string, SQLite.Statement>()
  return (sql) => {
    const statement = ready.get(sql) ?? database.prepare(sql)
    if (sql.length > longestKept) return statement
    if (ready.size >= keptReady) ready.clear()
    ready.set(sql, statement)
    return statement
  }
}

async function postgres(connectionString: string): Promise<PostgresDialect> {
  const { default: pg } = await import('pg')
  // Counts and epoch seconds are bigint there, and come as text unless told otherwise.
  const int8 = 20
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === int8 && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format),
  }
  return new PostgresDialect({ pool: new pg.Pool({ connectionString, max: 8, types }) })
}

async function migrate(db: Kysely<Database>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } })
  const { error, results = [] } = await migrator.migrateToLatest()
  if (!error) return
  const failed = results.find(({ status }) => status === 'Error')?.migrationName
  throw new Error(`The database cannot be brought up to date${failed ? ` (migration ${failed})` : ''}.`, {
    cause: error,
  })
}
