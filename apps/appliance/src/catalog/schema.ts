/** The catalog's tables, one entry a version; an opened file is brought up to the last one. AUTOINCREMENT: no id is ever used twice. */
export const migrations: readonly string[] = [
  `
  CREATE TABLE system (
    only_one INTEGER PRIMARY KEY CHECK (only_one = 1), id TEXT NOT NULL, hostname TEXT NOT NULL, init_status TEXT NOT NULL,
    multipool INTEGER NOT NULL, skip_pool INTEGER NOT NULL DEFAULT 0, ready_at INTEGER
  );
  CREATE TABLE network (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, hw_addr TEXT NOT NULL, ip4_addrs TEXT NOT NULL, ip6_addrs TEXT NOT NULL, services TEXT NOT NULL
  );
  CREATE TABLE pool (
    id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE, pool_type TEXT NOT NULL,
    compression INTEGER NOT NULL, deduplication INTEGER NOT NULL, syncwrite INTEGER NOT NULL,
    time_created INTEGER NOT NULL, time_updated INTEGER NOT NULL
  );
  CREATE TABLE volume (
    id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE, volume_type TEXT NOT NULL,
    serial TEXT NOT NULL, pool_id INTEGER NOT NULL REFERENCES pool(id) ON DELETE CASCADE, size_total INTEGER, size_block INTEGER,
    parent_id INTEGER REFERENCES volume(id), parent_path TEXT, snapshot_id INTEGER,
    time_created INTEGER NOT NULL, time_updated INTEGER NOT NULL, UNIQUE (parent_id, parent_path)
  );
  CREATE INDEX volume_pool ON volume (pool_id);
  CREATE INDEX volume_origin ON volume (snapshot_id);
  CREATE TABLE snapshot (
    id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
    volume_id INTEGER NOT NULL REFERENCES volume(id) ON DELETE CASCADE, version_id TEXT NOT NULL,
    time_created INTEGER NOT NULL, time_updated INTEGER NOT NULL, UNIQUE (volume_id, name)
  );
  CREATE TABLE share (
    id INTEGER PRIMARY KEY AUTOINCREMENT, volume_id INTEGER NOT NULL UNIQUE REFERENCES volume(id) ON DELETE CASCADE,
    name TEXT NOT NULL, share_type TEXT NOT NULL, read_only INTEGER NOT NULL, allowed_hosts TEXT NOT NULL,
    time_created INTEGER NOT NULL, time_updated INTEGER NOT NULL
  );
  CREATE TABLE host (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, iqns TEXT NOT NULL,
    time_created INTEGER NOT NULL, time_updated INTEGER NOT NULL
  );
  CREATE TABLE mapping (
    host_id INTEGER NOT NULL REFERENCES host(id) ON DELETE CASCADE, volume_id INTEGER NOT NULL REFERENCES volume(id) ON DELETE CASCADE,
    lun INTEGER NOT NULL, PRIMARY KEY (host_id, volume_id), UNIQUE (host_id, lun)
  );
  CREATE INDEX mapping_volume ON mapping (volume_id);
  `,
  `
  ALTER TABLE system DROP COLUMN ready_at;
  ALTER TABLE snapshot DROP COLUMN version_id;
  CREATE TABLE intent (id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, key TEXT NOT NULL, what TEXT NOT NULL);
  `,
  `
  ALTER TABLE volume ADD COLUMN replica_of TEXT;
  CREATE TABLE partner (
    id TEXT PRIMARY KEY, address TEXT NOT NULL, api_port INTEGER NOT NULL, ssh_port INTEGER NOT NULL, certificate TEXT NOT NULL,
    secret TEXT NOT NULL, proof TEXT NOT NULL, time_created INTEGER NOT NULL, time_updated INTEGER NOT NULL
  );
  CREATE TABLE relationship (
    id TEXT PRIMARY KEY, role TEXT NOT NULL, volume_id INTEGER NOT NULL REFERENCES volume(id) ON DELETE CASCADE,
    partner_id TEXT NOT NULL REFERENCES partner(id) ON DELETE CASCADE, remote_pool_id TEXT NOT NULL, remote_vol_id TEXT NOT NULL,
    remote_vol_name TEXT NOT NULL, last_sync_status TEXT, last_attempt_snap_id INTEGER, last_success_snap_id INTEGER,
    time_created INTEGER NOT NULL, time_updated INTEGER NOT NULL
  );
  CREATE INDEX relationship_volume ON relationship (volume_id);
  CREATE TABLE session (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rel_id TEXT NOT NULL REFERENCES relationship(id) ON DELETE CASCADE,
    local_snap_id INTEGER NOT NULL, local_snap_name TEXT NOT NULL, remote_snap_id TEXT, remote_snap_name TEXT NOT NULL, repl_address TEXT,
    size_sent INTEGER, status TEXT NOT NULL, time_queued INTEGER NOT NULL, time_started INTEGER, time_ended INTEGER, message TEXT
  );
  CREATE INDEX session_relationship ON session (rel_id);
  CREATE INDEX session_status ON session (status);
  CREATE TABLE unfinished (rel_id TEXT PRIMARY KEY, partner_id TEXT NOT NULL REFERENCES partner(id) ON DELETE CASCADE, preserve INTEGER NOT NULL);
  `,
]
