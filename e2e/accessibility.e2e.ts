import { expect, test as base, type Page } from '@playwright/test'
import axe from 'axe-core'
import { startExample, type Example } from '../.scripts/views/example.ts'
import { over, showIn, themeOf, themes, Viewer } from '../.scripts/views/show.ts'
import { viewsOf } from '../.scripts/views/views.ts'

const coloured = ['color-contrast', 'link-in-text-block']
const placed = ['target-size', 'scrollable-region-focusable', 'color-contrast']
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** One example and one browser for all views that a worker looks at. */
const test = base.extend<object, { example: Example; viewer: Viewer }>({
  example: [
    async ({}, use) => {
      const example = await startExample()
      await use(example)
      await example.end()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  viewer: [
    async ({ browser, example }, use) => {
      const viewer = new Viewer(browser, example)
      await use(viewer)
      await viewer.close()
    },
    { scope: 'worker' },
  ],
})

/** What axe finds wrong with what is in front, a line for each place. */
async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  // Once a page: each load of half a megabyte takes longer than most looks.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  // What lies over the page is looked at alone, as the page beneath it is by itself.
  const front = (await page.locator(over).count()) > 0 ? over : undefined
  const { violations: found } = await page.evaluate(
    ({ front, options }) => (globalThis as unknown as { axe: typeof axe }).axe.run(front ?? document, options),
    {
      front,
      options: {
        runOnly: rules ? { type: 'rule', values: [...rules] } : { type: 'tag', values: wcag },
        resultTypes: ['violations'],
      } satisfies axe.RunOptions,
    },
  )
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(' ')}\n  ${failureSummary ?? ''}`),
  )
}

/** What is wider than the place that it has, so that one would have to scroll sideways. Tabs may: arrow keys lead along them. */
function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = [document.documentElement, ...document.body.querySelectorAll('*')]
    const wide = all.filter((element) => {
      if (element.scrollWidth <= element.clientWidth + 1 || element.matches('.pf-v6-c-tabs__list')) return false
      return element === document.documentElement || /auto|scroll/.test(getComputedStyle(element).overflowX)
    })
    // A list sticks out of its frame before anything scrolls: the page's margin has room for some of it.
    const sticking = [...document.querySelectorAll('.vs-table')].filter((frame) =>
      [...frame.querySelectorAll('table')].some(({ offsetWidth }) => offsetWidth > frame.clientWidth + 1),
    )
    return [...wide, ...sticking].map(
      (element) => `${element.tagName} .${element.className}: ${element.scrollWidth} in ${element.clientWidth} px`,
    )
  })
}

// A trace of hundreds of pages would take longer than looking at them.
test.use({ trace: 'off' })

// Parts, so that workers share the work.
const parts = 12

test.describe.configure({ mode: 'parallel' })

// First of all, while the slow session is on its way.
test('the demo fleet replicates in a triangle: one relationship is late, one failed, one is being sent', async ({
  viewer,
}) => {
  await viewer.show({ name: 'replication', path: '/replication' }, async (page) => {
    const row = (volume: string) => page.getByRole('row').filter({ hasText: volume })
    await expect(row('pacs-images-01')).toContainText('Late')
    await expect(row('gitlab-backup')).toContainText('Failed')
    await expect(row('vm-daily-01')).toContainText('sending')
  })
  await viewer.show({ name: 'replication-map', path: '/replication?tab=map' }, async (page) => {
    for (const direction of ['Frankfurt → London', 'London → Dublin', 'Dublin → Frankfurt'])
      await expect(page.getByRole('link', { name: direction })).toBeVisible()
  })
})

for (let part = 0; part < parts; part++) {
  test(`everybody can use every page, step and dialog, in light and dark, on a screen and on a phone (${part + 1} of ${parts})`, async ({
    viewer,
    example,
  }) => {
    test.setTimeout(300_000)
    for (const [index, view] of viewsOf(example.places).entries()) {
      if (index % parts !== part) continue
      // It begins in the theme that the one before it ended in: to change it takes as long as to look.
      const [first, second] = Math.floor(index / parts) % 2 === 0 ? themes : themes.toReversed()
      await test.step(view.name, () =>
        viewer.show(view, async (page, width) => {
          const theme = width === 390 ? second : first
          if ((await themeOf(page)) !== theme) await showIn(page, theme)
          const where = `${view.name}, ${width} px, ${theme}`
          expect.soft(await sideways(page), `${where}: scrolls sideways`).toEqual([])
          // A width changes where things are, a theme their colours; nothing changes what they are.
          expect.soft(await violations(page, width === 1280 ? undefined : placed), where).toEqual([])
          if (width !== 1280) return
          await showIn(page, second)
          expect.soft(await violations(page, coloured), `${where}, then ${second}`).toEqual([])
        }),
      )
    }
  })
}
