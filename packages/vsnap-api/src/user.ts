import { count, open } from '@vsnap/codecs/codec.ts'
import { defineEndpoints } from '@vsnap/contract/endpoint.ts'
import { z } from 'zod'
import { idText, nameText, text } from './common.ts'

/** §3.1. An OS user of the appliance that belongs to the group `vsnap`. */
export const user = open({ gid: idText.nullish(), name: nameText, role: text, uid: idText.nullish() })
export type User = z.output<typeof user>

export const userEndpoints = defineEndpoints({
  userList: {
    method: 'GET',
    path: '/user',
    title: 'List users',
    section: '3.1',
    role: 'viewer',
    result: open({ users: z.array(user), total: count.optional() }),
  },
})
