import SQLite from 'better-sqlite3'
import { close, fdatasync, openSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { promisify } from 'node:util'

/**
 * SQLite's write-ahead log. A commit survives a power cut once the log is on the disk, and that is what takes long:
 * milliseconds in which nothing else would be done, if SQLite waited for it in the middle of a commit.
 */
export interface Journal {
  /** From now on commits only write the log: whoever makes them calls `sync` before anybody is told that they are made. */
  defer(): void
  /** From now on commits wait for the disk again. */
  insist(): void
  /** Makes these changes in one transaction, or none of them. */
  run(statements: readonly { readonly sql: string; readonly parameters: readonly unknown[] }[]): void
  /** Resolves when all that was committed before is on the disk; other work goes on meanwhile. */
  sync(): Promise<void>
  /** Bytes of the database and of its log. */
  sizes(): Promise<{ database: number; log: number }>
  close(): void
}

/** The log of an open database in WAL mode; `file` is the database's own, `prepare` makes its statements. */
export function openJournal(
  database: SQLite.Database,
  file: string,
  prepare: (sql: string) => SQLite.Statement,
): Journal {
  const insist = () => void database.pragma('synchronous = FULL')
  insist()
  let log: number | undefined
  return {
    // A checkpoint still waits for the disk, so that the log is never begun anew before all of it is elsewhere.
    defer: () => void database.pragma('synchronous = NORMAL'),
    insist,
    run: database.transaction((statements: Parameters<Journal['run']>[0]) => {
      for (const { sql, parameters } of statements) prepare(sql).run(parameters)
    }),
    // It is there since the first write, under the same name for as long as the database is open.
    sync: () => promisify(fdatasync)((log ??= openSync(`${file}-wal`, 'r'))),
    async sizes() {
      const [whole, written] = await Promise.all([stat(file), stat(`${file}-wal`)])
      return { database: whole.size, log: written.size }
    },
    close() {
      if (log !== undefined) close(log)
    },
  }
}
