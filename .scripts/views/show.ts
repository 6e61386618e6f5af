import type { Browser, CDPSession, Page, Request } from '@playwright/test'
import type { Example } from './example.ts'
import type { View } from './views.ts'

/** Widths (px) that everything is looked at: a usual screen, and a phone. */
const widths = [1280, 390] as const
/** A usual screen at 200 %: so wide is it for the page. */
const zoomed = [640] as const
export type Width = (typeof widths | typeof zoomed)[number]

export const themes = ['light', 'dark'] as const
export type Theme = (typeof themes)[number]

const heights: Readonly<Record<Width, number>> = { 1280: 800, 640: 400, 390: 844 }

/** A browser in which admin is logged in, and that shows one view after the other. */
export class Viewer {
  readonly #browser: Browser
  readonly #example: Example
  readonly #pages = new Map<string, Promise<Page>>()

  constructor(browser: Browser, example: Example) {
    this.#browser = browser
    this.#example = example
  }

  /**
   * Opens a view, in the theme that the one before was left in, lets `look` look at it at each width when everything has
   * come, and takes back what opening it did.
   */
  async show(view: View, look: (page: Page, width: Width) => Promise<void>): Promise<void> {
    const { alone, relationships, isHalfSilent, isBusy, asViewer, isNew, isZoomed, isLoading, isFailing } = view
    if (isBusy) await this.#example.beginTask()
    const { url, admin, viewer } = this.#example
    const page = await (isNew
      ? this.#shared(await this.#example.beginning())
      : relationships !== undefined
        ? this.#newPage('logged in', await this.#example.replicating(relationships, isHalfSilent))
        : alone
          ? this.#newPage(alone)
          : this.#shared({ url, admin: asViewer ? viewer : admin }, isZoomed ? 2 : 1))
    const answers = isLoading || isFailing ? await withoutAnswers(page, view.path, isFailing) : undefined
    // What is waited for is never there while nothing is answered.
    const ready = () => (isLoading ? page.locator(skeleton).first().waitFor() : settled(page))
    try {
      for (const [index, width] of (isZoomed ? zoomed : widths).entries()) {
        await page.setViewportSize({ width, height: heights[width] })
        if (index === 0 && !answers) await goTo(page, view.path)
        await ready()
        if (view.open && (index === 0 || view.eachWidth)) {
          await view.open(page)
          await ready()
        }
        // A page that fails is a page like any other to look at: it has to be said.
        if ((await page.getByText('ConsoleError', { exact: true }).count()) > 0)
          throw new Error(`The page fails: ${await page.getByRole('main').innerText()}`)
        await look(page, width)
      }
    } catch (error) {
      throw new Error(`${view.name} (${view.path}): ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      })
    } finally {
      await answers?.detach()
      if (alone || relationships !== undefined) await page.context().close()
      if (view.adds !== undefined) await this.#example.forget(view.adds)
    }
  }

  async close(): Promise<void> {
    for (const page of this.#pages.values()) await (await page).context().close()
  }

  /** The page on which a person sees one view after the other. */
  #shared(console: Pick<Example, 'url' | 'admin'>, deviceScaleFactor = 1): Promise<Page> {
    const key = `${console.url} ${console.admin.username} ${deviceScaleFactor}`
    const page = this.#pages.get(key) ?? this.#newPage('logged in', console, { deviceScaleFactor })
    this.#pages.set(key, page)
    return page
  }

  async #newPage(
    who: 'logged in' | 'logged out',
    { url, admin }: Pick<Example, 'url' | 'admin'> = this.#example,
    screen: { deviceScaleFactor?: number } = {},
  ): Promise<Page> {
    const context = await this.#browser.newContext({
      ...screen,
      baseURL: url,
      locale: 'en-US',
      timezoneId: 'UTC',
      // What moves is looked at when it has arrived.
      reducedMotion: 'reduce',
    })
    context.setDefaultTimeout(20_000)
    if (who === 'logged in') {
      const answer = await context.request.post('/api/session', {
        data: admin,
        headers: { origin: url, 'sec-fetch-site': 'same-origin' },
      })
      if (!answer.ok()) throw new Error(`Logging in failed: ${answer.status()} ${await answer.text()}`)
    }
    return watchRequests(await context.newPage())
  }
}

/** The theme that the page is shown in. */
export const themeOf = (page: Page): Promise<Theme> =>
  page.evaluate(() => (document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light'))

/** Shows the page in a theme. The console follows the system as long as the person has chosen nothing. */
export async function showIn(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme: theme })
  await page.locator(`html[data-theme="${theme}"]`).waitFor({ state: 'attached' })
  // Colours fade into each other.
  await page.evaluate(async () => {
    const fading = document.getAnimations().filter((animation) => animation instanceof CSSTransition)
    await Promise.allSettled(fading.map((animation) => animation.finished))
  })
}

const skeleton = '.pf-v6-c-skeleton'

/**
 * Leads to a page with answers that take longer than anybody looks, or never come: its code is there from before, its
 * data is not. The connection is slow, or broken (for all, or for what is asked for at some addresses), until the session that is answered is detached.
 */
async function withoutAnswers(page: Page, path: string, broken?: View['isFailing']): Promise<CDPSession> {
  await page.goto(path)
  await settled(page)
  await page.goto(neutral)
  await settled(page)
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  if (broken) await session.send('Network.setBlockedURLs', { urls: broken === true ? ['*/api/*'] : [...broken] })
  else
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 600_000,
      downloadThroughput: -1,
      uploadThroughput: -1,
    })
  // No new page, whose code would be late as well.
  await follow(page, path)
  return session
}

/** Leads to a page within the one that is open, as the browser's Back does: without asking what is filled in there. */
function follow(page: Page, path: string): Promise<void> {
  return page.evaluate((path) => {
    history.pushState({}, '', path)
    dispatchEvent(new PopStateEvent('popstate', { state: {} }))
  }, path)
}

/** What lies over a page: dialogs and menus. */
export const over = '.pf-v6-c-modal-box, .pf-v6-c-menu'

/** A page that nothing is filled in on, and that is quickly there. */
const neutral = '/settings?tab=about'

/**
 * Shows a page from its beginning, within the one that is open: a new one takes three times as long. Where the view
 * before leaves something behind, as a menu of the masthead that is open, there is a new one.
 */
export async function goTo(page: Page, path: string): Promise<void> {
  const from = new URL(page.url())
  if (from.protocol !== 'http:') return void (await page.goto(path))
  // A page's own forms and steps stay as they are when its address is called up once more.
  const isSame = from.pathname === new URL(path, from).pathname
  const isOver = (await page.locator(over).count()) > 0
  if (isSame || isOver) {
    await follow(page, neutral)
    // Not by its role: what may still lie over the page hides that.
    await page.locator('h1', { hasText: 'Settings' }).waitFor()
  }
  if (isOver && (await page.locator(over).count()) > 0) await page.goto(path)
  else await follow(page, path)
}

/** Waits until nothing is on its way: no request, no skeleton, nothing that says it is busy. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading').first().waitFor()
  const isStill = async () =>
    open(page) === 0 &&
    (await page.evaluate(() => document.querySelector('[aria-busy="true"], .pf-v6-c-skeleton') === null))
  // Twice in a row: what an answer leads to is asked for by then.
  for (let still = 0; still < 2; still = (await isStill()) ? still + 1 : 0) await page.waitForTimeout(50)
}

const requests = new WeakMap<Page, Set<Request>>()

/** Counts the requests of a page from now on; its stream of events is one that never ends. */
export function watchRequests(page: Page): Page {
  if (requests.has(page)) return page
  const pending = new Set<Request>()
  requests.set(page, pending)
  page.on('request', (request) => {
    if (request.resourceType() !== 'eventsource') pending.add(request)
  })
  page.on('requestfinished', (request) => pending.delete(request))
  page.on('requestfailed', (request) => pending.delete(request))
  return page
}

/** Requests that are under way. */
const open = (page: Page): number => underWay(page).length

/** Requests of a page that is watched that have no answer yet. */
export const underWay = (page: Page): readonly Request[] => [...(requests.get(page) ?? [])]
