import { count, open } from '@vsnap/codecs/codec.ts'
import { defineEndpoints } from '@vsnap/contract/endpoint.ts'
import { z } from 'zod'
import { nameText, nothing, size, text } from './common.ts'

/** The uuid of a disk, as `disk_list` wants it. */
export const diskUuid = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/, 'expected the uuid of a disk')

/** §6.1. A disk; `size` in bytes; `used_as` is `unused` for a candidate. */
export const disk = open({
  model: text,
  name: nameText,
  size,
  type: text,
  uuid: nameText,
  vendor: text,
  used_as: text,
})
export type Disk = z.output<typeof disk>

export const diskEndpoints = defineEndpoints({
  diskList: {
    method: 'GET',
    path: '/disk',
    title: 'List disks',
    section: '6.1',
    role: 'viewer',
    query: z.strictObject({ used_as: z.string().max(64).optional() }),
    result: open({ disks: z.array(disk), total: count.optional() }),
  },
  diskRescan: {
    method: 'POST',
    path: '/disk',
    title: 'Rescan disks',
    section: '6.2',
    role: 'operator',
    body: z.strictObject({ action: z.literal('rescan') }),
    result: nothing,
    changes: ['disk'],
    timeout: 120_000,
  },
})
