import SQLite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrations } from './migrations.ts'
import { openDatabase } from './open.ts'
import type { Database } from './schema.ts'

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

test('a view that kept the words of a list of appliances keeps the states themselves after an update', async () => {
  const before = new Kysely<Database>({
    dialect: new SqliteDialect({ database: new SQLite(join(data, 'console.db')) }),
  })
  await new Migrator({ db: before, provider: { getMigrations: () => Promise.resolve(migrations) } }).migrateTo(
    '0016-newest',
  )
  const row = { name: 'Silent', columns: null, sort: null, shared: 0, on_overview: 0, owner: 'admin', time_created: 1 }
  const filters = (status: string[]) => JSON.stringify({ appliance: null, label: null, q: '', status })
  await before
    .insertInto('views')
    .values([
      { ...row, id: '1', resource: 'appliance', filters: filters(['Does not answer', 'Not initialised']) },
      { ...row, id: '2', resource: 'pool', filters: filters(['Online']) },
    ])
    .execute()
  await before.destroy()

  const db = await openDatabase({ data })
  const views = await db.selectFrom('views').select('filters').orderBy('id').execute()
  expect(views.map((view) => view.filters)).toEqual([filters(['unreachable', 'not-initialised']), filters(['Online'])])
  await db.destroy()
})
