import { count, countText, numberText, open } from '@vsnap/codecs/codec.ts'
import { defineEndpoints } from '@vsnap/contract/endpoint.ts'
import { z } from 'zod'
import { byId, byIdOrName, flag, idText, name, nameText, nothing, size, text, times } from './common.ts'
import { diskUuid } from './disk.ts'

export const poolTypes = ['raid0', 'raid5', 'raid6'] as const
export type PoolType = (typeof poolTypes)[number]

const summary = {
  id: idText,
  name: nameText,
  pool_type: text,
  size_total: size,
  size_free: size,
  size_used: size,
  status: text,
  /** Percent. */
  health: numberText.nullish(),
  ...times,
}

/** §7.2. A pool as the list has it; sizes in bytes. */
export const poolSummary = open(summary)
export type PoolSummary = z.output<typeof poolSummary>

/** §7.3. A pool in detail; `disks` by group name (`raid6_group1`, `log`, `cache`, `spare`), as device paths. */
export const pool = open({
  ...summary,
  compression: flag,
  compression_ratio: text,
  deduplication: flag,
  deduplication_ratio: text,
  diskgroup_size: countText.optional(),
  disks: z.record(z.string(), z.array(nameText)).nullish(),
  size_before_compression: size,
  size_before_deduplication: size,
  syncwrite: flag,
})
export type Pool = z.output<typeof pool>

const options = {
  compression: z.boolean().optional(),
  deduplication: z.boolean().optional(),
  syncwrite: z.boolean().optional(),
}
const diskList = z.array(diskUuid)
const changes = ['pool', 'disk'] as const
/** Every change of a pool's disks is one address, told apart by `action`. */
const action = {
  method: 'POST',
  path: '/pool/:id',
  role: 'admin',
  params: byId,
  result: pool,
  changes,
  timeout: 300_000,
} as const

export const poolEndpoints = defineEndpoints({
  poolCreate: {
    method: 'POST',
    path: '/pool',
    title: 'Create pool',
    section: '7.1',
    role: 'admin',
    body: z.strictObject({ name, disk_list: diskList.optional(), pool_type: z.enum(poolTypes), ...options }),
    result: pool,
    changes,
    timeout: 300_000,
    found: { operation: 'poolView', params: { name: 'body.name' } },
    undo: {
      operation: 'poolDelete',
      params: { id: 'result.id' },
      unless: { operation: 'volumeList', items: 'volumes', where: { pool_id: 'result.id' } },
    },
  },
  poolList: {
    method: 'GET',
    path: '/pool',
    title: 'List pools',
    section: '7.2',
    role: 'viewer',
    result: open({ pools: z.array(poolSummary), total: count.optional() }),
  },
  poolView: {
    method: 'GET',
    path: '/pool/:id',
    also: ['/pool?id=:id', '/pool?name=:name'],
    title: 'View pool',
    section: '7.3',
    role: 'viewer',
    params: byIdOrName,
    result: pool,
  },
  poolUpdate: {
    method: 'PUT',
    path: '/pool/:id',
    title: 'Update pool',
    section: '7.4.1',
    role: 'admin',
    params: byId,
    body: z.strictObject({ name: name.optional(), ...options }),
    result: pool,
    changes: ['pool'],
  },
  poolExpand: {
    ...action,
    title: 'Expand pool',
    section: '7.4.2',
    body: z.strictObject({ action: z.literal('expand'), disk_list: diskList.optional() }),
  },
  poolAddLog: {
    ...action,
    title: 'Add log disks',
    section: '7.4.3',
    body: z.strictObject({ action: z.literal('addlog'), disk_list: diskList }),
  },
  poolRemoveLog: {
    ...action,
    title: 'Remove log disks',
    section: '7.4.3',
    body: z.strictObject({ action: z.literal('removelog'), disk_list: diskList.optional() }),
  },
  poolAddCache: {
    ...action,
    title: 'Add cache disk',
    section: '7.4.4',
    body: z.strictObject({ action: z.literal('addcache'), disk: diskUuid }),
  },
  poolRemoveCache: {
    ...action,
    title: 'Remove cache disk',
    section: '7.4.4',
    body: z.strictObject({ action: z.literal('removecache'), disk: diskUuid.optional() }),
  },
  poolAddSpare: {
    ...action,
    title: 'Add spare disks',
    section: '7.4.5',
    body: z.strictObject({ action: z.literal('addspare'), disk_list: diskList }),
  },
  poolRemoveSpare: {
    ...action,
    title: 'Remove spare disks',
    section: '7.4.5',
    body: z.strictObject({ action: z.literal('removespare'), disk_list: diskList }),
  },
  poolDelete: {
    method: 'DELETE',
    path: '/pool/:id',
    title: 'Delete pool',
    section: '7.5',
    role: 'admin',
    params: byId,
    result: nothing,
    destructive: true,
    changes: ['pool', 'disk', 'volume', 'snapshot', 'share', 'host', 'relationship'],
    timeout: 300_000,
  },
})
