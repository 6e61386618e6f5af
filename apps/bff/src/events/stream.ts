import { heartbeat } from '@vsnap/console-api/event.ts'
import type { RequestHandler } from 'express'
import { notLoggedIn } from '../sessions/caller.ts'
import type { SessionCookie } from '../sessions/cookie.ts'
import type { Sessions } from '../sessions/sessions.ts'
import type { Events, Numbered } from './events.ts'

/** Milliseconds after which a browser that lost the connection comes back. */
const retry = 2_000
/** Bytes that wait for a browser that does not read on; more is not kept for it: it may come back. */
const most = 256 * 1024

export interface EventStreams {
  /** `GET /api/events`: server-sent events, as long as the session lasts. */
  readonly handler: RequestHandler
  /** Ends all of them, so that the server can stop. */
  close(): void
}

export function createEventStreams(events: Events, sessions: Sessions, cookie: SessionCookie): EventStreams {
  const open = new Set<() => void>()
  return {
    handler(req, res) {
      const token = cookie.read(req)
      if (token === undefined) throw notLoggedIn()
      res.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' })
      const write = (text: string) => {
        res.write(text)
        if (res.writableLength > most) end()
      }
      const send = ({ id, event }: Numbered) => write(`id: ${id}\ndata: ${JSON.stringify(event)}\n\n`)
      const end = () => void res.end()

      write(`retry: ${retry}\n\n`)
      // A page that lost its connection says what it heard last; one that is new has read everything a moment ago.
      const since = req.headers['last-event-id']
      const stops = [
        events.listen(typeof since === 'string' && since !== '' ? since : undefined, send),
        sessions.watch(token, end),
      ]
      const timer = setInterval(() => write('event: heartbeat\ndata:\n\n'), heartbeat * 1000)
      open.add(end)
      res.on('close', () => {
        clearInterval(timer)
        open.delete(end)
        for (const stop of stops) stop()
      })
    },

    close() {
      for (const end of open) end()
    },
  }
}
