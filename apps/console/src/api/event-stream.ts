import { fleetEvent, heartbeat, type FleetEvent } from '@vsnap/console-api/event.ts'

/*
 * One connection to the server's events for all tabs of this browser: the tab that holds a lock has it and passes on what
 * it hears; when that tab closes, the lock, and with it the connection, goes to another one.
 */
const name = 'vsnap-events'
/** Seconds without a word after which the connection counts as lost. */
const silence = heartbeat * 2.5

/** What tabs tell each other. `hello`: a tab that has just begun asks how it is. */
type Message =
  | { readonly kind: 'event'; readonly event: FleetEvent }
  | { readonly kind: 'state'; readonly isConnected: boolean }
  | { readonly kind: 'hello' }

export interface EventListener {
  readonly onEvent: (event: FleetEvent) => void
  readonly onState: (isConnected: boolean) => void
}

/** Begins to listen, in this tab or by way of another one; answers how to stop. */
export function listenToEvents({ onEvent, onState }: EventListener): () => void {
  const channel = new BroadcastChannel(name)
  const giveUp = new AbortController()
  let lead: { isConnected: boolean } | undefined
  const asked = performance.now()
  const hear = (message: Message) => {
    if (message.kind === 'event') onEvent(message.event)
    else if (message.kind === 'state') onState(message.isConnected)
    else if (lead) channel.postMessage({ kind: 'state', isConnected: lead.isConnected })
  }
  // A channel does not bring back what this tab has said itself.
  const say = (message: Message) => {
    channel.postMessage(message)
    hear(message)
  }
  channel.addEventListener('message', ({ data }) => hear(data as Message))
  channel.postMessage({ kind: 'hello' })

  const leading = (): Promise<void> =>
    new Promise((resolve) => {
      const own = { isConnected: false }
      lead = own
      // It was another tab's turn until now, and nobody listened for a moment.
      const hasMissed = performance.now() - asked > 1_000
      const stop = connect(hasMissed, {
        onEvent: (event) => say({ kind: 'event', event }),
        onState(isConnected) {
          own.isConnected = isConnected
          say({ kind: 'state', isConnected })
        },
      })
      giveUp.signal.addEventListener('abort', () => {
        lead = undefined
        stop()
        resolve()
      })
    })
  navigator.locks.request(name, { signal: giveUp.signal }, leading).catch(() => {
    // Given up before it was this tab's turn.
  })
  return () => {
    giveUp.abort()
    channel.close()
  }
}

/** The connection itself. The browser comes back by itself after a lost one, and says what it heard last; after a refusal we do. */
function connect(hasMissed: boolean, { onEvent, onState }: EventListener): () => void {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let isGap = hasMissed

  const alive = () => {
    clearTimeout(timer)
    timer = setTimeout(again, silence * 1000)
  }
  const again = () => {
    source?.close()
    onState(false)
    isGap = true
    begin()
  }
  const begin = () => {
    const opened = new EventSource('/api/events')
    source = opened
    opened.addEventListener('open', () => {
      alive()
      onState(true)
      // What happened meanwhile is told again only to a connection that the browser itself has mended.
      if (isGap) onEvent({ appliance: null, changes: ['*'] })
      isGap = false
    })
    opened.addEventListener('heartbeat', alive)
    opened.addEventListener('message', ({ data }) => {
      alive()
      const parsed = fleetEvent.safeParse(JSON.parse(String(data)))
      if (parsed.success) onEvent(parsed.data)
    })
    opened.addEventListener('error', () => {
      onState(false)
      // Refused, as after the end of a session: the browser does not try again.
      if (opened.readyState !== EventSource.CLOSED) return
      clearTimeout(timer)
      timer = setTimeout(again, 5_000)
    })
  }
  begin()
  return () => {
    clearTimeout(timer)
    source?.close()
  }
}
