import type { Kysely } from 'kysely'
import { setImmediate as nextRound } from 'node:timers/promises'
import type { Database } from './schema.ts'

/** A change of the database, made with whatever it is given: a transaction, mostly. */
export type Write = (db: Kysely<Database>) => Promise<unknown>

interface Waiting {
  readonly write: Write
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

const batches = new WeakMap<Kysely<Database>, Waiting[]>()
const largest = 200

/**
 * Makes a change and resolves once it is on the disk. Changes that are asked for at about the same time share one
 * commit, because that is what takes long; each succeeds or fails by itself, and they are made in the order in which they were asked for.
 */
export function batched(db: Kysely<Database>, write: Write): Promise<void> {
  return new Promise((resolve, reject) => {
    const waiting = batches.get(db)
    if (waiting) return void waiting.push({ write, resolve, reject })
    const first = [{ write, resolve, reject }]
    batches.set(db, first)
    void flush(db, first)
  })
}

async function flush(db: Kysely<Database>, waiting: Waiting[]): Promise<void> {
  while (waiting.length > 0) {
    // Whatever has come in while the disk was busy is read first, and joins.
    await nextRound()
    const batch = waiting.splice(0, largest)
    try {
      await db.transaction().execute(async (transaction) => {
        for (const { write } of batch) await write(transaction)
      })
      for (const { resolve } of batch) resolve()
    } catch {
      // One of them cannot be made: it must not take the others with it.
      for (const { write, resolve, reject } of batch) await write(db).then(resolve, reject)
    }
  }
  batches.delete(db)
}
