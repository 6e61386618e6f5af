import type { FleetResource } from '@vsnap/console-api/fleet.ts'
import { toApiError } from '@vsnap/contract/error.ts'
import { encodeRequest } from '@vsnap/contract/request.ts'
import { vsnapApi } from '@vsnap/vsnap-api/api.ts'
import { randomUUID } from 'node:crypto'
import { answerInvalid } from '../appliances/errors.ts'
import type { Connection } from '../appliances/registry.ts'
import type { Agents } from '../proxy/agents.ts'
import { exchange } from '../proxy/exchange.ts'

/** A row as the appliance sent it. */
export type Row = Readonly<Record<string, unknown>>

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
 * @throws ApiError see exchange; 502 ApplianceAnswerInvalid when there is no such list in the answer
 */
export async function askForList(
  agents: Agents,
  connection: Connection,
  resource: FleetResource,
  timeout: number | undefined,
): Promise<readonly Row[]> {
  const endpoint = endpoints[resource]
  try {
    const { body } = await exchange(connection, encodeRequest(endpoint), {
      agent: agents.of(connection),
      endpoint,
      requestId: randomUUID(),
      timeout,
    })
    return rowsOf(JSON.parse(body.toString('utf8')), connection, resource)
  } catch (error) {
    if (error instanceof SyntaxError) throw answerInvalid(connection.name, 'its answer is not JSON.')
    if (toApiError(error).status === 501) return []
    throw error
  }
}

function rowsOf(answer: unknown, { name }: Connection, resource: FleetResource): Row[] {
  const rows: unknown = (answer as Record<string, unknown> | null)?.[`${resource}s`]
  if (!Array.isArray(rows)) throw answerInvalid(name, `its answer has no list of ${resource}s.`)
  return rows.filter((row): row is Row => typeof row === 'object' && row !== null && !Array.isArray(row))
}
