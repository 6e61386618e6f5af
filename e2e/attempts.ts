// What an appliance refuses although the page's own checks passed: somebody else was quicker, behind the console's back.
import type { VsnapOperation } from '@vsnap/vsnap-api/api.ts'
import { expect, type Locator, type Page, type Request } from '@playwright/test'
import { goTo, settled, underWay, watchRequests } from '../.scripts/views/show.ts'
import { test as base } from './fixtures.ts'
import { isRead, startGate, type Gate } from './gate.ts'
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

/** Stories whose pages come through a gate, which can hold what they read. */
export const test = base.extend<{ gate: Gate }>({
  gate: async ({ server }, use) => {
    const gate = await startGate(server.url)
    await use(gate)
    await gate.end()
  },
  baseURL: ({ gate }, use) => use(gate.url),
  // It has a certificate of its own.
  ignoreHTTPSErrors: true,
})

/** Each attempt: its operation is refused, in words that stand on the page, and what was typed is still there. */
export async function tryAll(
  page: Page,
  gate: Gate,
  heard: () => Promise<Heard>,
  attempts: readonly Attempt[],
): Promise<void> {
  const story = base.info()
  story.setTimeout(story.timeout + attempts.length * each)
  watchRequests(page)
  for (const [index, attempt] of attempts.entries())
    await base.step(attempt.operation, async () => {
      // What was arranged just before is known to a new page; from then on a step within it is a third of the work.
      await (index === 0 ? page.goto(attempt.at) : goTo(page, attempt.at))
      await settled(page)
      const [typed, text] = (await attempt.fill?.(page)) ?? []
      // Until it is let go the page hears of no object anew. So it can neither refuse by itself before the button is
      // pressed, nor leave the form before the refusal was read.
      gate.hold()
      // What was asked for before has been answered, and the page has it.
      await expect.poll(() => underWay(page).filter(canBeHeld).length - gate.held()).toBe(0)
      const button = page.getByRole('button', { name: attempt.press, exact: true }).last()
      await expect(button).toBeEnabled()
      await attempt.between()
      await button.click()
      if (attempt.readsFirst) gate.letGo()
      await expect(page.getByText(attempt.says).first()).toBeVisible()
      if (typed && text) await expect(typed).toHaveValue(text)
      if (typed && attempt.isAtField) {
        await expect(typed).toBeFocused()
        await expect(typed).toHaveAccessibleDescription(attempt.says)
      }
      await expect.poll(async () => (await heard()).refused).toContain(attempt.operation)
      gate.letGo()
    })
}

const canBeHeld = (request: Request): boolean => isRead(request.method(), new URL(request.url()).pathname)

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
