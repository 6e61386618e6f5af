import type { SessionRow } from '../catalog/rows.ts'
import type { HandlerContext } from '../handlers/context.ts'

/** Sessions as the API has them (§14.1), those with these values or all; `size_sent` of what is running is as of now. */
export function sessionViews(context: HandlerContext, where: { readonly id?: number; readonly rel_id?: string } = {}) {
  return context.catalog.all('session', where).map((row) => sessionView(context, row))
}

export function sessionView({ replication }: HandlerContext, row: SessionRow) {
  const { id, local_snap_id, ...rest } = row
  const running = row.status === 'ACTIVE' ? replication.running.get(id) : undefined
  const size_sent = running?.sent() ?? row.size_sent
  return { ...rest, id: String(id), local_snap_id: String(local_snap_id), size_sent }
}
