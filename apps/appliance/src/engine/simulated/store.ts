import Database from 'better-sqlite3'

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
}

export interface SnapshotFacts {
  readonly key: string
  readonly dataset: string
  readonly made: number
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

const schema = `
  CREATE TABLE IF NOT EXISTS machine (id INTEGER PRIMARY KEY CHECK (id = 1), seed TEXT NOT NULL, disks INTEGER NOT NULL, disk_size INTEGER NOT NULL, added INTEGER NOT NULL DEFAULT 0);
  CREATE TABLE IF NOT EXISTS pool (key TEXT PRIMARY KEY, pool_type TEXT NOT NULL, disks TEXT NOT NULL, compression INTEGER NOT NULL,
    deduplication INTEGER NOT NULL, syncwrite INTEGER NOT NULL, made INTEGER NOT NULL, resilvering_until INTEGER NOT NULL DEFAULT 0);
  CREATE TABLE IF NOT EXISTS dataset (key TEXT PRIMARY KEY, pool TEXT NOT NULL REFERENCES pool(key) ON DELETE CASCADE, kind TEXT NOT NULL,
    size INTEGER, block INTEGER, made INTEGER NOT NULL, start INTEGER NOT NULL, per_day INTEGER NOT NULL, origin TEXT);
  CREATE TABLE IF NOT EXISTS snapshot (key TEXT PRIMARY KEY, dataset TEXT NOT NULL REFERENCES dataset(key) ON DELETE CASCADE, made INTEGER NOT NULL);
  CREATE INDEX IF NOT EXISTS snapshot_dataset ON snapshot (dataset, made);
  CREATE INDEX IF NOT EXISTS dataset_pool ON dataset (pool);
`

/** Opens what the simulated engine keeps. A change that was committed survives the end of the process at any moment. */
export function openStore(file: string): Database.Database {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.exec(schema)
  return db
}
