import { PostgresAdapter, type Kysely } from 'kysely'

/** Whether a database is PostgreSQL, and not SQLite: few things have to be said to each in its own words. */
export const isPostgres = <T>(db: Kysely<T>): boolean => db.getExecutor().adapter instanceof PostgresAdapter
