import { expect, type Page } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { direct } from './direct.ts'
import { test } from './fixtures.ts'
import { makeVolume, withPool } from './verbs.ts'

/** Makes a volume through the console, as another of its users would; its id. */
async function makeHere(page: Page, applianceId: string, name: string, pool_id: string): Promise<string> {
  const { origin } = new URL(page.url())
  const answer = await page.request.post(`/api/appliances/${applianceId}/vsnap/volume`, {
    data: { name, volume_type: 'filesystem', pool_id },
    headers: { origin, 'sec-fetch-site': 'same-origin' },
  })
  expect(answer.status()).toBe(200)
  return String(((await answer.json()) as { id: string }).id)
}

test('the first morning: nothing is there yet, and the overview says where to begin', async ({ adminPage: page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'No appliance yet' })).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Add appliance' }).click()
  await expect(page).toHaveURL('/appliances/add')
})

test('a disk fails, and the overview says so by itself, with what helps; once it is mended the line goes away', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { api, applianceId, poolId } = await withPool(admin, appliance)
  await page.goto('/')
  const attention = page.getByRole('region', { name: 'Needs attention' })
  await expect(attention.getByText('Nothing needs attention.')).toBeVisible()
  const capacity = page.getByRole('region', { name: 'Capacity' })
  await expect(capacity.getByRole('link', { name: 'backup' })).toBeVisible()
  await expect(capacity.getByText('Not enough history')).toBeVisible()

  const { body } = await api.get(`/pool/${poolId}`)
  const [paths = []] = Object.values(body.disks as Record<string, string[]>)
  const failed = String(paths[0]).replace(/^.*scsi-/, '')
  writeFileSync(join(appliance.data, 'control.json'), JSON.stringify({ preparation: 0, failed_disks: [failed] }))
  // Nobody reloads anything: it is read within the rhythm of pools, and told.
  const line = attention.getByRole('listitem').filter({ hasText: 'Pool backup on vault is DEGRADED' })
  await expect(line).toBeVisible()
  await line.getByRole('link', { name: 'Add spare disks' }).click()
  await expect(page).toHaveURL(`/appliances/${applianceId}/pools/${poolId}?do=add-spare`)
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()

  await page.getByRole('navigation', { name: 'Console' }).getByRole('link', { name: 'Alerts' }).click()
  await page.getByRole('button', { name: 'Not grouped' }).click()
  await page.getByRole('option', { name: 'By appliance' }).click()
  await expect(
    page.getByRole('group', { name: 'Counts by state' }).getByRole('button', { name: /^Open/ }),
  ).toBeVisible()
  await expect(page.getByRole('rowheader', { name: /^vault/ })).toBeVisible()
  const row = page.getByRole('row').filter({ hasText: 'Pool backup on vault is DEGRADED' })
  await row.getByRole('button', { name: /^Actions of/ }).click()
  await page.getByRole('menuitem', { name: 'Acknowledge' }).click()
  await expect(row).toContainText('by admin')

  writeFileSync(join(appliance.data, 'control.json'), JSON.stringify({ preparation: 0 }))
  await page.getByRole('link', { name: 'vSnap Console' }).click()
  await expect(attention.getByText('Nothing needs attention.')).toBeVisible()
})

test('what is unprotected is a number, which opens its list, which opens what protects it', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { applianceId, poolId } = await withPool(admin, appliance)
  await page.goto('/')
  const volume = await makeHere(page, applianceId, 'bare', poolId)
  await makeHere(page, applianceId, 'kept', poolId)
  const protection = page.getByRole('region', { name: 'Protection' })
  await protection.getByRole('link', { name: '2 without a snapshot in 24 h' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Volumes without a snapshot in 24 hours' })).toBeVisible()
  await page.getByRole('button', { name: 'Actions of bare on vault' }).click()
  await page.getByRole('menuitem', { name: 'Create snapshot' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Create snapshot' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.getByRole('link', { name: 'vSnap Console' }).click()
  await expect(protection.getByRole('link', { name: '1 without a snapshot in 24 h' })).toBeVisible()
  const { body } = await direct(appliance).get(`/volume/${volume}/snapshot`)
  expect(body.total).toBe(1)
})

test('what is done in one tab is seen in the other, without a reload and over one connection', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { applianceId, poolId } = await withPool(admin, appliance)
  const other = await page.context().newPage()
  let connections = 0
  for (const one of [page, other])
    one.on('request', (request) => (connections += request.url().endsWith('/api/events') ? 1 : 0))
  await page.goto('/volumes')
  await expect(page.getByRole('heading', { name: 'No volume yet' })).toBeVisible()
  await other.goto('/volumes')
  await expect(other.getByRole('heading', { name: 'No volume yet' })).toBeVisible()
  await expect.poll(() => connections).toBe(1)

  await makeHere(page, applianceId, 'seen', poolId)
  for (const one of [page, other]) await expect(one.getByRole('link', { name: 'seen' })).toBeVisible({ timeout: 5_000 })

  // The tab that had the connection closes; the other one takes over.
  await page.close()
  await expect.poll(() => connections).toBe(2)
  await makeVolume(direct(appliance), { name: 'behind-our-back', volume_type: 'filesystem', pool_id: poolId })
  await expect(other.getByRole('link', { name: 'behind-our-back' })).toBeVisible()
})

test('a lost connection is said, and is mended by itself', async ({ adminPage: page, server }) => {
  await page.goto('/appliances')
  await expect(page.getByRole('heading', { name: 'No appliance yet' })).toBeVisible()
  await server.stop()
  await expect(page.getByRole('banner').getByText('Updates are late')).toBeVisible()
  await server.start()
  await expect(page.getByRole('banner').getByText('Updates are late')).toBeHidden()
})
