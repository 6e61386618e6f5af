import SQLite from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from './open.ts'

let data: string

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'vsnap-open-'))
})

afterEach(() => {
  rmSync(data, { recursive: true, force: true })
})

test('a migration that fails leaves nothing of those before it: the next start makes all of them', async () => {
  const other = new SQLite(join(data, 'console.db'))
  other.exec('create table alerts (id text)')
  await expect(openDatabase({ data })).rejects.toThrow('migration 0003-fleet')
  expect(other.prepare("select name from sqlite_schema where type = 'table' and name = 'people'").all()).toEqual([])

  other.exec('drop table alerts')
  other.close()
  const db = await openDatabase({ data })
  expect(await db.selectFrom('people').selectAll().execute()).toEqual([])
  await db.destroy()
})
