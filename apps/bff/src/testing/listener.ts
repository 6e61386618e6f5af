import type { FleetEvent } from '@vsnap/console-api/event.ts'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import type { Visitor } from './console.ts'

/** Somebody who listens to `GET /api/events`, as an EventSource would. */
export interface Listener {
  readonly status: number
  /** What was said so far, with its ids. */
  readonly heard: { readonly id: string; readonly event: FleetEvent }[]
  /** True once the server has ended it. */
  isOver(): boolean
  close(): void
}

/** Begins to listen; `since`: the id of the last event that was heard before. */
export async function listenTo(url: string, { cookie }: Visitor, since?: string): Promise<Listener> {
  const heard: Listener['heard'] = []
  let over = false
  const headers = { ...(cookie ? { cookie } : {}), ...(since ? { 'last-event-id': since } : {}) }
  const call: ClientRequest = request(`${url}/api/events`, { headers, agent: false })
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    call.on('response', resolve).on('error', reject).end()
  })
  let text = ''
  response.on('error', () => (over = true))
  response.on('close', () => (over = true))
  response.on('data', (part: Buffer) => {
    text += part.toString('utf8')
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const [, id] = /^id: (.*)$/m.exec(block) ?? []
      const [, data] = /^data: (.*)$/m.exec(block) ?? []
      if (id !== undefined && data !== undefined) heard.push({ id, event: JSON.parse(data) as FleetEvent })
    }
  })
  return { status: response.statusCode ?? 0, heard, isOver: () => over, close: () => void call.destroy() }
}
