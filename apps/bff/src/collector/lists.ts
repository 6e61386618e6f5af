import type { FleetResource } from '@vsnap/console-api/fleet.ts'
import { toApiError } from '@vsnap/contract/error.ts'
import { encodeRequest } from '@vsnap/contract/request.ts'
import { vsnapApi } from '@vsnap/vsnap-api/api.ts'
import { hash, randomUUID } from 'node:crypto'
import { answerInvalid } from '../appliances/errors.ts'
import type { Connection } from '../appliances/registry.ts'
import type { Agents } from '../proxy/agents.ts'
import { exchange } from '../proxy/exchange.ts'

/** A row as the appliance sent it. */
export type Row = Readonly<Record<string, unknown>>

/** A list as it came: whether it is the same as before is known without reading what is in it. */
export interface ListAnswer {
  readonly hash: string
  /** Bytes. */
  readonly size: number
  /** @throws ApiError 502 ApplianceAnswerInvalid when there is no such list in the answer */
  rows(): readonly Row[]
}

const none: ListAnswer = { hash: '', size: 0, rows: () => [] }

const endpoints = {
  pool: vsnapApi.poolList,
  volume: vsnapApi.volumeList,
  snapshot: vsnapApi.snapshotList,
  share: vsnapApi.shareList,
  host: vsnapApi.hostList,
  disk: vsnapApi.diskList,
  partner: vsnapApi.partnerList,
  relationship: vsnapApi.relationshipList,
  session: vsnapApi.sessionList,
} as const satisfies Record<FleetResource, unknown>

/**
 * Asks an appliance for one of its lists. One that does not replicate has no partners; that is no fault.
 * @throws ApiError see exchange
 */
export async function askForList(
  agents: Agents,
  connection: Connection,
  resource: FleetResource,
  timeout: number | undefined,
): Promise<ListAnswer> {
  const endpoint = endpoints[resource]
  try {
    const { body } = await exchange(connection, encodeRequest(endpoint), {
      agent: agents.of(connection),
      endpoint,
      requestId: randomUUID(),
      timeout,
    })
    const rows = () => rowsOf(body, connection, resource)
    return { hash: hash('sha256', body, 'base64url'), size: body.length, rows }
  } catch (error) {
    if (toApiError(error).status === 501) return none
    throw error
  }
}

function rowsOf(body: Buffer, { name }: Connection, resource: FleetResource): Row[] {
  const rows: unknown = (parsed(body, name) as Record<string, unknown> | null)?.[`${resource}s`]
  if (!Array.isArray(rows)) throw answerInvalid(name, `its answer has no list of ${resource}s.`)
  return rows.filter((row): row is Row => typeof row === 'object' && row !== null && !Array.isArray(row))
}

function parsed(body: Buffer, name: string): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw answerInvalid(name, 'its answer is not JSON.')
  }
}
