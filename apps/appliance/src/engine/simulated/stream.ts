import { createCipheriv, createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { z } from 'zod'
import { EngineError, type Sending } from '../engine.ts'
import { between } from './random.ts'

// A stream: the length of its description (4 bytes), the description (JSON, gzip), filler, and the SHA-256 of all that.

/** What a snapshot is, the same on every system that has it: whose, from when (epoch seconds), and how many bytes. */
const content = z.object({ guid: z.string(), dataset: z.string(), made: z.number(), bytes: z.number() })
export type Content = z.output<typeof content>

const description = z.object({
  content,
  digest: z.string(),
  /** Digest of the snapshot since which it says what changed. */
  base: z.string().optional(),
  /** Bytes that the stream stands for. */
  size: z.number(),
  filler: z.number(),
})
type Description = z.output<typeof description>

/** The checksum of a snapshot's content. */
export function digest({ guid, dataset, made, bytes }: Content): string {
  return createHash('sha256')
    .update(JSON.stringify([guid, dataset, made, bytes]))
    .digest('hex')
}

const largestPiece = 256 * 1024
const checksumLength = 32

interface Outgoing {
  readonly content: Content
  readonly base?: Content
  /** More than so many bytes are not really sent: each byte then stands for several. */
  readonly most: number
  /** Bytes a second. */
  readonly rate: () => number
  readonly isThere: () => boolean
}

/** Bytes that say a snapshot, or what changed in it since another. */
function sizeOf(snapshot: Content, base: Content | undefined): number {
  if (!base) return snapshot.bytes
  const days = Math.max(0, snapshot.made - base.made) / 86_400
  const churn = between(0.002, 0.02, snapshot.dataset, 'churn')
  const changed = base.bytes * (1 - Math.exp(-churn * days)) + Math.max(0, snapshot.bytes - base.bytes)
  return Math.min(snapshot.bytes, Math.ceil(changed) + 4096)
}

/** A snapshot as a stream of real bytes, at a rate. */
export function outgoing(what: Outgoing): Sending {
  const size = sizeOf(what.content, what.base)
  const filler = Math.min(size, what.most)
  const head = headOf({
    content: what.content,
    digest: digest(what.content),
    ...(what.base && { base: digest(what.base) }),
    size,
    filler,
  })
  const length = head.length + filler + checksumLength
  return { size, weight: size / length, stream: Readable.from(pieces(head, filler, what), { objectMode: false }) }
}

function headOf(what: Description): Buffer {
  const text = gzipSync(JSON.stringify(what))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  return Buffer.concat([length, text])
}

async function* pieces(head: Buffer, filler: number, { content: { guid }, rate, isThere }: Outgoing) {
  const sum = createHash('sha256').update(head)
  // Bytes that nothing on the way can compress, and that follow from the snapshot.
  const noise = createCipheriv('aes-128-ctr', createHash('md5').update(guid).digest(), Buffer.alloc(16))
  yield head
  for (let sent = 0; sent < filler;) {
    const bytes = Math.min(filler - sent, largestPiece, Math.max(1, Math.ceil(rate() / 10)))
    await wait((1000 * bytes) / rate())
    if (!isThere()) throw new EngineError('The snapshot was deleted while it was being sent.')
    const piece = noise.update(Buffer.alloc(bytes))
    sum.update(piece)
    sent += bytes
    yield piece
  }
  yield sum.digest()
}

/**
 * Reads a stream to its end; `accept` may throw when it has seen the description.
 * @throws EngineError when it is damaged or ends too early.
 */
export async function incoming(
  stream: Readable,
  accept: (what: { readonly base?: string | undefined; readonly size: number }) => void,
): Promise<Content> {
  const sum = createHash('sha256')
  let head: Description | undefined
  let rest = Buffer.alloc(0)
  let filler = 0
  for await (const piece of stream) {
    rest = Buffer.concat([rest, piece as Buffer])
    if (!head) {
      if (rest.length < 4 || rest.length < 4 + rest.readUInt32BE()) continue
      const end = 4 + rest.readUInt32BE()
      head = described(rest.subarray(4, end))
      accept(head)
      sum.update(rest.subarray(0, end))
      rest = rest.subarray(end)
    }
    const more = rest.subarray(0, Math.min(rest.length, head.filler - filler))
    sum.update(more)
    filler += more.length
    rest = rest.subarray(more.length)
  }
  if (!head || filler < head.filler || rest.length < checksumLength)
    throw new EngineError('The stream ended before it was complete.')
  if (!sum.digest().equals(rest)) throw new EngineError('The stream was damaged on its way: its checksum is wrong.')
  return head.content
}

function described(text: Buffer): Description {
  try {
    const what = description.parse(JSON.parse(gunzipSync(text).toString('utf8')))
    if (what.digest === digest(what.content)) return what
  } catch (cause) {
    throw new EngineError('The stream was damaged on its way: its description cannot be read.', { cause })
  }
  throw new EngineError('The stream was damaged on its way: its description is not that of its snapshot.')
}
