// What a person waits for in front of a large fleet: its overview, its longest list, and what others change.
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { Pool } from 'undici'
import { chromiumFlags, ensureChromium } from '../chromium.ts'
import { median, type Figure } from './figure.ts'
import type { Asked, Fleet } from './fleet-parts.ts'

const times = { load: 5, change: 5 }
/** Rows of a page of a list, the most that can be chosen; milliseconds that it is scrolled for. */
const rows = 250
const scrolled = 4_000
/** Seconds between two reads of a list that somebody looks at, with the jitter. */
const rhythm = 5.5

/** Measures the built console in Chromium, while it reads all appliances. */
export async function fleetPageFigures(asked: Asked, fleet: Fleet): Promise<Figure[]> {
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumFlags })
  try {
    return [
      ...(await overviewFigures(asked, browser)),
      ...(await listFigures(asked, browser)),
      ...(await changeFigures(asked, fleet, browser)),
    ]
  } finally {
    await browser.close()
  }
}

async function logIn({ url, cookie }: Asked, browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 800 } })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Strict' }])
  return context
}

/** Waits in the page until its cards are there and nothing in them is loading; milliseconds since the page began. */
const overviewShown = () =>
  new Promise<number>((resolve) => {
    const look = () => {
      const cards = document.querySelectorAll('.vs-overview > *').length
      const isWhole = document.querySelector('#main [aria-busy="true"], #main .pf-v6-c-skeleton') === null
      if (cards < 4 || !isWhole) return requestAnimationFrame(look)
      return requestAnimationFrame(() => resolve(performance.now()))
    }
    look()
  })

async function overviewFigures(asked: Asked, browser: Browser): Promise<Figure[]> {
  const loads: number[] = []
  const floors: number[] = []
  for (let round = 0; round < times.load; round++) {
    const context = await logIn(asked, browser)
    const page = await context.newPage()
    await page.goto('/healthz')
    floors.push(await page.evaluate(() => performance.getEntriesByType('navigation')[0]?.duration ?? Number.NaN))
    await page.goto('/', { waitUntil: 'commit' })
    loads.push(await page.evaluate(overviewShown))
    await context.close()
  }
  return [
    {
      name: 'The overview in the browser, usable after a cold load',
      value: median(loads),
      unit: 'ms',
      most: 1200,
      beside: `the least that this browser takes: ${median(floors).toFixed(0)} ms; all loads ${loads.map((one) => one.toFixed(0)).join(', ')}`,
    },
  ]
}

/** Scrolls what holds the table down and up again, a bit each frame; frames in a second, and the longest (milliseconds). */
const scroll = (ms: number) =>
  new Promise<{ rate: number; longest: number; height: number }>((resolve) => {
    let box: Element | null = document.querySelector('table')
    while (box && (box.scrollHeight <= box.clientHeight || !/auto|scroll/.test(getComputedStyle(box).overflowY)))
      box = box.parentElement
    const scroller = box ?? document.documentElement
    const height = scroller.scrollHeight - scroller.clientHeight
    let [frames, longest, step] = [0, 0, 120]
    let before = performance.now()
    const started = before
    const frame = () => {
      const now = performance.now()
      longest = Math.max(longest, now - before)
      before = now
      frames += 1
      if (now - started >= ms) return resolve({ rate: (frames * 1000) / (now - started), longest, height })
      if (scroller.scrollTop + step > height || scroller.scrollTop + step < 0) step = -step
      scroller.scrollTop += step
      return requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })

async function listFigures(asked: Asked, browser: Browser): Promise<Figure[]> {
  const context = await logIn(asked, browser)
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Performance.enable')
  const heap = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 1e6
  }
  await page.goto('/snapshots')
  const pages = page.getByRole('navigation', { name: 'Pages of Snapshots' })
  await pages.waitFor()
  const shown = await page.locator('.vs-footer output').textContent()
  await page.locator('.vs-footer .pf-v6-c-menu-toggle').click()
  await page.getByRole('menuitem', { name: String(rows) }).click()
  await page.waitForFunction((count) => document.querySelectorAll('tbody tr').length === count, rows)
  const { rate, longest, height } = await page.evaluate(scroll, scrolled)
  const peak = await heap()
  await cdp.send('HeapProfiler.collectGarbage')
  const used = await heap()
  const idle = await page.evaluate(
    (ms) =>
      new Promise<number>((resolve) => {
        const started = performance.now()
        let frames = 0
        const frame = () => {
          frames += 1
          const spent = performance.now() - started
          if (spent < ms) requestAnimationFrame(frame)
          else resolve((frames * 1000) / spent)
        }
        requestAnimationFrame(frame)
      }),
    1_000,
  )
  await context.close()
  return [
    {
      name: `The list of all snapshots, ${rows} rows a page: frames a second while it is scrolled`,
      value: rate,
      unit: 'fps',
      least: 50,
      beside: `${idle.toFixed(0)} while nothing moves; the longest ${longest.toFixed(0)} ms; ${height.toFixed(0)} px; it says: ${shown}`,
    },
    {
      name: 'Its heap',
      value: used,
      unit: 'MB',
      most: 80,
      beside: `${peak.toFixed(0)} MB with what is not collected yet`,
    },
  ]
}

