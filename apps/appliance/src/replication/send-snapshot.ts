import { createHash } from 'node:crypto'
import { addAbortSignal } from 'node:stream'
import type { PartnerRow, SessionRow, SnapshotRow, VolumeRow } from '../catalog/rows.ts'
import { EngineError } from '../engine/engine.ts'
import type { HandlerContext } from '../handlers/context.ts'
import type { PartnerCalls } from './partner-calls.ts'
import { partnerRow, withPartner } from './partners.ts'
import { largestChunk } from './peer-api.ts'
import { relationshipRow } from './relationships.ts'
import { contentsOf, type SnapshotContent } from './replicas.ts'

/** What came of a session that completed. */
interface Outcome {
  readonly message: string
  readonly remote_snap_id: string
}

/** The snapshot of a session, and the newest one before it that is on both sides. */
interface Plan {
  readonly volume: VolumeRow
  readonly snapshot: SnapshotRow
  readonly guid: string
  readonly base: SnapshotContent | undefined
}

/**
 * Sends a session's snapshot to the partner, whole or what changed since the newest one that both have, and waits until it
 * is there. `progress` hears how many bytes the partner has acknowledged.
 * @throws ApiError, EngineError: nothing of it is on the partner then; or the signal's reason.
 */
export async function sendSnapshot(
  context: HandlerContext,
  session: SessionRow,
  progress: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Outcome> {
  const { catalog } = context
  const relationship = relationshipRow(context, session.rel_id)
  const partner = partnerRow(context, relationship.partner_id)
  const replica = await withPartner(context, partner, ({ peer }) =>
    peer.replicaView({ params: { id: relationship.id } }, { signal }),
  )
  const address = addressFor(partner, replica.addresses)
  catalog.change(() => catalog.update('session', { id: session.id }, { repl_address: address }))

  const remote = new Map(replica.snapshots.map((snapshot) => [snapshot.guid, snapshot]))
  const plan = await planFor(context, session, remote)
  const already = remote.get(plan.guid)
  if (already !== undefined) {
    // It keeps the name that it has there, whatever is wished for now.
    catalog.change(() => catalog.update('session', { id: session.id }, { remote_snap_name: already.name }))
    return { message: 'The partner had this snapshot already.', remote_snap_id: already.id }
  }
  const send = (calls: PartnerCalls) => transfer(context, { session, plan, calls, progress, signal })
  const remote_snap_id = await withPartner(context, partner, send, address)
  return { message: messageOf(plan, relationship.last_success_snap_id === null), remote_snap_id }
}

/** The partner's address that carries replication; its management address when that does. */
function addressFor(partner: PartnerRow, addresses: readonly string[]): string {
  const [first] = addresses
  if (first === undefined) throw new EngineError('No network interface of the partner carries the service repl.')
  return addresses.includes(partner.address) ? partner.address : first
}

function messageOf({ base }: Plan, first: boolean): string {
  if (base) return `Sent what changed since ${base.name}.`
  return first ? 'Sent whole.' : 'Sent whole: no snapshot that was replicated before is on both sides any more.'
}

async function planFor(
  context: HandlerContext,
  { local_snap_id, local_snap_name }: SessionRow,
  remote: ReadonlyMap<string, unknown>,
): Promise<Plan> {
  const { catalog } = context
  const snapshot = catalog.one('snapshot', { id: local_snap_id })
  const volume = snapshot && catalog.one('volume', { id: snapshot.volume_id })
  if (!snapshot || !volume) throw new EngineError(`Snapshot ${local_snap_name} was deleted before it was sent.`)
  const own = await contentsOf(context, volume)
  const guid = own.find(({ id }) => id === snapshot.id)?.guid
  if (guid === undefined) throw new EngineError(`The storage has not the snapshot ${local_snap_name}.`)
  const newest = own.findLast((row) => remote.has(row.guid))
  if (newest && newest.id > snapshot.id) {
    throw new EngineError(`The replica is at the newer snapshot ${newest.name} already; a replica goes forward only.`)
  }
  return { volume, snapshot, guid, base: newest }
}

/** Streams a snapshot in chunks, each acknowledged; both sides compare checksums at the end. Returns the partner's id of it. */
async function transfer(
  { engine }: HandlerContext,
  what: {
    readonly session: SessionRow
    readonly plan: Plan
    readonly calls: PartnerCalls
    readonly progress: (bytes: number) => void
    readonly signal: AbortSignal
  },
): Promise<string> {
  const { calls, progress, signal, session } = what
  const { snapshot, base, volume, guid } = what.plan
  const { size, weight, stream } = await engine.send(snapshot.key, base?.key)
  addAbortSignal(signal, stream)
  // Whoever reads it hears of what goes wrong; when nobody does yet, nobody has to.
  stream.on('error', () => undefined)
  const { id } = await calls.peer.transferBegin(
    {
      params: { id: session.rel_id },
      body: {
        snapshot_name: session.remote_snap_name,
        guid,
        base: base?.guid ?? null,
        size,
        primary_vol_name: volume.name,
        size_total: volume.size_total,
      },
    },
    { signal },
  )
  try {
    const sum = createHash('sha256')
    let length = 0
    for await (const piece of stream) {
      for (const bytes of chunks(piece as Buffer)) {
        sum.update(bytes)
        length = await calls.chunk(id, length, bytes, { signal })
        progress(Math.floor(length * weight))
      }
    }
    signal.throwIfAborted()
    const sha256 = sum.digest('hex')
    const committed = await calls.peer.transferCommit({ params: { id }, body: { sha256, length } })
    if (committed.sha256 !== sha256) throw new EngineError('The partner has another checksum of what was sent.')
    progress(size)
    return committed.snap_id
  } catch (error) {
    // Best done now; a partner that cannot be told gives it up by itself.
    await calls.peer.transferAbort({ params: { id } }).catch(() => undefined)
    throw error
  } finally {
    stream.destroy()
  }
}

function* chunks(piece: Buffer): Generator<Buffer> {
  for (let start = 0; start < piece.length; start += largestChunk) yield piece.subarray(start, start + largestChunk)
}
