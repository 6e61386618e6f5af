// What an appliance refuses although the page's own checks passed: somebody else was quicker, behind the console's back.
import type { VsnapOperation } from '@vsnap/vsnap-api/api.ts'
import { expect, type Locator, type Page, type Request } from '@playwright/test'
import { goTo, settled, underWay, watchRequests } from '../.scripts/views/show.ts'
import { test } from './fixtures.ts'
import type { Heard } from './operations.ts'

/** An operation that is refused: what somebody fills in and sends, and what happens in between. */
interface Attempt {
  readonly operation: VsnapOperation
  readonly at: string
  /** Fills the form; the field that was typed into, and what it has to keep. */
  readonly fill?: (page: Page) => Promise<readonly [field: Locator, text: string] | undefined>
  readonly between: () => Promise<unknown>
  /** The button that sends it. */
  readonly press: string
  /** What the appliance says. */
  readonly says: string | RegExp
  /** It says so at the field that was typed into, and not above the fields. */
  readonly isAtField?: true
  /** The form reads once more before it sends, and so says by itself what somebody else has changed. */
  readonly readsFirst?: true
}

/** Milliseconds that an attempt may take on a busy machine, beside those that a story has. */
const each = 10_000

/** Each attempt: its operation is refused, in words that stand on the page, and what was typed is still there. */
export async function tryAll(page: Page, heard: () => Promise<Heard>, attempts: readonly Attempt[]): Promise<void> {
  const story = test.info()
  story.setTimeout(story.timeout + attempts.length * each)
  const reads = await readsOf(watchRequests(page))
  for (const [index, attempt] of attempts.entries())
    await test.step(attempt.operation, async () => {
      // What was arranged just before is known to a new page; from then on a step within it is a third of the work.
      await (index === 0 ? page.goto(attempt.at) : goTo(page, attempt.at))
      await settled(page)
      const [typed, text] = (await attempt.fill?.(page)) ?? []
      await reads.hold()
      const button = page.getByRole('button', { name: attempt.press, exact: true }).last()
      await expect(button).toBeEnabled()
      await attempt.between()
      await button.click()
      if (attempt.readsFirst) reads.letGo()
      await expect(page.getByText(attempt.says).first()).toBeVisible()
      if (typed && text) await expect(typed).toHaveValue(text)
      if (typed && attempt.isAtField) {
        await expect(typed).toBeFocused()
        await expect(typed).toHaveAccessibleDescription(attempt.says)
      }
      await expect.poll(async () => (await heard()).refused).toContain(attempt.operation)
      reads.letGo()
    })
  await reads.end()
}

/**
 * What a page reads can be held, all but its tasks: until it is let go the page hears of no object anew. So it can
 * neither refuse by itself before the button is pressed, nor leave the form before the refusal was read.
 */
async function readsOf(page: Page) {
  let gate: PromiseWithResolvers<void> | undefined
  const held = new Set<Request>()
  // From before the page is opened: one that is installed while a request is on its way may miss it.
  await page.route(/\/api\/(?!plans|events)/, async (route) => {
    const request = route.request()
    if (gate && request.method() === 'GET') {
      held.add(request)
      await gate.promise
    }
    await route.continue()
  })
  return {
    /** Holds what is asked for from now on; what was asked for before has been answered then. */
    async hold() {
      gate = Promise.withResolvers()
      const others = () => underWay(page).filter((request) => !held.has(request))
      await expect.poll(() => others().map((request) => request.url())).toEqual([])
    },
    letGo() {
      gate?.resolve()
      gate = undefined
    },
    end: () => page.unrouteAll({ behavior: 'wait' }),
  }
}

/** Types a text into a field, which has to keep it. */
export const field = (name: string, text: string) => async (page: Page) => {
  const box = page.getByRole('textbox', { name })
  await box.fill(text)
  return [box, text] as const
}
/** Types the name of what is deleted. */
export const confirm = (name: string) => field('Type the name', name)
/** Waits until a dialog says so; nothing is typed there. */
export const see = (text: string | RegExp) => async (page: Page) => {
  await page.getByRole('dialog').getByText(text).first().waitFor()
  return undefined
}
