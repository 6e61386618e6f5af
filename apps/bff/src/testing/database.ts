import type { Kysely } from 'kysely'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../database/open.ts'
import type { Database } from '../database/schema.ts'

/** A real database with nothing in it, in a temporary directory that goes with it at its end. */
export async function openTestDatabase(): Promise<{ readonly db: Kysely<Database>; end(): Promise<void> }> {
  const data = mkdtempSync(join(tmpdir(), 'vsnap-database-'))
  const db = await openDatabase({ data })
  return {
    db,
    async end() {
      await db.destroy()
      rmSync(data, { recursive: true })
    },
  }
}
