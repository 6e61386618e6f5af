import Database from 'better-sqlite3'
import type { Tables } from './rows.ts'
import { migrations } from './schema.ts'

type Value = string | number | null
/** Columns and the values that they have, or are to have. */
type Columns<T extends keyof Tables> = { readonly [K in keyof Tables[T]]?: Value & Tables[T][K] }

/**
 * What has an id, a name and a time. Reading is synchronous; a change is one transaction, and once `change` has
 * returned it survives the end of the process at any moment.
 */
export class Catalog {
  readonly #db: Database.Database
  readonly #statements = new Map<string, Database.Statement>()

  /** @throws when the file belongs to a newer version than this one. */
  constructor(file: string) {
    this.#db = new Database(file)
    this.#db.pragma('journal_mode = WAL')
    this.#db.pragma('synchronous = FULL')
    this.#db.pragma('foreign_keys = ON')
    this.#migrate(file)
  }

  #migrate(file: string): void {
    const version = this.#db.pragma('user_version', { simple: true }) as number
    if (version > migrations.length)
      throw new Error(`${file} was written by a newer version of the appliance. Use that one.`)
    migrations.slice(version).forEach((sql, index) => {
      this.change(() => {
        this.#db.exec(sql)
        this.#db.pragma(`user_version = ${version + index + 1}`)
      })
    })
  }

  /** Runs a change as one transaction: all of it is kept, or, when it throws, nothing. */
  change<R>(work: () => R): R {
    return this.#db.transaction(work).immediate()
  }

  /** Rows whose columns have these values, in the order in which they were added; mappings by their number. */
  all<T extends keyof Tables>(table: T, where: Columns<T> = {}): Tables[T][] {
    const order = table === 'mapping' ? 'lun' : 'rowid'
    return this.#statement(`SELECT * FROM ${table}${clause(where)} ORDER BY ${order}`).all(
      ...Object.values(where),
    ) as Tables[T][]
  }

  /** The one row whose columns have these values, or undefined. */
  one<T extends keyof Tables>(table: T, where: Columns<T> = {}): Tables[T] | undefined {
    return this.#statement(`SELECT * FROM ${table}${clause(where)} LIMIT 1`).get(...Object.values(where)) as
      | Tables[T]
      | undefined
  }

  count<T extends keyof Tables>(table: T, where: Columns<T> = {}): number {
    return (
      this.#statement(`SELECT count(*) AS n FROM ${table}${clause(where)}`).get(...Object.values(where)) as {
        n: number
      }
    ).n
  }

  /** Adds a row; returns its id. */
  insert<T extends keyof Tables>(table: T, row: Columns<T>): number {
    const columns = Object.keys(row)
    const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
    return Number(this.#statement(sql).run(...Object.values(row)).lastInsertRowid)
  }

  update<T extends keyof Tables>(table: T, where: Columns<T>, row: Columns<T>): void {
    const columns = Object.keys(row)
    if (columns.length === 0) return
    this.#statement(`UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')}${clause(where)}`).run(
      ...Object.values(row),
      ...Object.values(where),
    )
  }

  delete<T extends keyof Tables>(table: T, where: Columns<T>): void {
    this.#statement(`DELETE FROM ${table}${clause(where)}`).run(...Object.values(where))
  }

  close(): void {
    this.#db.close()
  }

  // Table and column names are our own words; values are always bound.
  #statement(sql: string): Database.Statement {
    const known = this.#statements.get(sql)
    if (known) return known
    const statement = this.#db.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }
}

function clause(where: object): string {
  const columns = Object.entries(where).map(([column]) => `${column} IS ?`)
  return columns.length > 0 ? ` WHERE ${columns.join(' AND ')}` : ''
}
