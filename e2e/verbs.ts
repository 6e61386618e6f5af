import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import type { ConsoleApi } from '@vsnap/console-api/api.ts'
import type { Client } from '@vsnap/contract/client.ts'
import { direct } from './direct.ts'
import type { RunningAppliance } from './processes.ts'

/** Logs in with the form, from the page that is open or from `/login`. */
export async function logIn(page: Page, { username, password }: { username: string; password: string }): Promise<void> {
  const name = page.getByRole('textbox', { name: 'User name' })
  if (!(await name.isVisible())) await page.goto('/login')
  await name.fill(username)
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  await page.getByRole('button', { name: 'Log in' }).click()
  await name.waitFor({ state: 'hidden' })
}

/** Makes an appliance known to the console, its certificate pinned, without clicking through it. */
export async function addAppliance(admin: Client<ConsoleApi>, appliance: RunningAppliance): Promise<{ id: string }> {
  const { name, url, username, password } = appliance
  return admin.applianceCreate({ body: { name, url, username, password, fingerprint: appliance.fingerprint() } })
}

/** Makes an appliance ready for pools, by a plain call: several pools, none made yet. */
export async function initialise(appliance: RunningAppliance): Promise<void> {
  // What is not about initialising does not wait for it: the simulated machine's preparation takes no time.
  writeFileSync(join(appliance.data, 'control.json'), JSON.stringify({ preparation: 0 }))
  await direct(appliance).post('/system', { action: 'init', multipool: true, skip_pool: true })
}

type Api = ReturnType<typeof direct>

/** An appliance that is ready for volumes and known to the console: with the pool `backup`, and nothing in it. */
export async function withPool(
  admin: Client<ConsoleApi>,
  appliance: RunningAppliance,
): Promise<{ api: Api; applianceId: string; poolId: string }> {
  const api = direct(appliance)
  await initialise(appliance)
  const pool = await api.post('/pool', { name: 'backup', pool_type: 'raid6' })
  const { id } = await addAppliance(admin, appliance)
  return { api, applianceId: id, poolId: String(pool.body.id) }
}

/** Makes a volume by a plain call, as another program would; its id. */
export async function makeVolume(api: Api, body: object): Promise<string> {
  const made = await api.post('/volume', body)
  if (made.status !== 200) throw new Error(`No volume was made: ${JSON.stringify(made.body)}`)
  return String(made.body.id)
}

/** In a wizard: on to the next step. */
export const next = (page: Page): Promise<void> => page.getByRole('button', { name: 'Next', exact: true }).click()

/** In the wizard of volumes: from the details to the review, with what it begins with. */
export async function onToReview(page: Page): Promise<void> {
  const heading = (name: RegExp) => page.getByRole('heading', { level: 2, name })
  for (const title of [/^(Who may reach|Which hosts see)/, /^(Is there a copy|Review$)/, /^Review$/]) {
    if (await heading(/^Review$/).isVisible()) return
    await next(page)
    await heading(title).waitFor()
  }
}

/** Makes two initialised appliances partners, so that the first can send to the other. */
export async function makePartners(from: RunningAppliance, to: RunningAppliance): Promise<void> {
  const at = ({ url }: RunningAppliance) => new URL(url)
  const made = await direct(from).post('/partner', {
    remote_addr: at(to).hostname,
    remote_api_port: at(to).port,
    remote_user: to.username,
    remote_pass: to.password,
    local_addr: at(from).hostname,
    local_api_port: at(from).port,
  })
  if (made.status !== 200) throw new Error(`No partners: ${JSON.stringify(made.body)}`)
}

/** Presses the Tab key until what has this name has the focus. */
export async function tabTo(
  page: Page,
  role: 'link' | 'button' | 'textbox' | 'radio' | 'checkbox' | 'combobox',
  name: string | RegExp,
): Promise<void> {
  const target = page.getByRole(role, { name }).last()
  await target.waitFor()
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element.matches(':focus'))) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The Tab key does not lead to ${String(name)}`)
}

/** Somebody who may look and not change anything. */
export const vera = { username: 'vera', password: 'only looking' }

/** Logs in as her. */
export async function logInAsViewer(page: Page, admin: Client<ConsoleApi>): Promise<void> {
  await admin.userCreate({ body: { name: vera.username, password: vera.password, role: 'viewer' } })
  await logIn(page, vera)
}

/** How far (px) the page's main part could be scrolled sideways; 0 when nothing is out of its place. */
export function sideways(page: Page): Promise<number> {
  return page
    .getByRole('main', { includeHidden: true })
    .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
}

/**
 * Presses the button that sends a form; or finds that the page has heard by itself meanwhile that somebody else changed
 * what the form is about, which leads to the same: nothing is sent, and the form says so. The button is pressed at once: a
 * click that waited until it can be pressed would press what it has become, to send it all the same.
 */
export async function sendOrHear(form: Locator, name: string): Promise<void> {
  const button = form.getByRole('button', { name, exact: true, disabled: false })
  await button.or(form.getByText(/was changed since you opened it/)).waitFor()
  await form.getByRole('button').evaluateAll((all, name) => {
    all.find((one): one is HTMLElement => one instanceof HTMLElement && one.textContent.trim() === name)?.click()
  }, name)
}
