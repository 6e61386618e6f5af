import { answers } from '@vsnap/console-api/appliance.ts'
import { fleetResources, type FleetResource } from '@vsnap/console-api/fleet.ts'
import { toApiError } from '@vsnap/contract/error.ts'
import type { Logger } from 'pino'
import { setTimeout as after } from 'node:timers/promises'
import type { Connection, Registry } from '../appliances/registry.ts'
import { observationOf } from '../appliances/status.ts'
import type { Events } from '../events/events.ts'
import type { Agents } from '../proxy/agents.ts'
import { createTurns } from '../turns.ts'
import { askForList, type Row } from './lists.ts'
import type { Model } from './model.ts'
import { rhythmOf } from './rhythm.ts'

type Failure = { readonly type: string; readonly message: string }

/** Keeps the model of the fleet fresh: reads every appliance on a rhythm, and at once what was changed through the console. */
export interface Collector {
  /**
   * Somebody looks at a list: it is read more often for a while. Resolves when what was never read, and what was
   * changed a moment ago, is there; after `deadline` ms without, and says of which appliances.
   */
  look(resource: FleetResource, applianceId?: string): Promise<ReadonlySet<string>>
  /**
   * A write has changed something: reads it again, less often when it `isFollowed` by many more. Resolves when that is
   * done, or was tried.
   */
  changed(applianceId: string, changes: readonly string[], isFollowed?: boolean): Promise<void>
  /** Reads all lists of an appliance now, whatever their rhythm; resolves when that was tried. */
  read(applianceId: string): Promise<void>
  /** Why a list could not be read the last time. */
  error(applianceId: string, resource: FleetResource): Failure | null
  /** How it keeps up. */
  work(): CollectorWork
  /** Calls `listener` with each list that was read; its rows are null when they are the same as before. */
  onRead(listener: ReadListener): void
  stop(): Promise<void>
}

export interface CollectorWork {
  /** Seconds until all lists of all that answer had been read anew, the last time; undefined before the first. */
  readonly cycle: number | undefined
  /** Lists that are being read, and those that wait for their turn. */
  readonly reading: number
  readonly waiting: number
}

export type ReadListener = (
  applianceId: string,
  resource: FleetResource,
  rows: readonly Row[] | null,
) => Promise<void> | void

export interface CollectorDependencies {
  readonly registry: Registry
  readonly agents: Agents
  readonly model: Model
  readonly events: Events
  readonly log: Logger
  /** Milliseconds; absent: as usual, an answer 30 s, a look at what is not there yet 4 s. */
  readonly answerWithin?: number | undefined
  readonly deadline?: number | undefined
  /** False: nothing is read by itself, only when somebody looks at what is missing or was changed. */
  readonly background?: boolean | undefined
  /** Times as long as usual between two reads. */
  readonly pace?: number | undefined
}

/** Of an appliance's four connections, and over all appliances. */
const callsOfOne = 2
const callsOfAll = 64
/** Reads that wait for their turn at the most, of those that nobody asked for: what somebody asks for comes soon after them. */
const inLine = 128
/** Answers that wait to be kept; while there are as many, no more are asked for: each is a whole list in memory. */
const unkept = 32
/** Milliseconds. */
const tick = 250
/**
 * While one write follows the other, their list is read once in this time, or when somebody asks for it: ever more rarely
 * the longer that goes on, because most of what is read then is old again before it is here.
 */
const burst = { least: 250, most: 1_000 }
/** Milliseconds that a call counts as one of all that are under way. */
const prompt = 2_000
const lookLasts = 60_000
const flushEvery = 60_000

