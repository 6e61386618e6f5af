import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** In order of their names. One that was released is never changed: a new one follows it. SQL that SQLite and PostgreSQL share. */
export const migrations: Record<string, Migration> = {
  '0001-people-appliances-audit': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('people')
        .addColumn('name_key', 'text', (column) => column.primaryKey())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('role', 'text', (column) => column.notNull())
        .addColumn('password_hash', 'text', (column) => column.notNull())
        .addColumn('time_created', 'bigint', (column) => column.notNull())
        .addColumn('time_updated', 'bigint', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('logins')
        .addColumn('token_hash', 'text', (column) => column.primaryKey())
        .addColumn('name_key', 'text', (column) => column.notNull().references('people.name_key').onDelete('cascade'))
        .addColumn('address', 'text', (column) => column.notNull())
        .addColumn('time_created', 'bigint', (column) => column.notNull())
        .addColumn('time_seen', 'bigint', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('appliances')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('url', 'text', (column) => column.notNull())
        .addColumn('fingerprint', 'text')
        .addColumn('username', 'text', (column) => column.notNull())
        .addColumn('password_sealed', 'text', (column) => column.notNull())
        // One system, one entry, also when two people add it at once.
        .addColumn('system_id', 'text', (column) => column.unique())
        .addColumn('init_status', 'text')
        .addColumn('vsnap_version', 'text')
        .addColumn('time_created', 'bigint', (column) => column.notNull())
        .addColumn('time_updated', 'bigint', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('audit')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('time', 'bigint', (column) => column.notNull())
        .addColumn('name', 'text')
        .addColumn('address', 'text')
        .addColumn('appliance_id', 'text')
        .addColumn('appliance_name', 'text')
        .addColumn('operation', 'text', (column) => column.notNull())
        .addColumn('title', 'text', (column) => column.notNull())
        .addColumn('method', 'text', (column) => column.notNull())
        .addColumn('path', 'text', (column) => column.notNull())
        .addColumn('request', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('status', 'integer')
        .addColumn('error', 'text')
        .addColumn('request_id', 'text', (column) => column.notNull())
        .execute()
      await db.schema.createIndex('audit_of_appliance').on('audit').columns(['appliance_id', 'id']).execute()
    },
  },
}
