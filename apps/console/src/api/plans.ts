import type { NewStep, Plan, planEndpoints, PlanState } from '@vsnap/console-api/plan.ts'
import type { Endpoint, Input } from '@vsnap/contract/endpoint.ts'
import { ApiError } from '@vsnap/contract/error.ts'
import { encodeRequest } from '@vsnap/contract/request.ts'
import { vsnapApi, type VsnapApi } from '@vsnap/vsnap-api/api.ts'
import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { z } from 'zod'
import type { LaterValue, ShownCall } from './calls.ts'
import { consoleClient } from './client.ts'
import { bff, queryClient, type WriteOf } from './queries.ts'
import { words } from './words.ts'

/** Begins what stands for a value that is not there yet. Nobody can type it: it is new with each page load. */
const mark = `later-${crypto.randomUUID()}:`

/** Stands, in the input of a planned call, for a value out of the answer to an earlier step: `laterValue(0, 'id')`. */
export const laterValue = (step: number, path: string): string => `${mark}ref:steps.${step}.result.${path}`

/** Stands for the password that the console keeps for an appliance (id); only its server fills it in, and only for an admin. */
export const storedSecret = (applianceId: string): string => `${mark}secret:appliance:${applianceId}`

/** A call that a plan will make. */
export interface PlannedCall {
  readonly appliance: { readonly id: string; readonly name: string }
  readonly operation: WriteOf<VsnapApi>
  readonly input: object
  /** What it is about, by name. */
  readonly about?: string | undefined
}

/** A call of a plan: `plannedCall(appliance, 'volumeCreate', {body})`, the input as for `useOperation`. `about`: the name of what it is about, for who reads the plan before it begins and after the object is gone. */
export function plannedCall<K extends WriteOf<VsnapApi>>(
  appliance: { readonly id: string; readonly name: string },
  operation: K,
  input: Input<VsnapApi[K]>,
  about?: string,
): PlannedCall {
  return { appliance: { id: appliance.id, name: appliance.name }, operation, input: input as object, about }
}

interface Parts {
  params?: unknown
  query?: unknown
  body?: unknown
}

/** The parts of a call as the wire has them (sizes as text), with markers for what comes later. */
function onTheWire({ operation, input }: PlannedCall): Parts {
  const endpoint: Endpoint = vsnapApi[operation]
  const parts = input as Parts
  const encoded = Object.fromEntries(
    (['params', 'query', 'body'] as const).flatMap((part) => {
      const schema = endpoint[part]
      return schema && parts[part] !== undefined ? [[part, z.encode(schema, parts[part])]] : []
    }),
  )
  return JSON.parse(JSON.stringify(encoded), (_, value: unknown) => markerOf(value)) as Parts
}

function markerOf(value: unknown): unknown {
  if (typeof value !== 'string' || !value.startsWith(mark)) return value
  const text = value.slice(mark.length)
  return text.startsWith('ref:') ? { $ref: text.slice('ref:'.length) } : { $secret: text.slice('secret:'.length) }
}

/** A planned call as it is submitted. */
export function stepOf(call: PlannedCall): NewStep {
  const about = call.about ? { about: call.about } : {}
  return { appliance: call.appliance.id, operation: call.operation, ...onTheWire(call), ...about } as NewStep
}

/** A planned call as a review shows it: `<steps.0.result.id>` where an answer will stand, `<stored password>` for a secret. */
export function shownPlanned(call: PlannedCall): ShownCall {
  const endpoint: Endpoint = vsnapApi[call.operation]
  const { method, path, body } = encodeRequest(endpoint, call.input)
  const later = laterIn(`${decodeURIComponent(path)} ${body ?? ''}`)
  return {
    endpoint,
    server: 'appliance',
    title: words.callOn(endpoint.title, call.appliance.name),
    about: call.about,
    method,
    path: `/api${readable(decodeURIComponent(path))}`,
    ...(body === undefined ? {} : { body: readable(JSON.stringify(JSON.parse(body), null, 2)) }),
    ...(later.length === 0 ? {} : { later }),
  }
}

/** What a text takes out of earlier answers, each once. */
function laterIn(text: string): LaterValue[] {
  const found = [...text.matchAll(new RegExp(`${mark}ref:(steps\\.(\\d+)\\.result\\.([\\w.]+))`, 'g'))].map(
    ([, path = '', step, field = '']) => ({ text: `<${path}>`, field, step: Number(step) + 1 }),
  )
  return [...new Map(found.map((value) => [value.text, value])).values()]
}

function readable(text: string): string {
  return text
    .replaceAll(new RegExp(`${mark}ref:([\\w.]+)`, 'g'), '<$1>')
    .replaceAll(new RegExp(`${mark}secret:[\\w:.-]+`, 'g'), words.storedPassword)
}

/**
 * Submits a plan. The same content submitted again (a double click, a retry after a lost answer) makes no second plan:
 * the key stays until the content changes.
 */
export function useSubmitPlan() {
  const last = useRef({ content: '', key: '' })
  return useMutation<
    Awaited<ReturnType<typeof consoleClient.planCreate>>,
    ApiError,
    { title: string; calls: readonly PlannedCall[] }
  >({
    mutationFn: ({ title, calls }) => {
      if (calls.length === 0) throw new ApiError(400, 'NothingToDo', words.nothingToDo)
      const body = { title, steps: calls.map(stepOf) }
      const content = JSON.stringify(body)
      if (last.current.content !== content) last.current = { content, key: crypto.randomUUID() }
      return consoleClient.planCreate({ body }, { headers: { 'idempotency-key': last.current.key } })
    },
    onSuccess: keepNew,
  })
}

/** A new plan is what its page shows at once, and in the list. */
function keepNew(plan: Plan): void {
  queryClient.setQueryData(bff('planView', { params: { id: plan.id } }).queryKey, plan)
  void queryClient.invalidateQueries({ queryKey: ['console', 'planList'] })
}

/** Submits once more, as a new plan, what a plan was made from. However often it is sent by one dialog, it makes one. */
export function useRunAgain() {
  const key = useRef(crypto.randomUUID())
  return useMutation<Plan, ApiError, Input<(typeof planEndpoints)['planCreate']>>({
    mutationFn: (input) => consoleClient.planCreate(input, { headers: { 'idempotency-key': key.current } }),
    onSuccess: keepNew,
  })
}

const going = ['queued', 'running', 'waiting'] as const satisfies readonly PlanState[]

/** True while a plan still moves by itself. */
export const isGoing = (state: PlanState): state is (typeof going)[number] => going.some((each) => each === state)

/** How often a page looks at a plan that moves (milliseconds). */
const lively = 1_000

/** One plan, live while it moves. */
export function planQuery(id: string) {
  return {
    ...bff('planView', { params: { id } }),
    refetchInterval: (query: { state: { data?: { state: PlanState } | undefined } }) =>
      query.state.data === undefined || isGoing(query.state.data.state) ? lively : false,
  }
}
