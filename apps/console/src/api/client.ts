import { consoleApi } from '@vsnap/console-api/api.ts'
import { createClient, type Transport } from '@vsnap/contract/client.ts'
import { ApiError } from '@vsnap/contract/error.ts'
import { vsnapApi } from '@vsnap/vsnap-api/api.ts'
import { loggedInAgain } from './expiry.ts'
import { words } from './words.ts'

interface CallOptions {
  readonly signal?: AbortSignal
  /** Sent along with ours. */
  readonly headers?: Readonly<Record<string, string>>
}

/** The JSON text of an answer, or undefined for something else than JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Sends one call to the console's server. Nothing else in the console fetches. */
async function send(
  base: string,
  request: { method: string; path: string; body?: string },
  { signal, headers }: CallOptions = {},
) {
  try {
    const response = await fetch(`/api${base}${request.path}`, {
      method: request.method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(request.body === undefined ? {} : { body: request.body }),
      ...(signal ? { signal } : {}),
    })
    return { status: response.status, body: parsed(await response.text()) }
  } catch (error) {
    if (signal?.aborted) throw error
    throw new ApiError(0, 'ConsoleUnreachable', words.consoleUnreachable)
  }
}

const isLoggedOut = (body: unknown) =>
  typeof body === 'object' &&
  body !== null &&
  'error' in body &&
  typeof body.error === 'object' &&
  body.error !== null &&
  'type' in body.error &&
  body.error.type === 'NotLoggedInError'

/** Carries calls under a base path; when the session has ended it waits until the person has logged in again, then repeats the call. */
function transport(base: string): Transport<CallOptions> {
  return async (request, options) => {
    const answer = await send(base, request, options)
    if (answer.status !== 401 || !isLoggedOut(answer.body) || request.name.startsWith('session')) return answer
    await loggedInAgain(answer)
    return send(base, request, options)
  }
}

/** The console's own API, typed. */
export const consoleClient = createClient(consoleApi, transport(''))

type VsnapClient = ReturnType<typeof createClient<typeof vsnapApi, CallOptions>>
const vsnapClients = new Map<string, VsnapClient>()

/** Where the vSnap API of one appliance is, relative to `/api`. */
const vsnapBase = (applianceId: string) => `/appliances/${encodeURIComponent(applianceId)}/vsnap`

/** The vSnap API of one appliance, typed, by way of the console's server. */
export function vsnapClient(applianceId: string): VsnapClient {
  const known = vsnapClients.get(applianceId)
  if (known) return known
  const client = createClient(vsnapApi, transport(vsnapBase(applianceId)))
  vsnapClients.set(applianceId, client)
  return client
}

/** An answer as it came, for people who want to see the API at work. `path` as the operation encodes it. */
export async function rawAnswer(applianceId: string, path: string): Promise<{ status: number; body: unknown }> {
  return send(vsnapBase(applianceId), { method: 'GET', path })
}

/** The same of the console's own API; `path` from `/api` on. */
export async function rawConsoleAnswer(path: string): Promise<{ status: number; body: unknown }> {
  return send('', { method: 'GET', path: path.replace(/^\/api/, '') })
}
