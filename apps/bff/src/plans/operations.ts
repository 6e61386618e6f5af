import type { Endpoint } from '@vsnap/contract/endpoint.ts'
import { vsnapApi } from '@vsnap/vsnap-api/api.ts'

const table: Readonly<Record<string, Endpoint>> = vsnapApi

/** An operation of the vSnap API by its name. */
export function endpointOf(operation: string): Endpoint | undefined {
  return Object.hasOwn(table, operation) ? table[operation] : undefined
}
