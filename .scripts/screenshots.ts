// `npm run screenshots [name …]`: every page, tab, wizard step and dialog, light and dark, 1280 and 390 px wide, into screenshots/.
import { chromium, type Page } from '@playwright/test'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { chromiumFlags, ensureChromium } from './chromium.ts'
import { root, stopAll, stopOnSignal } from './processes.ts'
import { startExample } from './views/example.ts'
import { furtherFaults } from './views/faults.ts'
import { showIn, themes, Viewer } from './views/show.ts'
import { furtherZoomed, replicationOfEverySize, viewsOf, whileBusy } from './views/views.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
/** Pictures are no higher than this (px). */
const highest = 3000

/** Makes the window as high as what the page shows. The page itself does not scroll, its main part does. */
async function stretch(page: Page): Promise<void> {
  const { width = 0, height = 0 } = page.viewportSize() ?? {}
  const hidden = await page.evaluate(() => {
    const main = document.querySelector('#main') ?? document.documentElement
    return main.scrollHeight - main.clientHeight
  })
  if (hidden > 0) await page.setViewportSize({ width, height: Math.min(height + hidden, highest) })
}

stopOnSignal(130)
const wanted = process.argv.slice(2)
const folder = join(root, 'screenshots')
try {
  const executablePath = await ensureChromium()
  const example = await startExample()
  const browser = await chromium.launch({ executablePath, args: chromiumFlags })
  const viewer = new Viewer(browser, example)
  const views = [
    ...viewsOf(example.places),
    ...replicationOfEverySize(),
    ...furtherFaults(example.places),
    ...furtherZoomed,
    ...whileBusy,
  ].filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)))
  if (wanted.length === 0) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const failures: string[] = []
  let made = 0
  for (const view of views) {
    try {
      await viewer.show(view, async (page, width) => {
        const before = page.viewportSize()
        await stretch(page)
        for (const theme of themes) {
          await showIn(page, theme)
          await page.screenshot({ path: join(folder, `${view.name}-${width}-${theme}.png`) })
          made += 1
        }
        if (before) await page.setViewportSize(before)
      })
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error))
    }
  }
  await viewer.close()
  await browser.close()
  await example.end()
  for (const failure of failures) say(`Not shown: ${failure}`)
  say(`${views.length} views, ${made} pictures in ${folder}`)
  process.exitCode = failures.length > 0 ? 1 : 0
} finally {
  await stopAll()
}
