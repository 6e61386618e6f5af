import { answers, type Appliance } from '@vsnap/console-api/appliance.ts'
import { createTurns } from '../turns.ts'
import type { Registry } from './registry.ts'

/** Milliseconds. What does not answer is tried less often the longer that lasts: a quarter of it, within these bounds. */
const backOff = { least: 5_000, most: 300_000, share: 1 / 4 }
const usual = 15_000
const atOnce = 32
const tick = 250

/** Milliseconds between two looks at an appliance. Rejected credentials are tried rarely: each try may count towards locking the account. */
function untilNext({ state, since, error, init_status }: Appliance): number {
  if (error?.type === 'ApplianceCredentialsRejected') return backOff.most
  if (error?.type === 'CertificateChanged') return 30_000
  if (init_status === 'Initializing') return 2_000
  if (answers(state) || error === null || error.type === 'AnotherSystem') return usual
  return Math.min(Math.max(backOff.least, (Date.now() - since * 1000) * backOff.share), backOff.most)
}

/** Keeps the states of all appliances fresh, whether or not somebody looks: one call to each at a time, the same however many tabs are open. */
export interface Watch {
  /** Resolves when each appliance has been asked once since the start. */
  readonly firstRound: Promise<void>
  /** Asks one now, however long it would have been left alone. */
  look(id: string): Promise<void>
  stop(): void
}

/** `pace`: times as long as usual between two looks. */
export function startWatch(registry: Registry, pace = 1): Watch {
  /** When each was looked at, and by how much it is early or late, so that not all are looked at at once. */
  const last = new Map<string, { at: number; jitter: number }>()
  const asking = new Set<string>()
  const turn = createTurns(atOnce)

  const look = async (id: string): Promise<void> => {
    asking.add(id)
    await turn(() => registry.refresh(id))
    asking.delete(id)
    last.set(id, { at: Date.now(), jitter: 0.95 + Math.random() * 0.1 })
  }
  const round = (): Promise<void>[] => {
    const now = Date.now()
    const isDue = (appliance: Appliance) => {
      const looked = last.get(appliance.id)
      return !looked || looked.at + untilNext(appliance) * pace * looked.jitter <= now
    }
    const due = registry.list().filter((appliance) => !asking.has(appliance.id) && isDue(appliance))
    return due.map(({ id }) => look(id))
  }

  const firstRound = Promise.all(round()).then(() => {})
  const timer = setInterval(round, Math.min(tick, usual * pace)).unref()
  // New credentials, another address: known anew at once, not in five minutes.
  registry.onChange((id) => last.delete(id))
  return { firstRound, look, stop: () => clearInterval(timer) }
}
