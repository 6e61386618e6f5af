import type { Appliance } from '@vsnap/console-api/appliance.ts'
import type { Registry } from './registry.ts'

/** Seconds between two looks at an appliance. Rejected credentials are tried rarely: each try may count towards locking the account. */
function secondsUntilNext({ state, init_status }: Appliance): number {
  if (state === 'credentials-rejected') return 300
  if (state === 'certificate-changed') return 30
  if (state === 'unreachable') return 5
  return init_status === 'Initializing' ? 2 : 10
}

const atOnce = 16

/** Keeps the states of all appliances fresh, whether or not somebody looks: one call to each at a time, the same however many tabs are open. */
export interface Watch {
  /** Resolves when each appliance has been asked once since the start. */
  readonly firstRound: Promise<void>
  stop(): void
}

export function startWatch(registry: Registry): Watch {
  const next = new Map<string, number>()
  const asking = new Set<string>()

  const tick = (): Promise<void>[] => {
    const now = Date.now()
    const due = registry.list().filter(({ id }) => !asking.has(id) && (next.get(id) ?? 0) <= now)
    for (const id of next.keys()) if (!registry.view(id)) next.delete(id)
    return due.slice(0, atOnce - asking.size).map(async ({ id }) => {
      asking.add(id)
      await registry.refresh(id)
      asking.delete(id)
      const appliance = registry.view(id)
      if (appliance) next.set(id, Date.now() + secondsUntilNext(appliance) * 1000)
    })
  }

  const firstRound = Promise.all(tick()).then(() => {})
  const timer = setInterval(tick, 1000).unref()
  // New credentials, another address: known anew at once, not in five minutes.
  registry.onChange((id) => next.delete(id))
  return { firstRound, stop: () => clearInterval(timer) }
}
