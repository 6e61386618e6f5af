// What a person waits for: the first page's weight and its order, loads cold and warm, steps from page to page.
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { chromiumFlags, ensureChromium } from '../chromium.ts'
import { startExample, type Example } from '../views/example.ts'
import { median, type Figure } from './figure.ts'

/** How often each load, and each click, is measured. */
const times = { load: 7, click: 15 }
const list = '/volumes'
const rows = 25

/** Says in the page when so many rows of a table are there and painted. */
const rowsShown = (least: number) =>
  new Promise<number>((resolve) => {
    const look = () => {
      if (document.querySelectorAll('table:not([aria-busy]) tbody tr').length < least)
        return requestAnimationFrame(look)
      return requestAnimationFrame(() => resolve(performance.now()))
    }
    look()
  })

async function logIn({ url, admin }: Example, browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 800 } })
  const headers = { origin: url, 'sec-fetch-site': 'same-origin' }
  await context.request.post('/api/session', { data: admin, headers })
  return context
}

/** Milliseconds from the beginning of a load until the rows are painted. */
async function loadTime(page: Page): Promise<number> {
  await page.goto(list, { waitUntil: 'commit' })
  return page.evaluate(rowsShown, rows)
}

interface Loaded {
  readonly cold: number
  readonly warm: number
  /** An answer of some bytes from the same server, shown by the same browser. */
  readonly floor: number
}

/** Loads in a browser without any cache, then again with it. `slowed`: how many times slower the CPU is. */
async function load(example: Example, browser: Browser, slowed: number): Promise<Loaded> {
  const context = await logIn(example, browser)
  try {
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowed })
    await page.goto('/healthz')
    const floor = await page.evaluate(() => performance.getEntriesByType('navigation')[0]?.duration ?? Number.NaN)
    const cold = await loadTime(page)
    return { cold, warm: await loadTime(page), floor }
  } finally {
    await context.close()
  }
}

interface Weight {
  readonly js: number
  readonly css: number
  readonly files: number
  /** Milliseconds by which the list was asked for before its page's code had come. */
  readonly ahead: number
}

/** What the first page takes, by the browser's own account: every script and stylesheet until it is still. */
async function weigh(example: Example, browser: Browser): Promise<Weight> {
  const context = await logIn(example, browser)
  try {
    const page = await context.newPage()
    await loadTime(page)
    await page.waitForLoadState('networkidle')
    const entries = await page.evaluate(() =>
      performance.getEntriesByType('resource').map((entry) => {
        const { name, startTime, responseEnd, encodedBodySize } = entry as PerformanceResourceTiming
        return { path: new URL(name).pathname, startTime, responseEnd, encodedBodySize }
      }),
    )
    const assets = entries.filter(({ path }) => /\.(js|css)$/.test(path))
    const kB = (end: string) =>
      assets.filter(({ path }) => path.endsWith(end)).reduce((sum, { encodedBodySize: bytes }) => sum + bytes / 1000, 0)
    const asked = entries.find(({ path }) => path === '/api/fleet/volume')?.startTime ?? Number.NaN
    const own = assets.find(({ path }) => path.includes('VolumesPage'))?.responseEnd ?? Number.NaN
    return { js: kB('.js'), css: kB('.css'), files: assets.length, ahead: own - asked }
  } finally {
    await context.close()
  }
}

/** Milliseconds from a click on a link to the page behind it, painted; its answer was prefetched while it was pointed at. */
async function clickTime(page: Page, link: string, heading: string): Promise<number> {
  const target = page.locator(link).first()
  await target.hover()
  await page.waitForLoadState('networkidle')
  const shown = page.evaluate(
    (text) =>
      new Promise<number>((resolve) => {
        // On the document: the link itself may be another element by then, when its list is read again.
        document.addEventListener(
          'click',
          () => {
            const clicked = performance.now()
            const look = () => {
              const isThere = document.querySelector('h1')?.textContent === text
              const isWhole = document.querySelector('#main [aria-busy="true"], #main .pf-v6-c-skeleton') === null
              if (!isThere || !isWhole) return requestAnimationFrame(look)
              // The frame after this one begins when this one is painted.
              return requestAnimationFrame(() => resolve(performance.now() - clicked))
            }
            look()
          },
          { capture: true, once: true },
        )
      }),
    heading,
  )
  await target.click()
  return shown
}

