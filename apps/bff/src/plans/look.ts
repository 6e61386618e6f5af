import type { CallInput, Endpoint, Operation, Trace } from '@vsnap/contract/endpoint.ts'
import { ApiError, toApiError } from '@vsnap/contract/error.ts'
import { vsnapApi } from '@vsnap/vsnap-api/api.ts'
import { randomUUID } from 'node:crypto'
import { setTimeout as after } from 'node:timers/promises'
import { z } from 'zod'
import type { Connection, Registry } from '../appliances/registry.ts'
import type { ApplianceCalls } from '../proxy/appliance-calls.ts'
import { gather, hasAll, traceOf, valueAt, type Done } from './effects.ts'
import { endpointOf } from './operations.ts'
import { parseInput, type StepInput } from './step.ts'

/** What the appliance shows of a call whose answer was lost. */
export type Seen =
  | { readonly is: 'done'; readonly answer: unknown }
  /** It was not done, and may be sent again. */
  | { readonly is: 'absent' }
  | { readonly is: 'unclear'; readonly why: string }

export interface Look {
  /** Reads an operation's answer, decoded where it is what the operation promises. Waits while the appliance cannot be reached, `patience` ms. */
  read(
    appliance: string,
    operation: string,
    input: StepInput,
    options: { patience: number; signal?: AbortSignal | undefined },
  ): Promise<unknown>
  /** Looks for what a call did that was first sent at `since` (epoch seconds). Rejects only when `signal` ends it. */
  for(appliance: string, operation: Operation, input: CallInput, since: number, signal?: AbortSignal): Promise<Seen>
  /** Whether an object is there that would go with one that is taken back. */
  holds(appliance: string, trace: Trace, done: Done): Promise<boolean>
}

export interface LookDependencies {
  readonly registry: Registry
  readonly calls: ApplianceCalls
  /** Milliseconds between two looks. */
  readonly every: number
  /** Milliseconds that an appliance may be out of reach while something is looked for. */
  readonly patience: number
}

/** Seconds that clocks may differ by: an object older than that before the call was sent was not made by it. */
const clocksDiffer = 600

export const outOfReach = new Set(['ApplianceUnreachable', 'ApplianceTimeout'])

export function createLook({ registry, calls, every, patience }: LookDependencies): Look {
  const read: Look['read'] = async (appliance, name, input, options) => {
    const endpoint = endpointOf(name)
    if (!endpoint) throw new Error(`${name} is no operation`)
    const parsed = parseInput(endpoint, input)
    const deadline = Date.now() + options.patience
    for (;;) {
      try {
        const connection: Connection | undefined = registry.connection(appliance)
        if (!connection) throw removed(appliance)
        const { body } = await calls.read(connection, { name, endpoint }, parsed, randomUUID())
        return decoded(endpoint, JSON.parse(body.toString('utf8')))
      } catch (error) {
        if (!outOfReach.has(toApiError(error).type) || Date.now() >= deadline) throw error
        await after(every, undefined, options.signal ? { signal: options.signal } : {})
      }
    }
  }

  const find = async (appliance: string, trace: Trace, done: Done, signal?: AbortSignal): Promise<unknown> => {
    const answer = await read(appliance, trace.operation, { params: gather(trace.params, done) }, { patience, signal })
    if (trace.items === undefined) return answer
    const list = valueAt(answer, trace.items)
    const where = Object.entries(gather(trace.where, done))
    const fits = (one: unknown) => where.every(([key, value]) => String(valueAt(one, key)) === String(value))
    return Array.isArray(list) ? list.find(fits) : undefined
  }

  return {
    read,

    async for(appliance, { name, endpoint }, input, since, signal) {
      try {
        const { settles } = endpoint
        if (settles && !settles.params) {
          const view = await read(appliance, settles.operation, {}, { patience, signal })
          const begun = !settles.failed.includes(String(valueAt(view, settles.field)))
          return begun ? { is: 'done', answer: view } : { is: 'absent' }
        }
        const trace = traceOf(vsnapApi, name)
        if (!trace || !hasAll(trace.params, input) || !hasAll(trace.where, input))
          return unclear('The appliance has no way to show whether it was done.')
        const object = await find(appliance, trace, input, signal).catch(noneThere)
        if (trace.gone) return object === undefined ? { is: 'done', answer: {} } : { is: 'absent' }
        if (object === undefined) return { is: 'absent' }
        if (endpoint.method === 'PUT') return isAs(input.body, object) ? { is: 'done', answer: object } : changedSince
        const made = valueAt(object, 'time_created')
        const older = typeof made === 'number' && made < since - clocksDiffer
        return agrees(input.body, object) && !older ? { is: 'done', answer: object } : somebodyElses
      } catch (error) {
        if (signal?.aborted) throw error
        return unclear(`It could not be looked up: ${toApiError(error).message}`)
      }
    },

    holds: async (appliance, trace, done) => (await find(appliance, trace, done).catch(noneThere)) !== undefined,
  }
}

/** Where there is no such object, there is nothing of it. */
function noneThere(error: unknown): undefined {
  if (toApiError(error).status !== 404) throw error
}

function unclear(why: string): Seen {
  return { is: 'unclear', why: `${why} Look at the appliance, and then try it again or skip it.` }
}

export const removed = (id: string): ApiError =>
  new ApiError(409, 'ApplianceChanged', `The appliance ${id} was removed from the console: nothing can be sent to it.`)

const somebodyElses = unclear('There is one already, but it does not look like the one that this call would have made.')
const changedSince = unclear(
  'The object is not as this call would have left it: it was not done, or somebody has changed it since.',
)

/** An answer as the contract describes it; as it came when it is something else. */
export function decoded({ result }: Endpoint, answer: unknown): unknown {
  const read = z.safeDecode(result, answer as never)
  return read.success ? read.data : answer
}

/** Whether an object has what was asked for, as far as both say it. Sizes may be rounded by who makes it, and are left out. */
function agrees(body: unknown, object: unknown): boolean {
  return Object.entries((body ?? {}) as Record<string, unknown>).every(([key, wanted]) => {
    const has = valueAt(object, key)
    const comparable = (typeof wanted === 'string' || typeof wanted === 'boolean') && has !== undefined && has !== null
    return !comparable || String(has) === String(wanted)
  })
}

/** Whether an object is exactly as a call says that it shall be. */
function isAs(body: unknown, object: unknown): boolean {
  return Object.entries((body ?? {}) as Record<string, unknown>).every(
    ([key, wanted]) => wanted === undefined || JSON.stringify(valueAt(object, key)) === JSON.stringify(wanted),
  )
}
