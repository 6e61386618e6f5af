import type { Handlers } from '@vsnap/contract/endpoint.ts'
import type { userEndpoints } from '@vsnap/vsnap-api/user.ts'
import type { HandlerContext } from './context.ts'

/** The first uid and gid that an OS gives to people. */
const firstId = 1000

/** §3. */
export const userHandlers: Handlers<typeof userEndpoints, HandlerContext> = {
  userList: (_, { accounts }) => {
    const users = accounts.map((name, index) => ({
      gid: String(firstId + index),
      name,
      role: 'vsnap_admin',
      uid: String(firstId + index),
    }))
    return { users, total: users.length }
  },
}
