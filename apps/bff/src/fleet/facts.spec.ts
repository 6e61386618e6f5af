import type { Kysely } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../database/open.ts'
import type { Database } from '../database/schema.ts'
import { openFacts } from './facts.ts'

const data = mkdtempSync(join(tmpdir(), 'facts-'))
let db: Kysely<Database>
beforeAll(async () => {
  db = await openDatabase({ data })
})
afterAll(async () => {
  await db.destroy()
  rmSync(data, { recursive: true })
})

it('sessions count in the order in which they ended: one that was canceled while it waited fails nothing that was completed since', async () => {
  const facts = await openFacts(db)
  const session = (id: string, status: string, queued: number, ended: number) => ({
    id,
    rel_id: 'r1',
    local_snap_id: `2${id}`,
    status,
    time_queued: `${queued}`,
    time_ended: `${ended}`,
  })
  const rows = [session('1', 'COMPLETED', 100, 190), session('2', 'FAILED', 110, 120)]
  facts.update('a', 'session', rows)
  expect(facts.of('a').failed.size).toBe(0)
  expect(facts.of('a').succeeded.get('r1')).toEqual({ session: '1', snapshot: '21', queued: 100 })
  facts.update('a', 'session', [...rows, session('3', 'FAILED', 130, 200)])
  expect([...facts.of('a').failures]).toEqual([['r1', 1]])
})
