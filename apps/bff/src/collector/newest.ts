import { snapshotSummary } from '@vsnap/vsnap-api/snapshot.ts'
import { z } from 'zod'
import type { Row } from './lists.ts'

/** When each volume's newest snapshot was made (epoch seconds), by the volumes' ids. */
export type Newest = ReadonlyMap<string, number>

const found = new WeakMap<readonly Row[], Newest>()

/** The newest of a list of snapshots, looked for once: who keeps the list wants it, and who makes something of it. */
export function newestOf(snapshots: readonly Row[]): Newest {
  const known = found.get(snapshots)
  if (known) return known
  const newest = new Map<string, number>()
  for (const row of snapshots) {
    const { success, data } = z.safeDecode(snapshotSummary, row as never)
    if (!success || data.parent_id == null || data.time_created == null) continue
    newest.set(data.parent_id, Math.max(newest.get(data.parent_id) ?? 0, data.time_created))
  }
  found.set(snapshots, newest)
  return newest
}

/** As text, to be kept beside the list. */
export const newestAsText = (newest: Newest): string => JSON.stringify([...newest])

export const newestFromText = (text: string): Newest => new Map(JSON.parse(text) as [string, number][])
