import { test as base, type BrowserContext, type Page } from '@playwright/test'
import type { ConsoleApi } from '@vsnap/console-api/api.ts'
import type { Client } from '@vsnap/contract/client.ts'
import { goOnWith, logInTo, type LoggedIn } from '../.scripts/console-client.ts'
import { attachment, listenForOperations, type Heard } from './operations.ts'
import { Machinery, type ApplianceChoice, type RunningAppliance, type RunningConsole } from './processes.ts'

/** A console that has been started for the first time, that admin has logged in to, and that was stopped. */
interface Begun {
  readonly console: RunningConsole
  /** The cookie of admin's session. */
  readonly cookie: string
}

/** The browser's window that the stories of a worker have one after the other. */
interface Kept {
  /** The address of the console that it was opened for. */
  readonly at: string | undefined
  readonly context: BrowserContext
}

interface Fixtures {
  /** What the story's console finds in its environment. */
  readonly consoleEnv: Readonly<Record<string, string>>
  /** The console of this story, with nothing in it; `page` opens its paths. */
  readonly server: RunningConsole
  /** Starts one more appliance: new, not initialised, not known to the console. */
  readonly startAppliance: (name: string, choice?: ApplianceChoice) => Promise<RunningAppliance>
  /** One such appliance. */
  readonly appliance: RunningAppliance
  /** The session of admin that `admin` and `adminPage` share. */
  readonly session: LoggedIn
  /** Calls the console's API as admin: to arrange what the story is not about. */
  readonly admin: Client<ConsoleApi>
  /** A page on which admin is logged in already, at no address yet. */
  readonly adminPage: Page
  /** What the fixtures above are made with. */
  readonly machinery: Machinery
  /** Notes what becomes of the operations that the story's pages ask for; called, it tells what it has heard so far. */
  readonly operations: () => Promise<Heard>
}

/**
 * Leaves nothing of a story in its context but what was loaded: one page, no session, nothing that the console has kept
 * there. False where that cannot be had: on no page of the console.
 */
async function empty(context: BrowserContext): Promise<boolean> {
  const [page, ...others] = context.pages()
  if (!page?.url().startsWith('http')) return false
  for (const other of others) await other.close()
  await page.evaluate(() => [localStorage, sessionStorage].forEach((storage) => storage.clear()))
  await page.mouse.move(-1, -1)
  await page.goto('about:blank')
  await context.clearCookies()
  return true
}

/** Playwright's `test`, over real processes: each story has its own, on free ports and in temporary directories. */
export const test = base.extend<Fixtures, { begun: Begun; kept: { last?: Kept } }>({
  // Once a worker: tables and two hashes of a password take longer than all else that a start has to do.
  begun: [
    async ({}, use) => {
      const machinery = new Machinery()
      try {
        const console = await machinery.console()
        const { cookie } = await logInTo(console.url, console)
        await console.stop()
        await use({ console, cookie })
      } finally {
        await machinery.end()
      }
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  kept: [
    async ({}, use) => {
      const kept: { last?: Kept } = {}
      await use(kept)
      await kept.last?.context.close()
    },
    { scope: 'worker' },
  ],
  // A story is somebody who comes back: what the browser has loaded of the console is there already, and nothing else. Its
  // options are those of the worker's first story; what stories may set for themselves, `page` sets anew.
  context: async ({ browser, kept, baseURL }, use, testInfo) => {
    if (kept.last && kept.last.at !== baseURL) {
      await kept.last.context.close()
      kept.last = undefined
    }
    kept.last ??= { at: baseURL, context: await browser.newContext() }
    const { context } = kept.last
    await use(context)
    if (testInfo.status === testInfo.expectedStatus && (await empty(context))) return
    kept.last = undefined
    await context.close()
  },
  page: async ({ context, viewport, colorScheme }, use) => {
    const page = context.pages()[0] ?? (await context.newPage())
    // As it is at first, whatever a story before has made of it.
    if (viewport) await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme })
    await use(page)
  },
  machinery: async ({}, use, testInfo) => {
    const machinery = new Machinery()
    await use(machinery)
    await machinery.end()
    // What the servers said, beside the trace, when the story failed.
    if (testInfo.status === testInfo.expectedStatus) return
    for (const [name, body] of machinery.outputs()) await testInfo.attach(name, { body, contentType: 'text/plain' })
  },
  operations: [
    async ({ context }, use, testInfo) => {
      const { heard, end } = listenForOperations(context)
      await use(heard)
      end()
      await testInfo.attach(attachment, { body: JSON.stringify(await heard()), contentType: 'application/json' })
    },
    { auto: true },
  ],
  consoleEnv: [{}, { option: true }],
  server: async ({ machinery, consoleEnv, begun }, use) => {
    await use(await machinery.console(consoleEnv, begun.console))
  },
  baseURL: async ({ server }, use) => {
    await use(server.url)
  },
  startAppliance: async ({ machinery }, use) => {
    await use((name, choice) => machinery.appliance(name, choice))
  },
  appliance: async ({ startAppliance }, use) => {
    await use(await startAppliance('vault'))
  },
  session: async ({ server, begun }, use) => {
    await use(goOnWith(server.url, begun.cookie))
  },
  admin: async ({ session }, use) => {
    await use(session.client)
  },
  adminPage: async ({ page, server, session }, use) => {
    const [name = '', value = ''] = session.cookie.split('=')
    await page.context().addCookies([{ name, value, url: server.url, httpOnly: true, sameSite: 'Strict' }])
    await use(page)
  },
})
