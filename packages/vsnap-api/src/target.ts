import { count, open } from '@vsnap/codecs/codec.ts'
import { defineEndpoints } from '@vsnap/contract/endpoint.ts'
import { z } from 'zod'
import { nameText, text } from './common.ts'

/** §5.1. A target port. */
export const target = open({ type: text, wwn: nameText })
export type Target = z.output<typeof target>

export const targetEndpoints = defineEndpoints({
  targetList: {
    method: 'GET',
    path: '/target',
    title: 'List target ports',
    section: '5.1',
    role: 'viewer',
    result: open({ targets: z.array(target), total: count.optional() }),
  },
})
