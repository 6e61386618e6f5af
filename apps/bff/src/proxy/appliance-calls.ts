import type { CallInput, Operation } from '@vsnap/contract/endpoint.ts'
import { ApiError, toApiError } from '@vsnap/contract/error.ts'
import { encodeRequest, type EncodedRequest } from '@vsnap/contract/request.ts'
import type { Connection, Registry } from '../appliances/registry.ts'
import { observationOf } from '../appliances/status.ts'
import type { Audit } from '../audit/audit.ts'
import type { Until } from '../database/batch.ts'
import type { Caller } from '../sessions/caller.ts'
import type { Agents } from './agents.ts'
import { isAboutAppliance } from './call-outcome.ts'
import { exchange, patienceFor } from './exchange.ts'

export interface ApplianceAnswer {
  readonly status: number
  /** JSON text. */
  readonly body: Buffer
}

export interface WriteAnswer extends ApplianceAnswer {
  /** Resolves when the outcome is in the trail. What is written to the database after this answer is there no sooner than that. */
  readonly recorded: Promise<void>
}

/** How a write is made that is one of many. */
export interface Manner {
  /** `on its way`: the trail's entry is out of a kill's reach when it is sent, and out of a power cut's milliseconds later. */
  readonly until?: Until
  /** Many more to the same appliance follow at once: readers are told less often. */
  readonly isFollowed?: boolean
}

/** Calls to registered appliances: the one way in which something is changed there, whoever asks for it. */
export interface ApplianceCalls {
  /**
   * Makes a write whose caller was authorised: in the audit trail before it is sent, seen to its end whether or not
   * somebody still waits, its outcome in the trail, and readers told what it changed.
   * @throws ApiError see exchange
   */
  write(
    connection: Connection,
    operation: Operation,
    input: CallInput,
    caller: Caller,
    manner?: Manner,
  ): Promise<WriteAnswer>
  /** What a call began has come to its end: readers are told of what it changed once more. */
  settled(applianceId: string, operation: Operation): Promise<void>
  /** Makes a read of the console's own. @throws ApiError see exchange */
  read(connection: Connection, operation: Operation, input: CallInput, requestId: string): Promise<ApplianceAnswer>
  /** Takes note of how the appliance is from how a call to it ends; `false` says nothing about it. */
  observed<T>(connection: Connection, call: () => Promise<T>): Promise<T>
  /** Milliseconds that an answer to an operation may take. */
  patience(operation: Operation): number
}

export interface CallDependencies {
  readonly registry: Registry
  readonly audit: Audit
  readonly agents: Agents
  /** Told after each write that may have changed something: the appliance, the resources, and whether many more follow at once. */
  readonly onChange: (applianceId: string, changes: readonly string[], isFollowed: boolean) => void
  /** Milliseconds that answers may take usually. */
  readonly answerWithin?: number | undefined
}

/** The connection broke, or nothing came that can be understood: whether it was done is not known. */
export const leavesUnknown = ({ type, details }: ApiError): boolean =>
  details['sent'] !== false &&
  (type === 'ApplianceTimeout' || type === 'ApplianceUnreachable' || type === 'ApplianceAnswerInvalid')

export function createApplianceCalls({
  registry,
  audit,
  agents,
  onChange,
  answerWithin,
}: CallDependencies): ApplianceCalls {
  const patience = ({ endpoint }: Operation) => patienceFor(endpoint, answerWithin)

  const observed = async <T>(connection: Connection, call: () => Promise<T>): Promise<T> => {
    const { id, revision } = connection
    try {
      const result = await call()
      if (result !== false) registry.observe(id, { state: 'online' }, revision)
      return result
    } catch (error) {
      if (error instanceof ApiError && error.type === 'ApplianceChanged') throw error
      const told = error instanceof ApiError && isAboutAppliance(error.type)
      registry.observe(id, told ? observationOf(error) : { state: 'online' }, revision)
      throw error
    }
  }

  const send = (connection: Connection, operation: Operation, request: EncodedRequest, requestId: string) =>
    observed(connection, async () =>
      exchange(connection, request, {
        agent: agents.of(connection),
        endpoint: operation.endpoint,
        requestId,
        timeout: patience(operation),
      }),
    )

  const tell = async (id: string, { endpoint }: Operation, isFollowed = false) => {
    onChange(id, endpoint.changes ?? [], isFollowed)
    if (endpoint.changes?.includes('system')) await registry.refresh(id)
  }

  return {
    settled: (id, operation) => tell(id, operation),
    observed,
    patience,
    read: async (connection, operation, input, requestId) =>
      send(connection, operation, encodeRequest(operation.endpoint, input), requestId),

    async write(connection, operation, input, { user, address, request_id }, manner = {}) {
      const { until, isFollowed } = manner
      const { name, endpoint } = operation
      const { id } = connection
      const request = encodeRequest(endpoint, input)
      const entry = await audit.begin(
        {
          operation: name,
          endpoint,
          path: request.path,
          user: user?.name ?? null,
          address,
          appliance: { id, name: connection.name },
          request_id,
          ...input,
        },
        until,
      )
      // From here on the write is seen to its end, whether or not somebody still waits for it.
      try {
        const answer = await send(connection, operation, request, request_id)
        const recorded = audit.finish(entry, { state: 'done', status: answer.status }, until)
        await tell(id, operation, isFollowed)
        return { ...answer, recorded }
      } catch (failure) {
        const error = toApiError(failure)
        const { status, type, message } = error
        const state = leavesUnknown(error) ? 'unknown' : 'refused'
        await audit.finish(entry, { state, status, error: { type, message } })
        onChange(id, endpoint.changes ?? [], isFollowed === true)
        throw failure
      }
    },
  }
}
