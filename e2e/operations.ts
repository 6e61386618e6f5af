// Which operations of the vSnap API reach an appliance from the browser, whatever way a story takes.
import type { BrowserContext, Response as Answer } from '@playwright/test'
import { route } from '@vsnap/contract/route.ts'
import { vsnapApi } from '@vsnap/vsnap-api/api.ts'
import { Router, type Request, type Response } from 'express'

/** The name under which a story keeps what it has reached, among its attachments. */
export const attachment = 'operations'

/** The names of all operations. */
export const allOperations: readonly string[] = Object.keys(vsnapApi)

const router = Router({ caseSensitive: true, strict: true })
route(router, vsnapApi, ({ name }, _input, _req, res) => void (res.locals['operation'] = name))

/** The operation that a call to an appliance is, matched as the console's server does it; undefined: none. */
function operationOf(method: string, path: string, body: unknown): string | undefined {
  const query = Object.fromEntries(new URL(path, 'http://appliance').searchParams)
  const locals: { operation?: string } = {}
  router({ method, url: path, query, body } as unknown as Request, { locals } as unknown as Response, () => {})
  return locals.operation
}

const throughProxy = /^\/api\/appliances\/[^/]+\/vsnap(\/.*)$/
const ofPlan = /^\/api\/plans\/[^/]+$/

async function operationsIn(answer: Answer): Promise<readonly (string | undefined)[]> {
  if (!answer.ok()) return []
  const { pathname, search } = new URL(answer.url())
  const path = throughProxy.exec(pathname)?.[1]
  const request = answer.request()
  if (path !== undefined) return [operationOf(request.method(), path + search, request.postDataJSON())]
  if (!ofPlan.test(pathname)) return []
  const { steps } = (await answer.json()) as { steps: { operation: string; state: string }[] }
  return steps.filter(({ state }) => state === 'succeeded').map(({ operation }) => operation)
}

/** Listens to what the pages of a context ask for; the answer tells which operations an appliance has carried out. */
export function listenForOperations(context: BrowserContext): () => Promise<readonly string[]> {
  const pending: Promise<readonly (string | undefined)[]>[] = []
  // A page that is closed takes its answers with it.
  context.on('response', (answer) => void pending.push(operationsIn(answer).catch(() => [])))
  return async () => [...new Set((await Promise.all(pending)).flat())].filter((name) => name !== undefined)
}
