import { join } from 'node:path'
import Database from 'better-sqlite3'

/** Thrown when another process works on the same data directory. */
export class DirectoryInUseError extends Error {
  constructor(dir: string, program: string) {
    super(`Another ${program} is running on ${dir}. Stop it, or give this one a directory of its own with --data.`)
    this.name = 'DirectoryInUseError'
  }
}

/**
 * Takes a data directory for this process alone, until the answered function is called or the process ends. `program`: what
 * it is called (`appliance`); programs of other names do not stand in each other's way.
 * The lock is SQLite's own on a file of its own: the operating system lets go of it however the process dies,
 * so that no stale lock is left to be cleaned up by hand.
 * @throws DirectoryInUseError when another process has it.
 */
export function lockDirectory(dir: string, program: string): () => void {
  const lock = new Database(join(dir, `${program}.lock`), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))
      throw new DirectoryInUseError(dir, program)
    throw error
  }
  return () => lock.close()
}
