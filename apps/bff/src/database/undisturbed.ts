import type { Kysely } from 'kysely'
import { isPostgres } from './dialect.ts'
import { journalOf } from './open.ts'
import type { Database } from './schema.ts'

/** Does what asks more than once for the rows of a text: nobody else puts another text in their place meanwhile, or changes a row. */
export const undisturbed = <T>(db: Kysely<Database>, work: (on: Kysely<Database>) => Promise<T>): Promise<T> =>
  isPostgres(db) ? work(db) : db.connection().execute((on) => keepingNothing(db, () => work(on)))

/** What is found by texts is kept for a while, and need not be on the disk. */
async function keepingNothing<T>(db: Kysely<Database>, work: () => Promise<T>): Promise<T> {
  const journal = journalOf(db)
  journal?.defer()
  try {
    return await work()
  } finally {
    journal?.insist()
  }
}
