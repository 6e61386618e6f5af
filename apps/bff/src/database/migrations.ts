import { sql, type ColumnDefinitionBuilder, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { createOrders, createStates, createTextIndex } from './text-index.ts'

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
  '0003-fleet': {
    async up(db: Kysely<unknown>): Promise<void> {
      const ofAppliance = (column: ColumnDefinitionBuilder) =>
        column.notNull().references('appliances.id').onDelete('cascade')
      await db.schema
        .createTable('fleet_lists')
        .addColumn('appliance_id', 'text', ofAppliance)
        .addColumn('resource', 'text', (column) => column.notNull())
        .addColumn('hash', 'text', (column) => column.notNull())
        .addColumn('items', 'integer', (column) => column.notNull())
        .addColumn('read_at', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('fleet_list', ['appliance_id', 'resource'])
        .execute()
      await db.schema
        .createTable('fleet_rows')
        .addColumn('appliance_id', 'text', ofAppliance)
        .addColumn('resource', 'text', (column) => column.notNull())
        .addColumn('id', 'text', (column) => column.notNull())
        .addColumn('content', 'text', (column) => column.notNull())
        .addColumn('search', 'text', (column) => column.notNull())
        .addColumn('keys', 'text', (column) => column.notNull())
        .addColumn('key_name', 'text')
        .addColumn('key_time_created', 'text')
        .addColumn('key_size_used', 'text')
        .addPrimaryKeyConstraint('fleet_row', ['appliance_id', 'resource', 'id'])
        .execute()
      // What lists are sorted by mostly, so that a page of a million rows is found without looking at the others.
      for (const key of ['key_name', 'key_time_created', 'key_size_used']) {
        await db.schema
          .createIndex(`fleet_rows_by_${key}`)
          .on('fleet_rows')
          .columns(['resource', key, 'appliance_id', 'id'])
          .execute()
      }
      await db.schema
        .createTable('fleet_names')
        .addColumn('appliance_id', 'text', (column) =>
          column.primaryKey().references('appliances.id').onDelete('cascade'),
        )
        .addColumn('key_name', 'text', (column) => column.notNull())
        .addColumn('search', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('fleet_changes')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('time', 'bigint', (column) => column.notNull())
        .addColumn('appliance_id', 'text', ofAppliance)
        .addColumn('resource', 'text', (column) => column.notNull())
        .addColumn('object_id', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('pool_usage')
        .addColumn('appliance_id', 'text', ofAppliance)
        .addColumn('pool_id', 'text', (column) => column.notNull())
        .addColumn('step', 'integer', (column) => column.notNull())
        .addColumn('time', 'bigint', (column) => column.notNull())
        .addColumn('used', 'bigint', (column) => column.notNull())
        .addColumn('total', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('pool_usage_at', ['appliance_id', 'pool_id', 'step', 'time'])
        .execute()
      await db.schema.createIndex('pool_usage_old').on('pool_usage').columns(['step', 'time']).execute()
      await db.schema
        .createTable('alerts')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('key', 'text', (column) => column.notNull())
        .addColumn('rule', 'text', (column) => column.notNull())
        .addColumn('severity', 'text', (column) => column.notNull())
        .addColumn('appliance_id', 'text')
        .addColumn('appliance_name', 'text')
        .addColumn('object', 'text')
        .addColumn('title', 'text', (column) => column.notNull())
        .addColumn('text', 'text', (column) => column.notNull())
        .addColumn('remedy', 'text')
        .addColumn('since', 'bigint', (column) => column.notNull())
        .addColumn('time_cleared', 'bigint')
        .addColumn('acknowledged_by', 'text')
        .addColumn('time_acknowledged', 'bigint')
        .execute()
      await db.schema.createIndex('alerts_by_end').on('alerts').column('time_cleared').execute()
    },
  },
  '0004-lag-targets': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('lag_targets')
        .addColumn('relationship', 'text', (column) => column.primaryKey())
        .addColumn('seconds', 'integer', (column) => column.notNull())
        .execute()
    },
  },
  '0005-words': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .alterTable('fleet_rows')
        .addColumn('words', 'text', (column) => column.notNull().defaultTo(''))
        .execute()
      // More than it should be, until the row is written again.
      await sql`update fleet_rows set words = search`.execute(db)
    },
  },
  '0006-tokens': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('tokens')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('scope', 'text', (column) => column.notNull())
        .addColumn('role', 'text', (column) => column.notNull())
        .addColumn('secret_hash', 'text', (column) => column.notNull().unique())
        .addColumn('created_by', 'text', (column) => column.notNull())
        .addColumn('time_created', 'bigint', (column) => column.notNull())
        .addColumn('time_expires', 'bigint')
        .addColumn('time_used', 'bigint')
        .execute()
    },
  },
  '0007-alerts': {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const [column, type] of [
        ['snoozed_until', 'bigint'],
        ['snoozed_by', 'text'],
      ] as const)
        await db.schema.alterTable('alerts').addColumn(column, type).execute()
      // What was raised before there were messages is told in none.
      await db.schema
        .alterTable('alerts')
        .addColumn('noticed', 'integer', (column) => column.notNull().defaultTo(1))
        .execute()
      await db.schema
        .createTable('alert_rules')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('enabled', 'integer', (column) => column.notNull())
        .addColumn('threshold', 'integer')
        .execute()
      await db.schema
        .createTable('silences')
        .addColumn('appliance_id', 'text', (column) =>
          column.primaryKey().references('appliances.id').onDelete('cascade'),
        )
        .addColumn('until', 'bigint', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('settings')
        .addColumn('key', 'text', (column) => column.primaryKey())
        .addColumn('value', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('notices')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('time', 'bigint', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('severity', 'text', (column) => column.notNull())
        .addColumn('alert', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('messages')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('time_created', 'bigint', (column) => column.notNull())
        .addColumn('channel', 'text', (column) => column.notNull())
        .addColumn('subject', 'text', (column) => column.notNull())
        .addColumn('content', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('attempts', 'integer', (column) => column.notNull())
        .addColumn('due', 'bigint', (column) => column.notNull())
        .addColumn('error', 'text')
        .addColumn('time_ended', 'bigint')
        .execute()
      await db.schema.createIndex('messages_by_state').on('messages').columns(['state', 'due']).execute()
    },
  },
  '0008-maintenance': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema.alterTable('appliances').addColumn('maintenance_until', 'bigint').execute()
      await db.schema.alterTable('appliances').addColumn('maintenance_by', 'text').execute()
      await db.schema.alterTable('appliances').addColumn('maintenance_reason', 'text').execute()
    },
  },
  '0009-large-lists': {
    async up(db: Kysely<unknown>): Promise<void> {
      await createTextIndex(db)
      await createOrders(db)
    },
  },
  '0010-labels-notes': {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const column of ['labels', 'notes'])
        await db.schema.alterTable('appliances').addColumn(column, 'text').execute()
    },
  },
  '0011-views': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('views')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('resource', 'text', (column) => column.notNull())
        .addColumn('filters', 'text', (column) => column.notNull())
        .addColumn('columns', 'text')
        .addColumn('sort', 'text')
        .addColumn('shared', 'integer', (column) => column.notNull())
        .addColumn('on_overview', 'integer', (column) => column.notNull())
        .addColumn('owner', 'text', (column) => column.notNull())
        .addColumn('time_created', 'bigint', (column) => column.notNull())
        .execute()
    },
  },
  '0012-pool-ratios': {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const column of ['compression_ratio', 'deduplication_ratio'])
        await db.schema.alterTable('pool_usage').addColumn(column, 'double precision').execute()
    },
  },
  '0013-states': { up: createStates },
  '0014-volume-usage': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('volume_usage')
        .addColumn('appliance_id', 'text', (column) => column.notNull().references('appliances.id').onDelete('cascade'))
        .addColumn('step', 'integer', (column) => column.notNull())
        .addColumn('time', 'bigint', (column) => column.notNull())
        .addColumn('content', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('volume_usage_at', ['appliance_id', 'step', 'time'])
        .execute()
    },
  },
  '0015-grouped-views': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema.alterTable('views').addColumn('grouped_by', 'text').execute()
    },
  },
  '0016-newest': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema.alterTable('fleet_lists').addColumn('newest', 'text').execute()
    },
  },
  // A view had kept the words that a list of appliances showed; it keeps the states themselves, whose words may change.
  '0017-states-of-views': {
    async up(db: Kysely<{ views: { id: string; resource: string; filters: string } }>): Promise<void> {
      const states = new Map([
        ['Initialising', 'initialising'],
        ['Online', 'online'],
        ['Slow', 'slow'],
        ['Maintenance', 'maintenance'],
        ['Not initialised', 'not-initialised'],
        ['Does not answer', 'unreachable'],
        ['Credentials rejected', 'credentials-rejected'],
        ['Certificate changed', 'certificate-changed'],
      ])
      const views = await db.selectFrom('views').select(['id', 'filters']).where('resource', '=', 'appliance').execute()
      for (const { id, filters } of views) {
        const kept = JSON.parse(filters) as { status: string[] }
        const status = kept.status.map((word) => states.get(word) ?? word)
        await db
          .updateTable('views')
          .set({ filters: JSON.stringify({ ...kept, status }) })
          .where('id', '=', id)
          .execute()
      }
    },
  },
  '0018-volume-serials': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('volume_serials')
        .addColumn('appliance_id', 'text', (column) => column.notNull().references('appliances.id').onDelete('cascade'))
        .addColumn('id', 'text', (column) => column.notNull())
        .addColumn('time_created', 'text', (column) => column.notNull())
        .addColumn('serial', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('volume_serials_of', ['appliance_id', 'id'])
        .execute()
    },
  },
  '0019-what-steps-are-about': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema.alterTable('plan_steps').addColumn('about', 'text').execute()
    },
  },
}
