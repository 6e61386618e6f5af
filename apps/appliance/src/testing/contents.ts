import { join } from 'node:path'
import Database from 'better-sqlite3'

/** What the storage of a simulated appliance has of a volume's snapshots: the content of each, by its name. */
export function contentsOf(dir: string, volume: string): Map<string, string> {
  const read = <T>(file: string, sql: string, ...values: unknown[]): T[] => {
    const db = new Database(join(dir, file), { readonly: true })
    try {
      return db.prepare(sql).all(...values) as T[]
    } finally {
      db.close()
    }
  }
  const named = read<{ key: string; name: string }>(
    'catalog.db',
    'SELECT s.key, s.name FROM snapshot s JOIN volume v ON v.id = s.volume_id WHERE v.name = ? ORDER BY s.id',
    volume,
  )
  const contents = new Map(
    read<{ key: string; content: string }>('engine.db', 'SELECT key, content FROM snapshot').map((row) => [
      row.key,
      row.content,
    ]),
  )
  return new Map(named.map(({ key, name }) => [name, contents.get(key) ?? 'nothing']))
}

/** How many snapshots the storage has, those included that the appliance does not know of. */
export function storedSnapshots(dir: string): number {
  const db = new Database(join(dir, 'engine.db'), { readonly: true })
  try {
    return (db.prepare('SELECT count(*) AS n FROM snapshot').get() as { n: number }).n
  } finally {
    db.close()
  }
}

/** Lets the clients of a volume have written so many bytes to it: no vSnap has a call for that. */
export function writeBytes(dir: string, volume: string, bytes: number): void {
  const catalog = new Database(join(dir, 'catalog.db'), { readonly: true })
  const engine = new Database(join(dir, 'engine.db'))
  try {
    const { key } = catalog.prepare('SELECT key FROM volume WHERE name = ?').get(volume) as { key: string }
    engine.prepare('UPDATE dataset SET start = ? WHERE key = ?').run(bytes, key)
  } finally {
    catalog.close()
    engine.close()
  }
}
