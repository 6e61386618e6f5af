import Database from 'better-sqlite3'

/** What an empty dataset takes, in bytes; the guide's samples show it. */
export const emptyDataset = 35_856

/** What the machine was made with, and disks that were found since; `disk_size` in bytes. */
export interface MachineFacts {
  readonly seed: string
  readonly disks: number
  readonly disk_size: number
  readonly added: number
}

/** A dataset's facts, from which its numbers follow at any time; sizes in bytes, times in epoch seconds. */
export interface DatasetFacts {
  readonly key: string
  readonly pool: string
  readonly kind: 'filesystem' | 'lun'
  readonly size: number | null
  readonly block: number | null
  readonly made: number
  /** Bytes that it held when it was made, and that its clients add in a day. */
  readonly start: number
  readonly per_day: number
  /** The snapshot that it is a clone of. */
  readonly origin: string | null
  /** 1: nobody writes to it; it is as its newest snapshot is. */
  readonly replica: number
}

export interface SnapshotFacts {
  readonly key: string
  readonly dataset: string
  readonly made: number
  /** By which its content is known on every system. */
  readonly guid: string
  /** What clients had in the dataset when it was made. */
  readonly bytes: number
  /** JSON of Content: the same on every system that has the snapshot. */
  readonly content: string
}

export interface PoolFacts {
  readonly key: string
  readonly pool_type: string
  /** JSON of PoolDisks. */
  readonly disks: string
  readonly compression: number
  readonly deduplication: number
  readonly syncwrite: number
  readonly made: number
  /** Until when a spare that took over is being filled. */
  readonly resilvering_until: number
}

/** How a dataset is exported, or what a host sees: JSON of Export or HostAccess. */
interface Offer {
  readonly key: string
  readonly offer: string
}

interface Tables {
  readonly machine: MachineFacts & { readonly id: number }
  readonly pool: PoolFacts
  readonly dataset: DatasetFacts
  readonly snapshot: SnapshotFacts
  readonly export: Offer
  readonly host: Offer
}

/** The tables, one entry a version; an opened file is brought up to the last one. */
const migrations = [
  `
  CREATE TABLE IF NOT EXISTS machine (id INTEGER PRIMARY KEY CHECK (id = 1), seed TEXT NOT NULL, disks INTEGER NOT NULL, disk_size INTEGER NOT NULL, added INTEGER NOT NULL DEFAULT 0);
  CREATE TABLE IF NOT EXISTS pool (key TEXT PRIMARY KEY, pool_type TEXT NOT NULL, disks TEXT NOT NULL, compression INTEGER NOT NULL,
    deduplication INTEGER NOT NULL, syncwrite INTEGER NOT NULL, made INTEGER NOT NULL, resilvering_until INTEGER NOT NULL DEFAULT 0);
  CREATE TABLE IF NOT EXISTS dataset (key TEXT PRIMARY KEY, pool TEXT NOT NULL REFERENCES pool(key) ON DELETE CASCADE, kind TEXT NOT NULL,
    size INTEGER, block INTEGER, made INTEGER NOT NULL, start INTEGER NOT NULL, per_day INTEGER NOT NULL, origin TEXT);
  CREATE TABLE IF NOT EXISTS snapshot (key TEXT PRIMARY KEY, dataset TEXT NOT NULL REFERENCES dataset(key) ON DELETE CASCADE, made INTEGER NOT NULL);
  CREATE INDEX IF NOT EXISTS snapshot_dataset ON snapshot (dataset, made);
  CREATE INDEX IF NOT EXISTS dataset_pool ON dataset (pool);
  `,
  `
  ALTER TABLE snapshot ADD COLUMN guid TEXT NOT NULL DEFAULT '';
  ALTER TABLE snapshot ADD COLUMN bytes INTEGER NOT NULL DEFAULT 0;
  UPDATE snapshot SET guid = CAST(abs(random()) AS TEXT), bytes = (
    SELECT CAST(${emptyDataset} + d.start + d.per_day * ((snapshot.made - d.made) / 86400.0) AS INTEGER) FROM dataset d WHERE d.key = snapshot.dataset
  );
  CREATE TABLE export (key TEXT PRIMARY KEY REFERENCES dataset(key) ON DELETE CASCADE, offer TEXT NOT NULL);
  CREATE TABLE host (key TEXT PRIMARY KEY, offer TEXT NOT NULL);
  `,
  `
  ALTER TABLE dataset ADD COLUMN replica INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE snapshot ADD COLUMN content TEXT NOT NULL DEFAULT '';
  UPDATE snapshot SET content = json_object('guid', guid, 'dataset', dataset, 'made', made, 'bytes', bytes);
  `,
]

