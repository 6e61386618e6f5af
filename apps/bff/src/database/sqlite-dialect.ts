import {
  type CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from 'kysely'
import type { Journal } from './journal.ts'

/** How a statement begins that leaves everything as it is. */
const reads = /^\s*(select|explain|pragma)\b/i

/** An open database, as far as this dialect needs it. */
export interface OpenSqlite {
  readonly inTransaction: boolean
}

/**
 * SQLite, whose migrations are one transaction: all of them are made, or none. What it commits is on the disk when it is
 * answered, unless the journal is told that somebody else sees to that; meanwhile only the connection is waited for.
 */
export class LastingSqlite extends SqliteDialect {
  readonly #config: SqliteDialectConfig
  readonly #open: OpenSqlite
  readonly #journal: Journal

  constructor(config: SqliteDialectConfig, open: OpenSqlite, journal: Journal) {
    super(config)
    this.#config = config
    this.#open = open
    this.#journal = journal
  }

  override createAdapter(): SqliteAdapter {
    return new (class extends SqliteAdapter {
      override get supportsTransactionalDdl(): boolean {
        return true
      }
    })()
  }

  override createDriver(): SqliteDriver {
    const [open, journal] = [this.#open, this.#journal]
    return new (class extends SqliteDriver {
      override async acquireConnection(): Promise<DatabaseConnection> {
        const connection = await super.acquireConnection()
        return {
          async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
            const result = await connection.executeQuery<R>(query)
            if (!reads.test(query.sql) && !open.inTransaction && !journal.isDeferred) await journal.sync()
            return result
          },
          streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
        }
      }
    })(this.#config)
  }
}
