import type { Compilable, CompiledQuery, Kysely } from 'kysely'
import { setImmediate as nextRound } from 'node:timers/promises'
import { journalOf } from './open.ts'
import type { Database } from './schema.ts'

/** A change of the database, made with whatever it is given: a transaction, mostly. */
export type Write = (db: Kysely<Database>) => Promise<unknown>

/**
 * A statement that is made again and again with other values: it is put into words once. `build` uses each of the values,
 * once and in their order.
 */
export function statement<Values extends object>(
  build: (values: Values) => Compilable,
): (values: Values) => CompiledQuery {
  const built = new Map<string, CompiledQuery>()
  return (values) => {
    const parameters: unknown[] = Object.values(values)
    const names = Object.keys(values).join()
    let words = built.get(names)
    if (!words) {
      words = build(values).compile()
      if (words.parameters.length !== parameters.length || words.parameters.some((one, n) => one !== parameters[n]))
        throw new Error(`not its values in their order: ${words.sql}`)
      built.set(names, words)
    }
    return { ...words, parameters }
  }
}

/** Makes many such statements within a transaction of the database: at once, where nothing has to be waited for in between. */
export async function makeAll(
  db: Kysely<Database>,
  transaction: Kysely<Database>,
  statements: readonly CompiledQuery[],
): Promise<void> {
  const journal = journalOf(db)
  if (journal) return journal.run(statements)
  for (const one of statements) await transaction.executeQuery(one)
}

/** When a change is told to be made: once it is on the disk; or once no kill can take it back, while it is on its way there. */
export type Until = 'on disk' | 'on its way'

interface Waiting {
  readonly write: Write | CompiledQuery
  /** `made`: once no kill can take it back; it comes to the disk with the next that has to. */
  readonly until: Until | 'made'
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

const batches = new WeakMap<Kysely<Database>, Waiting[]>()
const largest = 200

/**
 * Makes a change and resolves once it is on the disk; or, `on its way` there, once no kill can take it back, and only a
 * power cut of the next milliseconds. Changes that are asked for at about the same time share one commit, because that
 * is what takes long; each succeeds or fails by itself, and they are made in the order in which they were asked for.
 */
export function batched(db: Kysely<Database>, write: Write | CompiledQuery, until: Until = 'on disk'): Promise<void> {
  return join(db, write, until)
}

/** The same for what can be had again, as what an appliance says: after a power cut its last seconds may be missing. */
export function batchedForNow(db: Kysely<Database>, write: Write): Promise<void> {
  return join(db, write, 'made')
}

const listeners = new WeakMap<Kysely<Database>, (seconds: number) => void>()

/** Calls `listener` with how long each commit took that somebody waited for, until it was on the disk. */
export function onCommit(db: Kysely<Database>, listener: (seconds: number) => void): void {
  listeners.set(db, listener)
}

function join(db: Kysely<Database>, write: Write | CompiledQuery, until: Waiting['until']): Promise<void> {
  return new Promise((resolve, reject) => {
    const waiting = batches.get(db)
    const one = { write, until, resolve, reject }
    if (waiting) return void waiting.push(one)
    const first = [one]
    batches.set(db, first)
    void flush(db, first)
  })
}

async function flush(db: Kysely<Database>, waiting: Waiting[]): Promise<void> {
  while (waiting.length > 0) {
    // Whatever has come in meanwhile is read first, and joins.
    await nextRound()
    const batch = waiting.splice(0, largest)
    const started = performance.now()
    try {
      await commit(db, batch)
      tell(db, batch, started)
    } catch {
      // One of them cannot be made: it must not take the others with it.
      for (const one of batch)
        await commit(db, [one]).then(
          () => tell(db, [one], started),
          (error: unknown) => one.reject(error),
        )
    }
  }
  batches.delete(db)
}

/** Tells those whose changes are made, when they want to hear it. */
function tell(db: Kysely<Database>, made: readonly Waiting[], started: number): void {
  const has = (kind: Until) => made.some(({ until }) => until === kind)
  const onDisk = has('on disk') ? journalOf(db)?.sync() : undefined
  if (has('on its way')) journalOf(db)?.syncSoon()
  for (const { until, resolve, reject } of made) {
    if (until === 'on disk' && onDisk) onDisk.then(resolve, reject)
    else resolve()
  }
  const note = () => listeners.get(db)?.((performance.now() - started) / 1000)
  // Those who wait for it hear of its failure.
  if (has('on disk')) void Promise.resolve(onDisk).then(note, () => undefined)
}

const make = (db: Kysely<Database>, write: Write | CompiledQuery): Promise<unknown> =>
  typeof write === 'function' ? write(db) : db.executeQuery(write)

/** Makes all changes or none; they are on the disk at the journal's next `sync`. */
async function commit(db: Kysely<Database>, batch: readonly Waiting[]): Promise<void> {
  const journal = journalOf(db)
  const statements = batch.flatMap(({ write }) => (typeof write === 'function' ? [] : write))
  // Nothing has to be waited for between them, nor for anybody who is in the middle of a transaction.
  if (journal && statements.length === batch.length && !journal.isBusy) return journal.run(statements)
  await db.connection().execute(async (connection) => {
    journal?.defer()
    try {
      if (journal && statements.length === batch.length) return journal.run(statements)
      await connection.transaction().execute(async (transaction) => {
        for (const { write } of batch) await make(transaction, write)
      })
    } finally {
      journal?.insist()
    }
  })
}
