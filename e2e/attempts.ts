// What an appliance refuses although the page's own checks passed: somebody else was quicker, behind the console's back.
import type { VsnapOperation } from '@vsnap/vsnap-api/api.ts'
import { expect, type Locator, type Page } from '@playwright/test'
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

/** Each attempt: its operation is refused, in words that stand on the page, and what was typed is still there. */
export async function tryAll(page: Page, heard: () => Promise<Heard>, attempts: readonly Attempt[]): Promise<void> {
  for (const attempt of attempts)
    await test.step(attempt.operation, async () => {
      await page.goto(attempt.at)
      const [typed, text] = (await attempt.fill?.(page)) ?? []
      const button = page.getByRole('button', { name: attempt.press, exact: true }).last()
      await expect(button).toBeEnabled()
      const letRead = await holdReads(page)
      await attempt.between()
      await button.click()
      if (attempt.readsFirst) await letRead()
      await expect(page.getByText(attempt.says).first()).toBeVisible()
      if (typed && text) await expect(typed).toHaveValue(text)
      if (typed && attempt.isAtField) {
        await expect(typed).toBeFocused()
        await expect(typed).toHaveAccessibleDescription(attempt.says)
      }
      await expect.poll(async () => (await heard()).refused).toContain(attempt.operation)
      await letRead()
    })
}

/**
 * Until what it answers is called, the page hears of no object anew, only of its task: so it can neither refuse by
 * itself before the button is pressed, nor leave the form before the refusal was read.
 */
async function holdReads(page: Page): Promise<() => Promise<void>> {
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  await page.route(/\/api\/(?!plans)/, async (route) => {
    if (route.request().method() === 'GET') await released
    await route.continue()
  })
  return () => {
    release()
    return page.unrouteAll({ behavior: 'wait' })
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
export const next = (page: Page) => page.getByRole('button', { name: 'Next', exact: true }).click()
