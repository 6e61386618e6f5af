import { open } from '@vsnap/codecs/codec.ts'
import { defineEndpoints, roles } from '@vsnap/contract/endpoint.ts'
import { z } from 'zod'

/** A person who may log in to the console; times in epoch seconds. Never the password. */
export const user = open({ name: z.string(), role: z.enum(roles), time_created: z.int(), time_updated: z.int() })
export type User = z.output<typeof user>

const userName = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._@-]*$/u, 'expected letters, digits, and . _ @ - after the first')
  .max(64)
const password = z.string().min(8, 'expected at least 8 characters').max(1024)
const byName = z.object({ name: z.string().min(1).max(64) })

/** The people of the console; the accounts of an appliance are another thing (guide §3). */
export const userEndpoints = defineEndpoints({
  userList: {
    method: 'GET',
    path: '/users',
    title: 'List people',
    role: 'admin',
    result: open({ users: z.array(user), total: z.int() }),
  },
  /** 409 AlreadyExistsError when the name is taken. */
  userCreate: {
    method: 'POST',
    path: '/users',
    title: 'Add person',
    role: 'admin',
    body: z.strictObject({ name: userName, password, role: z.enum(roles) }),
    result: user,
    changes: ['user'],
  },
  /** Another password or role; ends the person's sessions. 409 LastAdminError when no admin would be left. */
  userUpdate: {
    method: 'PATCH',
    path: '/users/:name',
    title: 'Update person',
    role: 'admin',
    params: byName,
    body: z.strictObject({ password: password.optional(), role: z.enum(roles).optional() }),
    result: user,
    changes: ['user'],
  },
  /** Ends the person's sessions as well. 409 LastAdminError when no admin would be left. */
  userDelete: {
    method: 'DELETE',
    path: '/users/:name',
    title: 'Remove person',
    role: 'admin',
    params: byName,
    result: open({}),
    destructive: true,
    changes: ['user'],
  },
})