/** The simulated engine's facts in SQLite. A change that was committed survives the end of the process at any moment. */
export class Store {
  readonly #db: Database.Database
  readonly #statements = new Map<string, Database.Statement>()

  constructor(file: string) {
    this.#db = new Database(file)
    this.#db.pragma('journal_mode = WAL')
    this.#db.pragma('synchronous = FULL')
    this.#db.pragma('foreign_keys = ON')
    const version = this.#db.pragma('user_version', { simple: true }) as number
    for (const [index, sql] of migrations.entries()) {
      if (index < version) continue
      this.change(() => {
        this.#db.exec(sql)
        this.#db.pragma(`user_version = ${index + 1}`)
      })
    }
  }

  /** Runs a change as one transaction: all of it is kept, or, when it throws, nothing. */
  change<R>(work: () => R): R {
    return this.#db.transaction(work).immediate()
  }

  /** @throws Error when nothing has this key. */
  get<T extends keyof Tables>(table: T, key: string): Tables[T] {
    const row = this.find(table, key)
    if (row === undefined) throw new Error(`The engine has no ${table} ${key}.`)
    return row
  }

  find<T extends keyof Tables>(table: T, key: string): Tables[T] | undefined {
    return this.#statement(`SELECT * FROM ${table} WHERE key = ?`).get(key) as Tables[T] | undefined
  }

  all<T extends keyof Tables>(table: T): Tables[T][] {
    return this.#statement(`SELECT * FROM ${table}`).all() as Tables[T][]
  }

  machine(): MachineFacts {
    return this.#statement('SELECT * FROM machine').get() as MachineFacts
  }

  datasetsOf(pool: string): DatasetFacts[] {
    return this.#statement('SELECT * FROM dataset WHERE pool = ?').all(pool) as DatasetFacts[]
  }

  /** The snapshots of a dataset, in the order in which they were made. */
  snapshotsOf(dataset: string): SnapshotFacts[] {
    return this.#statement('SELECT * FROM snapshot WHERE dataset = ? ORDER BY made, rowid').all(
      dataset,
    ) as SnapshotFacts[]
  }

  /** The snapshots of a pool's datasets, in the order in which they were made. */
  snapshotsIn(pool: string): SnapshotFacts[] {
    return this.#statement(
      'SELECT s.* FROM snapshot s JOIN dataset d ON d.key = s.dataset WHERE d.pool = ? ORDER BY s.made, s.rowid',
    ).all(pool) as SnapshotFacts[]
  }

  insert<T extends keyof Tables>(table: T, row: Partial<Tables[T]>, orElse = ''): void {
    const columns = Object.keys(row)
    const places = columns.map(() => '?').join(', ')
    this.#statement(`INSERT ${orElse} INTO ${table} (${columns.join(', ')}) VALUES (${places})`).run(
      ...Object.values(row),
    )
  }

  update<T extends keyof Tables>(table: T, key: string, row: Partial<Tables[T]>): void {
    const columns = Object.keys(row).map((column) => `${column} = ?`)
    this.#statement(`UPDATE ${table} SET ${columns.join(', ')} WHERE key = ?`).run(...Object.values(row), key)
  }

  /** Notes that the machine has at least so many further disks. */
  addDisks(count: number): void {
    this.#statement('UPDATE machine SET added = max(added, ?)').run(count)
  }

  delete(table: Exclude<keyof Tables, 'machine'>, key: string): void {
    this.#statement(`DELETE FROM ${table} WHERE key = ?`).run(key)
  }

  close(): void {
    this.#db.close()
  }

  // Table and column names are our own words; values are always bound.
  #statement(sql: string): Database.Statement {
    const known = this.#statements.get(sql)
    if (known) return known
    const statement = this.#db.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }
}
