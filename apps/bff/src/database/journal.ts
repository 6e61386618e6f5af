import SQLite from 'better-sqlite3'
import { close, fdatasync, openSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { promisify } from 'node:util'

/**
 * SQLite's write-ahead log. A commit survives a kill at once, and a power cut when the log is on the disk: that takes
 * milliseconds, in which nothing else would be done if SQLite waited for it in the middle of a commit.
 */
export interface Journal {
  /** Until `insist` whoever commits sees to `sync`, before anybody is told. */
  defer(): void
  /** From now on what is written with the database's connection is on the disk when that is answered. */
  insist(): void
  /** Whether `defer` was called last. */
  readonly isDeferred: boolean
  /** Whether somebody is in the middle of a transaction of the database's connection. */
  readonly isBusy: boolean
  /** Makes these changes in one transaction, or within the one that is open, all or none; they are on the disk after `sync`. */
  run(statements: readonly { readonly sql: string; readonly parameters: readonly unknown[] }[]): void
  /** Resolves when all that was committed before is on the disk; other work goes on meanwhile. Once it has failed it fails for good. */
  sync(): Promise<void>
  /** Sees to it that this happens within milliseconds, for all that is committed until then. */
  syncSoon(): void
  /** Bytes of the database and of its log. */
  sizes(): Promise<{ database: number; log: number }>
  close(): void
}

/** Milliseconds, which nobody waits for; appliances on the same disk wait for each time that it is made. */
const soon = 50

/** The log of an open database in WAL mode; `file` is the database's own, `prepare` makes its statements. */
export function openJournal(
  database: SQLite.Database,
  file: string,
  prepare: (sql: string) => SQLite.Statement,
): Journal {
  // A checkpoint still waits for the disk, so that the log is never begun anew before all of it is elsewhere.
  database.pragma('synchronous = NORMAL')
  let isDeferred = false
  let isClosed = false
  let log: number | undefined
  let failure: unknown
  let [running, next]: (Promise<void> | undefined)[] = []

  const write = async (): Promise<void> => {
    // What was lost is told once by the system, and what comes behind it in the log is lost with it.
    if (failure !== undefined) throw failure
    // Whoever closes the database writes all of the log to where it belongs.
    if (isClosed) return
    try {
      // It is there since the first write, under the same name for as long as the database is open.
      await promisify(fdatasync)((log ??= openSync(`${file}-wal`, 'r')))
    } catch (error) {
      if (isClosed) return
      failure = new Error(
        'The disk has not taken what was written: nothing is kept until the console is started anew.',
        {
          cause: error,
        },
      )
      throw failure
    }
  }
  const sync = (): Promise<void> => {
    if (!running) return (running = write().finally(() => (running = undefined)))
    // The one under way may have begun before the last commit: one more, for all who ask meanwhile.
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined
        return sync()
      })
    return next
  }

  let timer: NodeJS.Timeout | undefined
  const syncSoon = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      // From then on it fails all who wait for it.
      sync().catch(() => undefined)
    }, soon)
  }

  return {
    defer: () => void (isDeferred = true),
    insist: () => void (isDeferred = false),
    get isDeferred() {
      return isDeferred
    },
    get isBusy() {
      return database.inTransaction
    },
    run: database.transaction((statements: Parameters<Journal['run']>[0]) => {
      for (const { sql, parameters } of statements) prepare(sql).run(parameters)
    }),
    sync,
    syncSoon,
    async sizes() {
      const [whole, written] = await Promise.all([stat(file), stat(`${file}-wal`)])
      return { database: whole.size, log: written.size }
    },
    close() {
      isClosed = true
      clearTimeout(timer)
      if (log !== undefined) close(log)
    },
  }
}
