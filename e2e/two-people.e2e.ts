import { expect, type Page } from '@playwright/test'
import { goTo } from '../.scripts/views/show.ts'
import { test } from './fixtures.ts'
import { logIn, makeVolume, sendOrHear, withPool } from './verbs.ts'

const dialogOf = (page: Page) => page.getByRole('dialog')
const press = (page: Page, name: string) => dialogOf(page).getByRole('button', { name, exact: true }).click()

/** A click that is on its way: it reaches the button that sends at the very moment when a text comes to stand above it. */
const clickWhen = (page: Page, text: string) =>
  page.evaluate((text) => {
    const dialog = document.querySelector('[role="dialog"]')
    new MutationObserver((_, observer) => {
      if (!dialog?.textContent.includes(text)) return
      observer.disconnect()
      dialog.querySelector<HTMLButtonElement>('button[type="submit"]')?.click()
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  }, text)

test('two people change one volume: the second sees what the first did, and overwrites it only knowingly', async ({
  adminPage: first,
  admin,
  appliance,
  browser,
  server,
}) => {
  const { api, applianceId, poolId } = await withPool(admin, appliance)
  const gibibyte = 1_073_741_824
  const id = await makeVolume(api, {
    name: 'documents',
    volume_type: 'filesystem',
    pool_id: poolId,
    size_total: String(gibibyte),
  })
  const otto = { username: 'otto', password: 'second person' }
  await admin.userCreate({ body: { name: otto.username, password: otto.password, role: 'operator' } })
  const context = await browser.newContext({ baseURL: server.url, locale: 'en-US', timezoneId: 'UTC' })
  const second = await context.newPage()
  await logIn(second, otto)
  const at = `/appliances/${applianceId}/volumes/${id}?tab=settings`
  const name = (page: Page) => dialogOf(page).getByRole('textbox', { name: 'Name' })
  const limit = (page: Page) => dialogOf(page).getByRole('textbox', { name: 'New limit' })

  // Both have the same form open; the first is quicker.
  await Promise.all([first.goto(`${at}&do=rename`), second.goto(`${at}&do=rename`)])
  await name(second).fill('papers')
  const sent: string[] = []
  second.on('request', (request) => void (request.method() === 'PUT' && sent.push(request.postData() ?? '')))
  const news = 'This volume was changed since you opened it'
  await clickWhen(second, news)
  await name(first).fill('records')
  await press(first, 'Rename')
  await expect(dialogOf(first)).toBeHidden()
  // The second one hears of it; what was typed stays, and nothing is sent until it is sent knowingly: not by a click
  // that was meant for what stood there before.
  await expect(dialogOf(second).getByText(news)).toBeVisible()
  await expect(dialogOf(second)).toContainText('Name: records instead of documents')
  await expect(name(second)).toHaveValue('papers')
  expect((await api.get(`/volume/${id}`)).body.name).toBe('records')
  await press(second, 'Rename anyway')
  await expect(dialogOf(second)).toBeHidden()
  expect(sent).toEqual([JSON.stringify({ name: 'papers' })])
  expect((await api.get(`/volume/${id}`)).body.name).toBe('papers')

  // No event tells of what happens behind the console's back: it is read again before anything is sent.
  await second.goto(`${at}&do=resize`)
  await limit(second).fill('3 GiB')
  await api.put(`/volume/${id}`, { size_total: String(2 * gibibyte) })
  await sendOrHear(dialogOf(second), 'Resize')
  await expect(dialogOf(second)).toContainText('Limit: 2 GiB instead of 1 GiB')
  await expect(limit(second)).toHaveValue('3 GiB')
  expect((await api.get(`/volume/${id}`)).body.size_total).toBe(String(2 * gibibyte))
  await press(second, 'Resize anyway')
  await expect(dialogOf(second)).toBeHidden()
  expect((await api.get(`/volume/${id}`)).body.size_total).toBe(String(3 * gibibyte))

  // What nobody typed into follows: only what the second person changes is sent.
  await first.goto(`/appliances/${applianceId}/pools/${poolId}?do=options`)
  const option = (word: string) => dialogOf(first).getByRole('checkbox', { name: word })
  await option('Deduplication').check()
  await api.put(`/pool/${poolId}`, { compression: false })
  await sendOrHear(dialogOf(first), 'Save')
  await expect(dialogOf(first)).toContainText('Compression: off instead of on')
  await expect(option('Compression')).not.toBeChecked()
  await press(first, 'Save anyway')
  await expect(dialogOf(first)).toBeHidden()
  expect((await api.get(`/pool/${poolId}`)).body).toMatchObject({ compression: false, deduplication: true })
  await context.close()
})

test('what somebody else deletes while it is looked at: the page says so', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { api, applianceId, poolId } = await withPool(admin, appliance)
  const id = await makeVolume(api, { name: 'documents', volume_type: 'filesystem', pool_id: poolId })
  const share = String((await api.post(`/volume/${id}/share`, { share_type: 'nfs' })).body.id)
  const title = (name: string) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await page.goto(`/appliances/${applianceId}/shares/${share}`)
  await title('/data/documents')
  await api.delete(`/share/${share}`)
  await title('This does not exist (any more)')
  await expect(page.getByText(`No share has the id ${share}.`)).toBeVisible()

  await goTo(page, `/appliances/${applianceId}/volumes/${id}`)
  await title('documents')
  await api.delete(`/volume/${id}`)
  await title('This does not exist (any more)')
  await expect(page.getByText(`No volume has the id ${id}.`)).toBeVisible()
  await expect(page.getByRole('link', { name: 'All volumes' })).toBeVisible()
})
