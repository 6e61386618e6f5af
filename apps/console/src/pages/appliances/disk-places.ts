import { vsnap } from '../../api/queries.ts'
import { uuidOfPath } from '@vsnap/vsnap-api/disk.rules.ts'
import type { Pool } from '@vsnap/vsnap-api/pool.ts'
import { useQueries, useQuery } from '@tanstack/react-query'

/** The pool that a disk is in, and which group of it: `raid6_group1`, `log`, `cache`, `spare`. */
export interface DiskPlace {
  readonly applianceId: string
  readonly pool: Pick<Pool, 'id' | 'name'>
  readonly group: string
}

/** Where each disk of these pools is, by its uuid. */
export function placesOf(applianceId: string, pools: readonly Pool[]): ReadonlyMap<string, DiskPlace> {
  return new Map(
    pools.flatMap((pool) =>
      Object.entries(pool.disks ?? {}).flatMap(([group, members]) =>
        members.map((path) => [uuidOfPath(path), { applianceId, pool, group }] as const),
      ),
    ),
  )
}

/** The pools of an appliance in detail, each as soon as it is there: the list of disks waits for none of them. */
export function usePoolsOf(applianceId: string): readonly Pool[] {
  const { data } = useQuery(vsnap(applianceId, 'poolList'))
  return useQueries({
    queries: (data?.pools ?? []).map(({ id }) => vsnap(applianceId, 'poolView', { params: { id } })),
    combine: poolsThatAreThere,
  })
}

// The same function each time: what it makes stays the same while the answers do.
function poolsThatAreThere(results: readonly { readonly data: Pool | undefined }[]): readonly Pool[] {
  return results.flatMap(({ data }) => (data ? [data] : []))
}
