import type { Kysely } from 'kysely'
import { isPostgres } from './dialect.ts'
import type { Database } from './schema.ts'

/** Does what asks more than once for the rows of a text: nobody else puts another text in their place meanwhile, or changes a row. */
export const undisturbed = <T>(db: Kysely<Database>, work: (on: Kysely<Database>) => Promise<T>): Promise<T> =>
  isPostgres(db) ? work(db) : db.connection().execute(work)