interface List {
  due: number
  /** When it was read the last time, and when the appliance was asked for what was read. */
  read: number
  called: number
  /** When it was asked for the last time: what a write comes across is asked for again, but not at once. */
  asked: number
  looked: number
  /** Milliseconds until it is asked for again while writes go on. */
  pause: number
  /** How many lists were looked at together. */
  among: number
  /** Milliseconds of the last answer, and of the quicker of the last two: one that was late once need not be spared. */
  tookLast: number
  took: number
  isRunning: boolean
  error: Failure | null
  /** Counts the writes: what was asked for before one is not what there is after it. */
  writes: number
  /** A write is not seen in the model yet. */
  isOld: boolean
  reading?: { readonly writes: number; readonly done: Promise<void> } | undefined
}

interface Known {
  readonly lists: Map<FleetResource, List>
  readonly turn: ReturnType<typeof createTurns>
  revision: number
  where: string
}

export function startCollector(deps: CollectorDependencies): Collector {
  const { registry, agents, model, events, log, deadline = 4_000, background = true, pace = 1 } = deps
  const known = new Map<string, Known>()
  const turn = createTurns(callsOfAll)
  const listeners: ReadListener[] = []
  let isStopping = false
  /** Milliseconds. */
  const every = Math.max(20, tick * Math.min(pace, 1))
  const cycle = { began: Date.now(), took: undefined as number | undefined }
  const calls = { wanted: 0, made: 0, answered: 0 }
  /** Writes whose lists are read in a moment, by what they have changed. */
  const untold = new Map<string, Promise<void>>()

  const applianceOf = ({ id, host, port, revision }: Connection): Known => {
    const before = known.get(id)
    if (before) return before
    const made: Known = { lists: new Map(), turn: createTurns(callsOfOne), revision, where: `${host}:${port}` }
    for (const resource of fleetResources) {
      const list = {
        due: 0,
        read: 0,
        called: 0,
        asked: 0,
        looked: 0,
        pause: burst.least,
        among: 0,
        tookLast: 0,
        took: 0,
        isRunning: false,
        error: null,
        writes: 0,
        isOld: false,
      }
      made.lists.set(resource, list)
    }
    known.set(id, made)
    return made
  }
  const listOf = (connection: Connection, resource: FleetResource) => applianceOf(connection).lists.get(resource)

  /** One that does not answer is left to the watch, which tells when it is back. */
  const isAsked = (id: string): boolean => {
    const { state, error } = registry.view(id) ?? {}
    if (state === undefined) return false
    return answers(state) || error == null || error.type === 'AnotherSystem' || error.type === 'NotAskedYet'
  }
  /** How far it can be asked: not at all, slowly, or as usual. */
  const easeOf = (id: string) => (isAsked(id) ? (registry.view(id)?.state === 'slow' ? 1 : 2) : 0)
  const eases = new Map<string, number>()

  /** Whether it is in doubt now that the appliance answers at all. */
  const ask = async (connection: Connection, resource: FleetResource, list: List): Promise<boolean> => {
    const { id, revision } = connection
    const { writes } = list
    const started = performance.now()
    list.called = Date.now()
    calls.made += 1
    try {
      const answer = await askForList(agents, connection, resource, deps.answerWithin).finally(() => {
        // How long it takes to keep it is no matter of the appliance's.
        const took = performance.now() - started
        list.took = Math.min(took, list.tookLast)
        list.tookLast = took
      })
      registry.observe(id, { state: 'online' }, revision)
      // A write came in between: what was read may be from before it, and is being read again.
      if (list.writes !== writes || known.get(id)?.lists.get(resource) !== list) return false
      calls.answered += 1
      const rows = await model.store(id, resource, answer, !list.isOld).finally(() => (calls.answered -= 1))
      list.error = null
      if (rows) list.isRunning = rows.some(({ status }) => status === 'ACTIVE' || status === 'PENDING')
      // What is made of it comes first: who hears of it and asks gets that too.
      for (const listener of listeners) await listener(id, resource, rows)
      if (rows && !list.isOld) events.tell({ appliance: id, changes: [resource] })
      return false
    } catch (thrown) {
      const { type, message } = toApiError(thrown)
      if (type === 'InternalError' && !isStopping)
        log.error({ err: thrown, appliance: id, resource }, 'a list could not be kept')
      if (type === 'ApplianceCredentialsRejected' || type === 'CertificateChanged')
        registry.observe(id, observationOf(thrown), revision)
      if (list.writes === writes) list.error = { type, message }
      return /^Appliance(Unreachable|Timeout|AnswerInvalid)/.test(type)
    } finally {
      calls.made -= 1
      if (list.writes === writes) list.isOld = false
    }
  }

  /** Calls wait for their turn among those of all appliances; one that does not come to its end holds up nobody for long. */
  const promptly = async <T>(call: () => Promise<T>): Promise<T> => {
    let work: Promise<T> | undefined
    await turn(() => Promise.race([(work = call()), after(prompt, undefined, { ref: false })]))
    return work ?? call()
  }
  /** Reads a list; who asks for the same thing at the same time shares the call. */
  const read = (connection: Connection, resource: FleetResource, list: List): Promise<void> => {
    if (list.reading?.writes === list.writes) return list.reading.done
    const appliance = applianceOf(connection)
    calls.wanted += 1
    list.asked = Date.now()
    const reading = {
      writes: list.writes,
      done: appliance
        .turn(() => promptly(() => ask(connection, resource, list)))
        // One list that fails may be one list that fails: who it is says whether the appliance does.
        .then((isInDoubt) => (isInDoubt ? registry.refresh(connection.id) : undefined))
        .finally(() => {
          calls.wanted -= 1
          if (list.reading !== reading) return
          list.reading = undefined
          schedule(resource, list)
        }),
    }
    list.reading = reading
    return reading.done
  }
  /** What a write comes across is not kept: it is read once more for somebody who waits for what was written before. */
  const readAnew = async (connection: Connection, resource: FleetResource, list: List): Promise<void> => {
    await read(connection, resource, list)
    if (list.isOld) await read(connection, resource, list)
  }
  /** From when it was asked for: what changes right after that is seen within the rhythm, however long the answer took. */
  const dueOf = (resource: FleetResource, list: List, lookedAt: number) =>
    list.called + pace * rhythmOf(resource, { ...list, lookedAt })
  const schedule = (resource: FleetResource, list: List) => {
    const lookedAt = Date.now() - list.looked < lookLasts ? list.among : 0
    list.read = Date.now()
    list.due = dueOf(resource, list, lookedAt)
  }

  /** Milliseconds until what was written a moment ago is read again. */
  const pauseOf = (list: List, isFollowed: boolean): number => {
    // What follows at once is read together with it.
    if (isFollowed) return burst.most
    const left = Math.max(0, list.asked + list.pause - Date.now())
    list.pause = left > 0 ? Math.min(list.pause * 2, burst.most) : burst.least
    return left
  }

  const round = () => {
    const now = Date.now()
    let oldest = Infinity
    const due: { connection: Connection; resource: FleetResource; list: List }[] = []
    for (const connection of registry.connections()) {
      const { lists } = applianceOf(connection)
      if (!isAsked(connection.id)) continue
      for (const [resource, list] of lists) {
        oldest = Math.min(oldest, list.read)
        // What is due before the next round would be late in it.
        if (!list.reading && list.due < now + every) due.push({ connection, resource, list })
      }
    }
    const room = calls.answered < unkept ? Math.max(0, inLine - (calls.wanted - calls.made)) : 0
    if (due.length > room) due.sort((a, b) => a.list.due - b.list.due)
    for (const { connection, resource, list } of due.slice(0, room)) void read(connection, resource, list)
    if (oldest < cycle.began || oldest === Infinity) return
    cycle.took = now - cycle.began
    cycle.began = now
  }

  registry.onChange((id) => {
    const connection = connectionOf(registry, id)
    const before = known.get(id)
    known.delete(id)
    eases.delete(id)
    // Another password is no other appliance.
    if (connection && before?.where === `${connection.host}:${connection.port}`) return
    void model
      .forget(id)
      .catch((error: unknown) => log.error({ err: error, appliance: id }, 'old rows are still there'))
  })
  registry.onState((id) => {
    const [now, before] = [easeOf(id), eases.get(id) ?? 2]
    eases.set(id, now)
    // It is back, or as fast as before: it need not be spared any longer.
    if (now > before) for (const list of known.get(id)?.lists.values() ?? []) list.due = list.took = list.tookLast = 0
    events.tell({ appliance: id, changes: ['appliance'] })
  })

  const flush = () =>
    model.flush().catch((error: unknown) => log.error({ err: error }, 'not kept: when lists were read'))
  const timers = [setInterval(() => void flush(), flushEvery).unref()]
  if (background) {
    timers.push(setInterval(round, every).unref())
    round()
  }

  return {
    async look(resource, applianceId) {
      const late = new Set<string>()
      await model.rename(registry.list())
      const mine = registry.connections().filter(({ id }) => applianceId === undefined || id === applianceId)
      const waits = mine.flatMap((connection) => {
        const list = listOf(connection, resource)
        if (!list) return []
        list.looked = Date.now()
        list.among = mine.length
        list.due = Math.min(list.due, dueOf(resource, list, mine.length))
        const isMissing = !model.known(connection.id, resource) && !list.error && isAsked(connection.id)
        if (!isMissing && !list.isOld) return []
        return within(readAnew(connection, resource, list), deadline).then(
          (isThere) => isThere || late.add(connection.id),
        )
      })
      await Promise.all(waits)
      return late
    },

    changed(applianceId, changes, isFollowed = false) {
      const connection = connectionOf(registry, applianceId)
      if (!connection) return Promise.resolve()
      const resources = fleetResources.filter((resource) => changes.includes(resource))
      const lists = resources.flatMap((resource) => {
        const list = listOf(connection, resource)
        return list ? [[resource, list] as const] : []
      })
      for (const [, list] of lists) {
        list.writes += 1
        list.isOld = true
      }
      // All that changes the same meanwhile is read, and told, once.
      const key = `${applianceId}/${changes.join()}`
      const before = untold.get(key)
      if (before) return before
      const tell = async (pause: number) => {
        if (pause > 0) {
          await after(pause, undefined, { ref: false })
          untold.delete(key)
        }
        const old = background ? lists.filter(([, list]) => list.isOld) : []
        await Promise.all(old.map(([resource, list]) => read(connection, resource, list)))
        events.tell({ appliance: applianceId, changes: [...changes] })
      }
      const pause = background ? Math.max(0, ...lists.map(([, list]) => pauseOf(list, isFollowed))) : 0
      const told = tell(pause)
      if (pause > 0) untold.set(key, told)
      return told
    },

    async read(applianceId) {
      const connection = connectionOf(registry, applianceId)
      if (!connection) return
      const lists = [...applianceOf(connection).lists]
      await Promise.all(lists.map(([resource, list]) => read(connection, resource, list)))
    },

    error: (applianceId, resource) => known.get(applianceId)?.lists.get(resource)?.error ?? null,
    work: () => ({
      cycle: cycle.took === undefined ? undefined : cycle.took / 1000,
      reading: calls.made,
      waiting: calls.wanted - calls.made,
    }),
    onRead: (listener) => void listeners.push(listener),

    async stop() {
      if (isStopping) return
      isStopping = true
      for (const timer of timers) clearInterval(timer)
      await flush()
    },
  }
}

function connectionOf(registry: Registry, id: string): Connection | undefined {
  return registry.connections().find((connection) => connection.id === id)
}

/** True when the work was done in time. */
async function within(work: Promise<void>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  try {
    return await Promise.race([
      work.then(() => true),
      new Promise<boolean>((resolve) => (timer = setTimeout(resolve, ms, false))),
    ])
  } finally {
    clearTimeout(timer)
  }
}
