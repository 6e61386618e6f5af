import type { PlanState } from '@vsnap/console-api/plan.ts'
import type { CallInput, Endpoint, Operation } from '@vsnap/contract/endpoint.ts'
import { ApiError } from '@vsnap/contract/error.ts'
import { z } from 'zod'
import { endpointOf } from './operations.ts'
import { mapLeaves, markerOf, parseReference, referred } from './references.ts'

/** The parts of a call as they were submitted, with markers in place of what is not known yet or must not be seen. */
export interface StepInput {
  readonly params?: Readonly<Record<string, unknown>> | undefined
  readonly query?: Readonly<Record<string, unknown>> | undefined
  readonly body?: Readonly<Record<string, unknown>> | undefined
}

export type Failure = { readonly type: string; readonly message: string }

/** A step as it is known now; see PlanStepsTable. */
export interface Step {
  readonly n: number
  readonly appliance: { readonly id: string; readonly name: string }
  readonly operation: string
  /** What it is about, by name. */
  readonly about: string | null
  readonly input: StepInput
  state: PlanState
  request_id: string
  status: number | null
  /** Decoded, without secrets. */
  answer: unknown
  error: Failure | null
  doubtful: boolean
  found: boolean
  time_started: number | null
  time_ended: number | null
  /** Read from the database after a start: whether it was sent stands in the audit trail. */
  recovered?: boolean
}

/** A plan as it is known now. */
export interface PlanRecord {
  readonly id: string
  readonly title: string
  readonly user: string
  /** Whose rights it runs with, and from where they acted. */
  actor: string
  address: string
  state: PlanState
  undoing: boolean
  readonly time_created: number
  time_ended: number | null
  readonly steps: readonly Step[]
}

export const secondsNow = (): number => Math.floor(Date.now() / 1000)

/** The operation of a step. @throws ApiError when this version of the console has none of that name any more */
export function operationOf({ operation }: Step): Operation {
  const endpoint = endpointOf(operation)
  if (!endpoint)
    throw new ApiError(501, 'NotImplementedError', `This version of the console has no operation ${operation}.`)
  return { name: operation, endpoint }
}

const nothing = z.strictObject({})

/** A call's parts, checked and decoded by its operation. @throws z.ZodError */
export function parseInput(endpoint: Endpoint, input: StepInput): CallInput {
  return Object.fromEntries(
    (['params', 'query', 'body'] as const).flatMap((part) => {
      const parsed = (endpoint[part] ?? nothing).parse(input[part] ?? {})
      return endpoint[part] ? [[part, parsed]] : []
    }),
  )
}

/**
 * The input of a step with its references resolved by the answers to the steps before; `secret` opens the other markers.
 * @throws ApiError 409 ReferenceError when an answer is not there, or has no such value
 */
export function resolveInput(
  { steps }: Pick<PlanRecord, 'steps'>,
  step: Step,
  secret: (marker: { $secret: string } | { $sealed: string }) => unknown,
): StepInput {
  return mapLeaves(step.input, (leaf) => {
    const marker = markerOf(leaf)
    if (!marker) return leaf
    if (!('$ref' in marker)) return secret(marker)
    const reference = parseReference(marker.$ref)
    const target = reference && steps[reference.step]
    const value = target && reference && target.state !== 'queued' ? referred(target.answer, reference) : undefined
    if (value === undefined || value === null)
      throw new ApiError(409, 'ReferenceError', `There is no ${marker.$ref}: that answer did not have it.`)
    return value
  }) as StepInput
}
