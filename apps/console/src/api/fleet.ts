import type { FleetAppliance, FleetItem, FleetResource } from '@vsnap/console-api/fleet.ts'
import { issueText, type ApiError } from '@vsnap/contract/error.ts'
import { disk } from '@vsnap/vsnap-api/disk.ts'
import { hostSummary } from '@vsnap/vsnap-api/host.ts'
import { partner } from '@vsnap/vsnap-api/partner.ts'
import { poolSummary } from '@vsnap/vsnap-api/pool.ts'
import { relationship } from '@vsnap/vsnap-api/relationship.ts'
import { session } from '@vsnap/vsnap-api/session.ts'
import { shareSummary } from '@vsnap/vsnap-api/share.ts'
import { snapshotSummary } from '@vsnap/vsnap-api/snapshot.ts'
import { volumeSummary } from '@vsnap/vsnap-api/volume.ts'
import { keepPreviousData, queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { z } from 'zod'
import { consoleClient } from './client.ts'
import { everyPage } from './every-page.ts'
import { bff, pollEvery } from './queries.ts'

/** How an object of the fleet's lists is read. */
const schemas = {
  pool: poolSummary,
  volume: volumeSummary,
  snapshot: snapshotSummary,
  share: shareSummary,
  host: hostSummary,
  partner,
  relationship,
  session,
  disk,
} satisfies Record<FleetResource, z.ZodType>

export type ListedResource = keyof typeof schemas
/** A row of a fleet list: the API's own fields, and the appliance that it belongs to. */
export type FleetRow<R extends ListedResource> = z.output<(typeof schemas)[R]> & {
  appliance: { id: string; name: string }
}

export interface FleetFilters {
  /** Only this appliance (id). */
  readonly appliance?: string | undefined
  /** Only appliances with this label: `site=fra`. */
  readonly label?: string | undefined
  /** Text that a field contains. */
  readonly q?: string | undefined
  /** A field, `-field` for descending. */
  readonly sort?: string | undefined
  /** Only these states. */
  readonly states?: readonly string[] | undefined
  /** What stands together: `appliance`, `label:site`. */
  readonly group?: string | undefined
}

export interface FleetAnswer<Row> {
  readonly items: readonly Row[]
  /** Rows that match and can be read as far as it is known, of which `items` are the first. */
  readonly total: number
  readonly complete: boolean
  readonly appliances: readonly FleetAppliance[]
  /** How many rows each state and each group has, when more match than `items`. */
  readonly counts?: FleetCounts
  /** Rows that are not what the API describes, by their appliances: they stand in none of these. */
  readonly unread: readonly UnreadRows[]
}

/** Rows of an appliance that cannot be read; `problem`: what is wrong with the first one. */
export interface UnreadRows {
  readonly appliance: { readonly id: string; readonly name: string }
  readonly count: number
  readonly problem: string
}

export interface FleetCounts {
  readonly states: readonly { readonly state: string; readonly total: number }[]
  /** `name` null: of the appliances without the label. */
  readonly groups: readonly { readonly name: string | null; readonly total: number }[]
}

/** Rows that a list asks for at once; the server gives no more. */
const fleetLimit = 1000

/** Rows as they came, decoded. One that is none costs itself, never the others. */
export function readRows<R extends ListedResource>(
  resource: R,
  items: readonly FleetItem[],
): { items: FleetRow<R>[]; unread: UnreadRows[] } {
  const rows: FleetRow<R>[] = []
  const unread = new Map<string, UnreadRows>()
  for (const item of items) {
    const { appliance } = item
    const decoded = z.safeDecode(schemas[resource] as z.ZodType, item)
    if (decoded.success) rows.push({ ...(decoded.data as z.output<(typeof schemas)[R]>), appliance })
    else {
      const before = unread.get(appliance.id)
      const problem = before?.problem ?? issueText(decoded.error)
      unread.set(appliance.id, { appliance, count: (before?.count ?? 0) + 1, problem })
    }
  }
  return { items: rows, unread: [...unread.values()] }
}

/** The filters that say something, as the call has them. */
export function present(filters: FleetFilters) {
  const { appliance, label, q, sort, states, group } = filters
  return {
    ...(appliance ? { appliance } : {}),
    ...(label ? { label } : {}),
    ...(q ? { q } : {}),
    ...(states?.length ? { status: states.join(',') } : {}),
    ...(sort ? { sort } : {}),
    ...(group ? { group } : {}),
  }
}

/** Objects of one kind across the fleet, decoded: `fleet('pool', {appliance})`; with `counts` also how many there are of each state and group. */
export function fleet<R extends ListedResource>(resource: R, filters: FleetFilters = {}, counts = false) {
  const query = { ...present(filters), limit: fleetLimit, ...(counts ? { counts } : {}) }
  const input = { params: { resource }, query }
  return queryOptions<FleetAnswer<FleetRow<R>>, ApiError, FleetAnswer<FleetRow<R>>, readonly unknown[]>({
    queryKey: ['console', 'fleetList', input],
    queryFn: async ({ signal }) => {
      const answer = await consoleClient.fleetList(input, { signal })
      const { items, unread } = readRows(resource, answer.items)
      return {
        items,
        unread,
        total: answer.total - (answer.items.length - items.length),
        complete: answer.next === null,
        appliances: answer.appliances,
        ...(counts ? { counts: { states: answer.states ?? [], groups: answer.groups ?? [] } } : {}),
      }
    },
    refetchInterval: pollEvery,
  })
}

/** As `fleet`, and all of it, however many answers that takes: for what is put together out of many rows. */
export function wholeFleet<R extends ListedResource>(resource: R, filters: FleetFilters = {}) {
  const first = fleet(resource, filters)
  return queryOptions<FleetAnswer<FleetRow<R>>, ApiError, FleetAnswer<FleetRow<R>>, readonly unknown[]>({
    ...first,
    queryKey: [...first.queryKey, 'whole'],
    queryFn: async ({ signal }) => {
      let appliances: readonly FleetAppliance[] = []
      const all = await everyPage(async (cursor) => {
        const query = { ...present(filters), limit: fleetLimit, ...(cursor === undefined ? {} : { cursor }) }
        const page = await consoleClient.fleetList({ params: { resource }, query }, { signal })
        appliances = page.appliances
        return page
      })
      const { items, unread } = readRows(resource, all)
      return { items, unread, total: items.length, complete: true, appliances }
    },
  })
}

/** Every row that matches, however many answers that takes. */
export async function allOfFleet<R extends ListedResource>(resource: R, filters: FleetFilters): Promise<FleetRow<R>[]> {
  const all = await everyPage((cursor) => {
    const query = { ...present(filters), limit: fleetLimit, ...(cursor === undefined ? {} : { cursor }) }
    return consoleClient.fleetList({ params: { resource }, query })
  })
  return readRows(resource, all).items
}

/**
 * The rows of a list page. A fleet that fits is filtered and sorted in the browser, at once and without asking the
 * appliances; only one that is larger than an answer is searched and sorted by the server.
 */
export function useFleet<R extends ListedResource>(
  resource: R,
  filters: FleetFilters,
): UseQueryResult<FleetAnswer<FleetRow<R>>, ApiError> {
  const whole = useQuery(fleet(resource, { appliance: filters.appliance, label: filters.label }))
  const large = whole.data?.complete === false
  const narrowed = useQuery({ ...fleet(resource, filters, true), enabled: large, placeholderData: keepPreviousData })
  return large ? narrowed : whole
}

/** Volumes without a snapshot in a day, or (anything else) without a relationship. */
export function unprotected(without: string | undefined, label: string | null) {
  const params = { without: without === 'snapshot' ? ('snapshot' as const) : ('relationship' as const) }
  return bff('fleetUnprotected', { params, ...(label === null ? {} : { query: { label } }) })
}

/** One look over the fleet, or over the appliances with a label. */
export function overview(label: string | null) {
  return bff('fleetView', label === null ? {} : { query: { label } })
}
