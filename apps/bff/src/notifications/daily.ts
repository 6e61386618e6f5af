import type { Report } from '@vsnap/console-api/report.ts'
import type { Full } from '@vsnap/contract/endpoint.ts'
import type { Kysely } from 'kysely'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/schema.ts'
import type { DeliverySettings } from './delivery-settings.ts'
import { newMessageId, type Outbox } from './outbox.ts'
import { reportLetter } from './report-letter.ts'
import { localTime } from './when.ts'

/** Sends the report once a day, at the hour that was chosen, or as soon as the console runs after it. */
export interface Daily {
  /** Puts today's report into the outbox when it is due. */
  work(): Promise<void>
  /** Where reports come from; until it is known none is sent. */
  from(source: () => Promise<Full<Report>>): void
}

export interface DailyDependencies {
  readonly db: Kysely<Database>
  readonly clock: Clock
  readonly settings: DeliverySettings
  readonly outbox: Outbox
  /** The console's address, as people reach it. */
  readonly address: () => string
}

/** Days as `2026-11-24`: the last one on which a report went out, and the last one that is done with for this hour. */
interface Done {
  readonly sent: string
  readonly day: string
  readonly at: string | null
  readonly zone: string
}

const key = 'daily-report'

export async function openDaily({ db, clock, settings, outbox, address }: DailyDependencies): Promise<Daily> {
  const kept = await db.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirst()
  let done: Done = kept ? (JSON.parse(kept.value) as Done) : { sent: '', day: '', at: null, zone: '' }
  let source: (() => Promise<Full<Report>>) | undefined

  const write = async (on: Kysely<Database>, next: Done) => {
    const value = JSON.stringify(next)
    await on
      .insertInto('settings')
      .values({ key, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute()
  }

  return {
    async work() {
      const { report_at: at, time_zone: zone } = settings.schedule()
      const { day, time } = localTime(clock(), zone)
      const isOver = at !== null && time >= at
      if (done.at !== at || done.zone !== zone) {
        // Who chooses an hour that has passed today means tomorrow.
        const next = { sent: done.sent, day: isOver ? day : done.sent, at, zone }
        await write(db, next)
        done = next
      }
      if (!isOver || !source || done.day >= day) return
      const report = settings.channels().includes('mail') ? await source() : undefined
      const next = { ...done, day, ...(report ? { sent: day } : {}) }
      // In the outbox and done, or neither, whenever the power fails.
      await db.transaction().execute(async (on) => {
        if (report) {
          const letter = reportLetter(report, { console: address(), zone })
          const message = { id: newMessageId(), channel: 'mail' as const, subject: letter.subject }
          await outbox.put(on, [{ ...message, content: JSON.stringify(letter) }])
        }
        await write(on, next)
      })
      done = next
    },
    from: (one) => void (source = one),
  }
}