async function clicks(
  example: Example,
  browser: Browser,
): Promise<{ toList: number; toDetail: number; toWizard: number }> {
  const context = await logIn(example, browser)
  try {
    const page = await context.newPage()
    await loadTime(page)
    const toList: number[] = []
    const toDetail: number[] = []
    const toWizard: number[] = []
    for (let round = 0; round < times.click; round++) {
      const name = (await page.locator('td a.vs-name').first().textContent()) ?? ''
      toDetail.push(await clickTime(page, 'td a.vs-name', name))
      await clickTime(page, 'nav a[href^="/volumes"]', 'Volumes')
      toList.push(await clickTime(page, 'nav a[href^="/pools"]', 'Pools'))
      toList.push(await clickTime(page, 'nav a[href^="/volumes"]', 'Volumes'))
      toWizard.push(await clickTime(page, 'a[href^="/volumes/create"]', 'Create volume'))
      await clickTime(page, 'nav a[href^="/volumes"]', 'Volumes')
    }
    return { toList: median(toList), toDetail: median(toDetail), toWizard: median(toWizard) }
  } finally {
    await context.close()
  }
}

/** Measures the built console in Chromium, over the demo fleet. */
export async function pageFigures(): Promise<Figure[]> {
  const executablePath = await ensureChromium()
  const example = await startExample()
  const browser = await chromium.launch({ executablePath, args: chromiumFlags })
  try {
    const weight = await weigh(example, browser)
    const loads = { usual: [] as Loaded[], slowed: [] as Loaded[] }
    for (let round = 0; round < times.load; round++) {
      loads.usual.push(await load(example, browser, 1))
      loads.slowed.push(await load(example, browser, 4))
    }
    const step = await clicks(example, browser)
    const middle = (all: readonly Loaded[], of: keyof Loaded) => median(all.map((each) => each[of]))
    const floor = (all: readonly Loaded[]) => `the least that this browser takes: ${middle(all, 'floor').toFixed(0)} ms`
    const first = `the first page, ${list}`
    return [
      { name: `JS of ${first}`, value: weight.js, unit: 'kB', most: 220, beside: 'as sent, brotli' },
      { name: `CSS of ${first}`, value: weight.css, unit: 'kB', most: 60, beside: 'as sent, brotli' },
      { name: `Files of ${first}`, value: weight.files, unit: 'files', most: 15, beside: 'JS and CSS' },
      {
        name: 'Its list is asked for before its own code has come, by',
        value: weight.ahead,
        unit: 'ms',
        least: 0,
        beside: 'by the browser’s own timing',
      },
      {
        name: `Cold load to ${rows} rows`,
        value: middle(loads.usual, 'cold'),
        unit: 'ms',
        most: 1000,
        beside: floor(loads.usual),
      },
      {
        name: `Cold load to ${rows} rows, CPU 4 times slower`,
        value: middle(loads.slowed, 'cold'),
        unit: 'ms',
        most: 2500,
        beside: floor(loads.slowed),
      },
      {
        name: `Warm load to ${rows} rows`,
        value: middle(loads.usual, 'warm'),
        unit: 'ms',
        most: 600,
        beside: floor(loads.usual),
      },
      {
        name: 'From list to list by click, p50',
        value: step.toList,
        unit: 'ms',
        most: 50,
        beside: 'two frames: 33 ms',
      },
      {
        name: 'From list to detail by click, p50',
        value: step.toDetail,
        unit: 'ms',
        most: 50,
        beside: 'two frames: 33 ms',
      },
      {
        name: 'From list to the volume wizard by click, p50',
        value: step.toWizard,
        unit: 'ms',
        most: 150,
        beside: 'two frames: 33 ms',
      },
    ]
  } finally {
    await browser.close()
    await example.end()
  }
}
