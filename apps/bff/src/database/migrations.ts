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
  '0002-plans': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('plans')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('title', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('idempotency_key', 'text', (column) => column.notNull())
        .addColumn('content', 'text', (column) => column.notNull())
        .addColumn('actor', 'text', (column) => column.notNull())
        .addColumn('address', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('undoing', 'integer', (column) => column.notNull())
        .addColumn('time_created', 'bigint', (column) => column.notNull())
        .addColumn('time_ended', 'bigint')
        // The same submit twice makes one plan, also when both arrive at once.
        .addUniqueConstraint('plan_once', ['name', 'idempotency_key'])
        .execute()
      await db.schema
        .createTable('plan_steps')
        .addColumn('plan_id', 'text', (column) => column.notNull().references('plans.id').onDelete('cascade'))
        .addColumn('n', 'integer', (column) => column.notNull())
        .addColumn('appliance_id', 'text', (column) => column.notNull())
        .addColumn('appliance_name', 'text', (column) => column.notNull())
        .addColumn('operation', 'text', (column) => column.notNull())
        .addColumn('input', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('request_id', 'text', (column) => column.notNull())
        .addColumn('status', 'integer')
        .addColumn('answer', 'text')
        .addColumn('error', 'text')
        .addColumn('doubtful', 'integer', (column) => column.notNull())
        .addColumn('found', 'integer', (column) => column.notNull())
        .addColumn('time_started', 'bigint')
        .addColumn('time_ended', 'bigint')
        .addPrimaryKeyConstraint('plan_step', ['plan_id', 'n'])
        .execute()
      await db.schema.createIndex('plans_by_state').on('plans').columns(['state', 'id']).execute()
      await db.schema.createIndex('audit_of_request').on('audit').column('request_id').execute()
    },
  },
}
