import { consoleApi, type ConsoleApi } from '@vsnap/console-api/api.ts'
import type { Endpoint, Input } from '@vsnap/contract/endpoint.ts'
import { encodeRequest, type EncodedRequest } from '@vsnap/contract/request.ts'
import { vsnapApi, type VsnapApi } from '@vsnap/vsnap-api/api.ts'

/** A call that is shown to a person before it is made, or so that they can repeat it: `POST /api/pool` and its body. */
export interface ShownCall {
  /** What it is by the contract. */
  readonly endpoint: Endpoint
  /** Whom it is sent to. */
  readonly server: 'appliance' | 'console'
  readonly title: string
  /** What it is about, where the ids in its path say too little. */
  readonly about?: string | undefined
  readonly method: string
  /** As the server that answers has it, from `/api` on. */
  readonly path: string
  /** JSON, in lines. */
  readonly body?: string
  /** Which of the calls of a plan it is, the first being 1. */
  readonly step?: number
  /** What stands in it for values that are not there yet. */
  readonly later?: readonly LaterValue[]
}

/** `<steps.0.result.id>` in a call that is shown: a field of the answer to an earlier one (the first being 1). */
export interface LaterValue {
  readonly text: string
  readonly field: string
  readonly step: number
}

function shown(server: ShownCall['server'], endpoint: Endpoint, request: EncodedRequest): ShownCall {
  const body = request.body === undefined ? undefined : JSON.stringify(JSON.parse(request.body), null, 2)
  return {
    endpoint,
    server,
    title: endpoint.title,
    method: request.method,
    path: `/api${request.path}`,
    ...(body === undefined ? {} : { body }),
  }
}

/** A call of the vSnap API as the appliance will get it: exactly what `useOperation` sends. */
export function vsnapCall<K extends keyof VsnapApi & string>(name: K, input: Input<VsnapApi[K]>): ShownCall {
  return shown('appliance', vsnapApi[name], encodeRequest(vsnapApi[name], input as object))
}

/** A call of the console's own API. Give it no secrets: it is shown. */
export function consoleCall<K extends keyof ConsoleApi & string>(name: K, input: Input<ConsoleApi[K]>): ShownCall {
  return shown('console', consoleApi[name], encodeRequest(consoleApi[name], input as object))
}
