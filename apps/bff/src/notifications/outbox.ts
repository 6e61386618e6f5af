import type { Channel, Message } from '@vsnap/console-api/notification.ts'
import type { Full } from '@vsnap/contract/endpoint.ts'
import type { Kysely } from 'kysely'
import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/schema.ts'
import { NotDelivered } from './not-delivered.ts'

/** What goes out on one way. */
export interface Outgoing {
  readonly id: string
  readonly channel: Channel
  readonly subject: string
  /** As the channel wants it: a letter or a body, as text. */
  readonly content: string
}

/** Hands a message over. @throws NotDelivered */
export type Send = (message: Outgoing & { readonly time: number }) => Promise<unknown>

/** Messages on their way: what is in here is on the disk, goes out once, and is tried again until somebody takes it or a day is over. */
export interface Outbox {
  /** Puts messages in, as a part of whatever makes them necessary. */
  put(on: Kysely<Database>, messages: readonly Outgoing[]): Promise<void>
  /** Sends what is due. One round at a time. */
  deliver(): Promise<void>
  /** The last ones, newest first. */
  list(): Promise<{ messages: Full<Message>[]; total: number }>
  /** Ways on which something was refused and nothing has arrived since. */
  undelivered(): readonly { readonly channel: Channel; readonly error: string; readonly since: number }[]
}

export interface OutboxDependencies {
  readonly db: Kysely<Database>
  readonly clock: Clock
  readonly send: Send
  /** Ways that are set up. */
  readonly channels: () => readonly Channel[]
  /** Seconds until the first new try; each further one waits twice as long, an hour at most. */
  readonly retry: number
}

/** Seconds. */
const longestWait = 3_600
const giveUpAfter = 86_400
/** Messages that are kept once they are sent, and that are shown. */
const keep = 500
const shown = 100
const atOnce = 20

export const newMessageId = (): string => randomUUID()

export async function openOutbox({ db, clock, send, channels, retry }: OutboxDependencies): Promise<Outbox> {
  const refused = new Map<Channel, { error: string; since: number }>()
  const troubled = await db
    .selectFrom('messages')
    .select(['channel', 'error', 'time_created'])
    .where('state', '=', 'waiting')
    .where('attempts', '>', 0)
    .orderBy('time_created')
    .execute()
  for (const { channel, error, time_created: since } of troubled)
    if (!refused.has(channel)) refused.set(channel, { error: error ?? '', since })

  const deliverOne = async (row: Outgoing & { attempts: number; time_created: number }) => {
    const { id, channel, attempts, time_created: since } = row
    const change = (values: object) => db.updateTable('messages').set(values).where('id', '=', id).execute()
    const ended = { content: '', time_ended: clock() }
    if (!channels().includes(channel)) {
      refused.delete(channel)
      return change({ ...ended, state: 'failed', error: 'This way of telling people was taken away.' })
    }
    try {
      await send({ ...row, time: clock() })
    } catch (thrown) {
      const error = thrown instanceof NotDelivered ? thrown.message : 'It could not be sent; the log has the details.'
      refused.set(channel, { error, since: refused.get(channel)?.since ?? since })
      const isOver = clock() - since >= giveUpAfter
      await change({
        ...(isOver ? { ...ended, state: 'failed' } : { due: clock() + Math.min(retry * 2 ** attempts, longestWait) }),
        attempts: attempts + 1,
        error,
      })
      if (!(thrown instanceof NotDelivered)) throw thrown
      return undefined
    }
    refused.delete(channel)
    return change({ ...ended, state: 'sent', attempts: attempts + 1, error: null })
  }

  return {
    async put(on, messages) {
      if (messages.length === 0) return
      const time = clock()
      await on
        .insertInto('messages')
        .values(
          messages.map((message) => ({
            ...message,
            time_created: time,
            state: 'waiting' as const,
            attempts: 0,
            due: time,
            error: null,
            time_ended: null,
          })),
        )
        .execute()
    },

    async deliver() {
      const due = await db
        .selectFrom('messages')
        .select(['id', 'channel', 'subject', 'content', 'attempts', 'time_created'])
        .where('state', '=', 'waiting')
        .where('due', '<=', clock())
        .orderBy('time_created')
        .limit(atOnce)
        .execute()
      // One way that is slow does not hold up another one; on each, what came first goes first.
      await Promise.all(
        [...Map.groupBy(due, ({ channel }) => channel).values()].map(async (messages) => {
          for (const message of messages) await deliverOne(message)
        }),
      )
      if (due.length > 0) await prune(db)
    },

    async list() {
      const rows = await db
        .selectFrom('messages')
        .select(['id', 'channel', 'subject', 'state', 'attempts', 'error', 'time_created', 'time_ended'])
        .orderBy('time_created', 'desc')
        .limit(shown)
        .execute()
      const { total } = await db
        .selectFrom('messages')
        .select((count) => count.fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow()
      return { messages: rows, total: Number(total) }
    },

    undelivered: () => [...refused].map(([channel, why]) => ({ channel, ...why })),
  }
}

async function prune(db: Kysely<Database>): Promise<void> {
  const oldest = await db
    .selectFrom('messages')
    .select('time_created')
    .where('state', '!=', 'waiting')
    .orderBy('time_created', 'desc')
    .offset(keep)
    .limit(1)
    .executeTakeFirst()
  if (!oldest) return
  await db
    .deleteFrom('messages')
    .where('state', '!=', 'waiting')
    .where('time_created', '<=', oldest.time_created)
    .execute()
}
