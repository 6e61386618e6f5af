import { open } from '@vsnap/codecs/codec.ts'
import { defineEndpoints, roles } from '@vsnap/contract/endpoint.ts'
import { z } from 'zod'

/** What a token opens: this API as a person of its role may use it, or `GET /metrics` and nothing else. */
export const tokenScopes = ['api', 'metrics'] as const

/** How programs are named where people are: nobody's user name has a colon. */
export const tokenPrefix = 'token:'

/**
 * An API token: how a program uses the console, with `Authorization: Bearer <secret>`. Times in epoch seconds;
 * `time_expires` null: it does not expire, `time_used` null: nobody has used it yet (to the minute). Never the secret.
 */
export const token = open({
  id: z.string(),
  name: z.string(),
  scope: z.enum(tokenScopes),
  role: z.enum(roles),
  created_by: z.string(),
  time_created: z.int(),
  time_expires: z.int().nullable(),
  time_used: z.int().nullable(),
})
export type Token = z.output<typeof token>

/** Days. */
const longest = 3650

/** Tokens of programs. Only people manage them, as they do people: a call that is made with a token is refused (403). */
export const tokenEndpoints = defineEndpoints({
  tokenList: {
    method: 'GET',
    path: '/tokens',
    title: 'List API tokens',
    role: 'admin',
    result: open({ tokens: z.array(token), total: z.int() }),
  },
  /** `days` until it expires, null for never. The answer has the `secret`, this once. 409 AlreadyExistsError when the name is taken. */
  tokenCreate: {
    method: 'POST',
    path: '/tokens',
    title: 'Make API token',
    role: 'admin',
    body: z.strictObject({
      name: z
        .string()
        .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, 'expected letters, digits, and . _ - after the first')
        .max(64),
      scope: z.enum(tokenScopes),
      role: z.enum(roles),
      days: z.int().min(1, 'expected at least one day').max(longest, `expected at most ${longest} days`).nullable(),
    }),
    result: token.extend({ secret: z.string() }),
    changes: ['token'],
  },
  /** What uses it is refused from now on. */
  tokenDelete: {
    method: 'DELETE',
    path: '/tokens/:id',
    title: 'Revoke API token',
    role: 'admin',
    params: z.object({ id: z.string().min(1).max(64) }),
    result: open({}),
    destructive: true,
    changes: ['token'],
  },
})