/** Waits in the page until a row has this name, painted; when that was (epoch milliseconds). */
const nameShown = (name: string) =>
  new Promise<number>((resolve) => {
    const look = () => {
      const names = [...document.querySelectorAll('tbody a.vs-name')]
      if (!names.some(({ textContent }) => textContent === name)) return requestAnimationFrame(look)
      return requestAnimationFrame(() => resolve(Date.now()))
    }
    look()
  })

/** Renames a volume by its form; when its button was pressed (epoch milliseconds). */
async function rename(page: Page, address: string, name: string): Promise<number> {
  await page.goto(`${address}?tab=settings&do=rename`)
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
  const pressed = page.evaluate(
    () =>
      new Promise<number>((resolve) =>
        document.addEventListener('click', () => resolve(Date.now()), { capture: true, once: true }),
      ),
  )
  await dialog.getByRole('button', { name: 'Rename', exact: true }).click()
  return pressed
}

async function changeFigures(asked: Asked, fleet: Fleet, browser: Browser): Promise<Figure[]> {
  const { appliances } = await asked.client.applianceList()
  const [host = ''] = fleet.hosts
  const appliance = appliances.find(({ url }) => url.includes(`//${host}:`))?.id ?? ''
  const volumes = await asked.client.fleetList({ params: { resource: 'volume' }, query: { appliance, limit: 1 } })
  const id = String(volumes.items[0]?.['id'])
  const context = await logIn(asked, browser)
  const [one, other] = [await context.newPage(), await context.newPage()]
  await other.goto(`/volumes?appliance=${appliance}&sort=name`)
  await other.locator('tbody a.vs-name').first().waitFor()

  const inTabs: number[] = []
  for (let round = 0; round < times.change; round++) {
    const name = `aa-${round}`
    const shown = other.evaluate(nameShown, name)
    const pressed = await rename(one, `/appliances/${appliance}/volumes/${id}`, name)
    inTabs.push((await shown) - pressed)
  }
  await one.close()

  const { user, password } = fleet.account
  const headers = {
    authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
    'content-type': 'application/json',
  }
  const direct = new Pool(`https://${host}:${fleet.port}`, { connections: 1, connect: { rejectUnauthorized: false } })
  const behind: number[] = []
  for (let round = 0; round < times.change; round++) {
    const name = `ab-${round}`
    const shown = other.evaluate(nameShown, name)
    const body = JSON.stringify({ name })
    const answer = await direct.request({ method: 'PUT', path: `/api/volume/${id}`, headers, body })
    await answer.body.dump()
    if (answer.statusCode !== 200) throw new Error(`An appliance answers ${answer.statusCode} to another name.`)
    const changed = Date.now()
    behind.push(((await shown) - changed) / 1000)
  }
  await direct.close()
  await context.close()
  return [
    {
      name: 'A change made in one tab shows in another, from the press of the button',
      value: median(inTabs),
      unit: 'ms',
      most: 500,
      beside: `with the call to the appliance; each ${inTabs.map((each) => each.toFixed(0)).join(', ')}`,
    },
    {
      name: 'A change made behind the console’s back shows in a list that is looked at, at the most after',
      value: Math.max(...behind),
      unit: 's',
      most: rhythm,
      beside: `its rhythm, 5 s and a tenth; each ${behind.map((each) => each.toFixed(1)).join(', ')}`,
    },
  ]
}
