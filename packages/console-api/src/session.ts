import { open } from '@vsnap/codecs/codec.ts'
import { defineEndpoints, roles } from '@vsnap/contract/endpoint.ts'
import { z } from 'zod'

/** A person as the console shows them; `role` decides what they may do. */
export const person = open({ name: z.string(), role: z.enum(roles) })
export type Person = z.output<typeof person>

const whoAmI = open({ user: person })

/** Logging in and out. The session itself travels in an HttpOnly cookie that no script can read. */
export const sessionEndpoints = defineEndpoints({
  /** 401 LoginFailedError; 429 TooManyAttempts with `retry_after` (seconds). */
  sessionCreate: {
    method: 'POST',
    path: '/session',
    title: 'Log in',
    role: 'public',
    body: z.strictObject({ username: z.string().min(1).max(256), password: z.string().min(1).max(1024) }),
    result: whoAmI,
    changes: ['session'],
  },
  /** 401 NotLoggedInError when there is no session, or it has ended. */
  sessionView: { method: 'GET', path: '/session', title: 'View session', role: 'public', result: whoAmI },
  /** Ends the session; also answers {} when there is none. */
  sessionDelete: {
    method: 'DELETE',
    path: '/session',
    title: 'Log out',
    role: 'public',
    result: open({}),
    changes: ['session'],
  },
})
