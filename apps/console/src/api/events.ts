import type { FleetEvent } from '@vsnap/console-api/event.ts'
import { useSyncExternalStore } from 'react'
import { listenToEvents } from './event-stream.ts'
import { isTouched } from './operations.ts'
import { queryClient, setLive } from './queries.ts'

/** Milliseconds after the start until a missing connection is worth a word. */
const settling = 4_000
/** Milliseconds between two readings for events: a plan of hundreds of steps tells hundreds of them. */
const rest = 250
/** Milliseconds that the first of several events waits for the others. */
const together = 30

let stop: (() => void) | undefined
let isLost = false
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()
const heard = new Set<FleetEvent>()
let nextReading: ReturnType<typeof setTimeout> | undefined
let lastReading = Number.NEGATIVE_INFINITY

/** Reads again what is concerned by all that was heard since the last time, once for all of it. */
function read() {
  nextReading = undefined
  lastReading = performance.now()
  const events = [...heard]
  heard.clear()
  void queryClient.invalidateQueries({
    predicate: ({ queryKey }) => events.some((event) => isConcerned(queryKey, event)),
  })
}

function hear(event: FleetEvent) {
  heard.add(event)
  nextReading ??= setTimeout(read, Math.max(together, lastReading + rest - performance.now()))
}

/** Whether the answer under a query key may be another one after an event. */
function isConcerned(key: readonly unknown[], { appliance, changes }: FleetEvent): boolean {
  if (changes.includes('*')) return true
  const [scope, name, request] = key
  if (scope === 'appliance') return appliance !== null && isTouched(key, appliance, changes)
  // What happens on an appliance also says how it is.
  if (name === 'fleetView' || name === 'fleetUnprotected' || name === 'viewCounts') return true
  if (name === 'fleetList') {
    const { query } = request as { query?: { appliance?: string } }
    const isElsewhere = appliance !== null && query?.appliance !== undefined && query.appliance !== appliance
    if (isElsewhere) return false
    if (changes.includes('appliance')) return true
  }
  return isTouched(key, appliance, changes)
}

function setLost(lost: boolean) {
  clearTimeout(timer)
  timer = undefined
  if (lost === isLost) return
  isLost = lost
  for (const listener of listeners) listener()
}

/** Begins to follow what happens: whatever is shown and concerned by it is read again. Again is no harm. */
export function followEvents(): void {
  if (stop) return
  timer = setTimeout(setLost, settling, true)
  stop = listenToEvents({
    onEvent: hear,
    onState(isConnected) {
      setLive(isConnected)
      if (isConnected) setLost(false)
      else timer ??= setTimeout(setLost, settling, true)
    },
  })
}

/** The person has logged out: nobody follows any more. */
export function leaveEvents(): void {
  stop?.()
  stop = undefined
  clearTimeout(nextReading)
  nextReading = undefined
  heard.clear()
  setLive(false)
  setLost(false)
}

/** True while the console cannot hear what happens, and asks every few seconds instead. */
export function useEventsLost(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => isLost,
  )
}
