import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import type { Input } from '@vsnap/contract/endpoint.ts'
import { snapshotCan } from '@vsnap/vsnap-api/snapshot.rules.ts'
import { demand, refusal } from '@vsnap/vsnap-api/verdict.ts'
import { inBoth } from '../agreement.ts'
import type { RelationshipRow, VolumeRow } from '../catalog/rows.ts'
import { volumeRow, type HandlerContext } from '../handlers/context.ts'
import { poolSummary } from '../handlers/pool-view.ts'
import { summary } from '../handlers/snapshot.ts'
import { largestChunk, type PeerApi } from './peer-api.ts'

type Wanted = Input<PeerApi['transferBegin']>['body']

/** A snapshot that is being received: it is there when it has been committed, and until then nothing of it is. */
export interface Transfer {
  readonly rel_id: string
  readonly partner_id: string
  /** Takes the bytes from an offset on; answers how many are there. */
  write(offset: number, bytes: Buffer): Promise<number>
  /** Ends it when all of it has come; answers the new snapshot's id. */
  commit(sent: { readonly sha256: string; readonly length: number }): Promise<{ snap_id: string; sha256: string }>
  /** Ends it and leaves nothing. */
  abort(): Promise<void>
}

/** Milliseconds without a byte after which a transfer is given up: its sender has died, or is cut off. */
const patience = 60_000

/** Begins to receive a snapshot of the primary; what was left of an earlier transfer is given up. Returns its id. */
export async function beginTransfer(context: HandlerContext, row: RelationshipRow, wanted: Wanted): Promise<string> {
  const { catalog, engine, replication } = context
  await abortTransfers(context, row.id)
  const volume = volumeRow(context, String(row.volume_id))
  const siblings = catalog.all('snapshot', { volume_id: volume.id }).map(summary)
  demand(snapshotCan.name(wanted.snapshot_name, siblings))
  const guids = [...(await engine.snapshots(volume.key)).values()].map(({ guid }) => guid)
  if (wanted.base !== null && !guids.includes(wanted.base)) {
    throw refusal(
      'NotFoundError',
      `The replica ${volume.name} has not the snapshot since which changes are to be sent.`,
    )
  }
  await demandSpace(context, volume, wanted.size ?? 0)
  await followPrimary(context, row, volume, wanted)
  const id = randomUUID()
  replication.transfers.set(id, receive(context, { id, row, volume }, wanted.snapshot_name))
  return id
}

/** Gives up what is being received for a relationship. */
export async function abortTransfers({ replication }: HandlerContext, relId?: string): Promise<void> {
  const those = [...replication.transfers.values()].filter(({ rel_id: id }) => relId === undefined || id === relId)
  await Promise.all(those.map((transfer) => transfer.abort()))
}

async function demandSpace(context: HandlerContext, volume: VolumeRow, size: number): Promise<void> {
  const pool = context.catalog.one('pool', { id: volume.pool_id })
  const left = pool && (await poolSummary(context, pool)).size_free
  if (!pool || left == null || size <= left) return
  throw refusal(
    'InsufficientSpaceError',
    `Pool ${pool.name} is full: the snapshot takes ${size} bytes, and ${left} bytes are free.`,
  )
}

/** The primary may have been renamed or resized since the last time. */
async function followPrimary(
  context: HandlerContext,
  row: RelationshipRow,
  volume: VolumeRow,
  { primary_vol_name, size_total }: Wanted,
): Promise<void> {
  const { catalog, engine } = context
  const resized = size_total !== volume.size_total
  await inBoth(context, resized ? [{ kind: 'dataset', key: volume.key, what: 'changing' }] : [], {
    engine: async () => {
      if (resized) await engine.resizeDataset(volume.key, size_total)
    },
    catalog: () => {
      catalog.update('volume', { id: volume.id }, { size_total })
      catalog.update('relationship', { id: row.id }, { remote_vol_name: primary_vol_name })
    },
  })
}

function receive(
  context: HandlerContext,
  what: { readonly id: string; readonly row: RelationshipRow; readonly volume: VolumeRow },
  name: string,
): Transfer {
  const { catalog, clock, engine, replication } = context
  const { id, row, volume } = what
  const key = randomUUID()
  const stream = new PassThrough({ highWaterMark: 2 * largestChunk })
  const sum = createHash('sha256')
  let received = 0
  const outcome = inBoth(context, [{ kind: 'snapshot', key, what: 'making' }], {
    engine: () => engine.receive(volume.key, key, stream),
    catalog: () => {
      const now = clock.now()
      const times = { time_created: now, time_updated: now }
      const snapshot = catalog.insert('snapshot', { key, name, volume_id: volume.id, ...times })
      const done = { last_sync_status: 'COMPLETED', last_attempt_snap_id: snapshot, last_success_snap_id: snapshot }
      catalog.update('relationship', { id: row.id }, { ...done, time_updated: now })
      return snapshot
    },
  })
  stream.on('error', () => undefined)
  const ended = outcome.then(
    () => undefined,
    () => undefined,
  )
  const timer = setTimeout(() => void abort(), patience).unref()
  // However it ends, it is no transfer any more; a failure is kept for whoever asks for it next.
  void ended.then(() => clearTimeout(timer))
  const abort = async (): Promise<void> => {
    stream.destroy(new Error('The transfer was given up.'))
    await ended
    replication.transfers.delete(id)
  }
  return {
    rel_id: row.id,
    partner_id: row.partner_id,
    async write(offset, bytes) {
      if (offset !== received) throw refusal('InvalidParameterError', `Expected the bytes from ${received} on.`)
      timer.refresh()
      received += bytes.length
      sum.update(bytes)
      if (stream.destroyed || !stream.write(bytes)) await Promise.race([once(stream, 'drain'), outcome])
      return received
    },
    async commit({ sha256, length }) {
      const own = sum.digest('hex')
      if (length !== received || sha256 !== own) {
        await abort()
        throw refusal('InvalidParameterError', 'What arrived is not what was sent: its checksum is wrong.')
      }
      stream.end()
      try {
        return { snap_id: String(await outcome), sha256: own }
      } finally {
        replication.transfers.delete(id)
      }
    },
    abort,
  }
}
