// Which operations of the vSnap API reach an appliance from the browser, and which it refused there, whatever way a story takes.
import type { BrowserContext, Page, Response as Answer } from '@playwright/test'
import { route } from '@vsnap/contract/route.ts'
import { vsnapApi } from '@vsnap/vsnap-api/api.ts'
import { Router, type Request, type Response } from 'express'

/** The name under which a story keeps what it has reached, among its attachments. */
export const attachment = 'operations'

/** What became of the operations that a story's pages asked for, by their names. */
export interface Heard {
  /** Carried out by an appliance. */
  readonly reached: readonly string[]
  /** Refused by an appliance, its words on the page. */
  readonly refused: readonly string[]
}

/** The names of all operations. */
export const allOperations: readonly string[] = Object.keys(vsnapApi)

/** Those that change something: each can be refused after the page's own checks. */
export const refusableOperations: readonly string[] = Object.entries(vsnapApi)
  .filter(([, { method }]) => method !== 'GET')
  .map(([name]) => name)

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

/** An operation of an answer, and the words of the appliance when it refused. */
interface Outcome {
  readonly operation: string | undefined
  readonly refusal?: string
}

interface Failure {
  readonly type: string
  readonly message: string
}

/** A refusal is the appliance's own: not the console's, for somebody who may not, or for an appliance that does not answer. */
const isOfAppliance = ({ type }: Failure, status = 0): boolean =>
  ![401, 403, 502, 503, 504].includes(status) && !type.startsWith('Appliance')

async function outcomesOf(answer: Answer): Promise<readonly Outcome[]> {
  const { pathname, search } = new URL(answer.url())
  const path = throughProxy.exec(pathname)?.[1]
  const request = answer.request()
  if (path !== undefined) {
    const operation = operationOf(request.method(), path + search, request.postDataJSON())
    if (answer.ok()) return [{ operation }]
    const { error } = (await answer.json()) as { error: Failure }
    return isOfAppliance(error, answer.status()) ? [{ operation, refusal: error.message }] : []
  }
  if (!answer.ok() || !ofPlan.test(pathname)) return []
  const { steps } = (await answer.json()) as { steps: { operation: string; state: string; error: Failure | null }[] }
  return steps.flatMap(({ operation, state, error }) => {
    if (state === 'succeeded') return [{ operation }]
    return state === 'failed' && error && isOfAppliance(error) ? [{ operation, refusal: error.message }] : []
  })
}

/** Milliseconds within which the words of a refusal stand on the page. */
const soon = 10_000

const standsOn = (page: Page, words: string): Promise<boolean> =>
  page
    .getByText(words)
    .first()
    .waitFor({ timeout: soon })
    .then(
      () => true,
      () => false,
    )

/** Listens to what the pages of a context ask for, until it is ended; `heard` tells what became of it so far. */
export function listenForOperations(context: BrowserContext): { heard: () => Promise<Heard>; end: () => void } {
  const reached = new Set<string>()
  const refused = new Set<string>()
  const hear = async (answer: Answer) => {
    for (const { operation, refusal } of await outcomesOf(answer)) {
      if (operation === undefined) continue
      if (refusal === undefined) reached.add(operation)
      // Nobody waits for the words of a read: it is one of them that finds out that something is gone.
      else if (refusableOperations.includes(operation) && !refused.has(operation)) {
        if (await standsOn(answer.frame().page(), refusal)) refused.add(operation)
      }
    }
  }
  const pending: Promise<void>[] = []
  // A page that is closed takes its answers with it.
  const listen = (answer: Answer) => void pending.push(hear(answer).catch(() => undefined))
  context.on('response', listen)
  return {
    async heard() {
      await Promise.all(pending)
      return { reached: [...reached], refused: [...refused] }
    },
    end: () => void context.off('response', listen),
  }
}
