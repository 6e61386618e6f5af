import { expect } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { test } from './fixtures.ts'
import { makeVolume, withPool } from './verbs.ts'

test('a list says how many there are of each, shows one of them when pressed, and stands together by appliance or label', async ({
  adminPage: page,
  admin,
  startAppliance,
}) => {
  const vault = await withPool(admin, await startAppliance('vault'))
  const annex = await withPool(admin, await startAppliance('annex'))
  await admin.applianceDescribe({ params: { id: vault.applianceId }, body: { labels: ['site=fra'] } })
  const pool_id = vault.poolId
  for (const name of ['files', 'mail']) await makeVolume(vault.api, { name, volume_type: 'filesystem', pool_id })
  await makeVolume(vault.api, { name: 'disk', volume_type: 'lun', size_total: '1073741824', pool_id })
  await makeVolume(annex.api, { name: 'copies', volume_type: 'filesystem', pool_id: annex.poolId })

  await page.goto('/volumes')
  const counts = page.getByRole('group', { name: 'Counts by kind' }).getByRole('button')
  const table = page.getByRole('table', { name: 'Volumes' })
  const names = table.locator('td a.vs-name[href*="/volumes/"]')
  await expect(counts).toHaveText(['filesystem 3', 'lun 1'])
  await counts.filter({ hasText: 'lun' }).click()
  await expect(page).toHaveURL('/volumes?status=lun')
  await expect(names).toHaveText(['disk'])
  // What else there is stays to be seen, and one press away.
  await expect(counts).toHaveText(['filesystem 3', 'lun 1'])
  await expect(counts.filter({ hasText: 'lun' })).toHaveAttribute('aria-pressed', 'true')
  await counts.filter({ hasText: 'lun' }).click()
  await expect(names).toHaveText(['copies', 'disk', 'files', 'mail'])

  const group = async (from: string, to: string) => {
    await page.getByRole('button', { name: from, exact: true }).click()
    await page.getByRole('option', { name: to, exact: true }).click()
  }
  await group('Not grouped', 'By appliance')
  await expect(page).toHaveURL('/volumes?group=appliance')
  const headings = table.getByRole('rowheader')
  await expect(headings).toHaveText(['annex 1', 'vault 3'])
  await group('By appliance', 'By site')
  await expect(page).toHaveURL('/volumes?group=label%3Asite')
  await expect(headings).toHaveText(['fra 3', 'No site 1'])
  await table.getByRole('button', { name: 'Name' }).click()
  await table.getByRole('button', { name: 'Name' }).click()
  await expect(names).toHaveText(['mail', 'files', 'disk', 'copies'])
  await names.filter({ hasText: 'disk' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(names.filter({ hasText: 'copies' })).toBeFocused()
  await page.reload()
  await expect(headings).toHaveText(['fra 3', 'No site 1'])

  // Another page begins at its top; Back leads to where one was.
  await page.setViewportSize({ width: 1280, height: 400 })
  const main = page.getByRole('main')
  const down = () => main.evaluate(({ scrollTop }) => scrollTop)
  await names.filter({ hasText: 'copies' }).hover()
  await page.mouse.wheel(0, 1000)
  await expect.poll(down).toBeGreaterThan(50)
  const before = await down()
  await names.filter({ hasText: 'copies' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'copies' })).toBeVisible()
  expect(await down()).toBe(0)
  await page.goBack()
  await expect.poll(down).toBe(before)
  await page.setViewportSize({ width: 1280, height: 800 })

  await page.goto('/pools?group=label:site')
  await expect(page.getByRole('group', { name: 'Counts by state' }).getByRole('button')).toHaveText(['ONLINE 2'])
  await expect(page.getByRole('table', { name: 'Pools' }).getByRole('rowheader')).toHaveText(['fra 1', 'No site 1'])

  // Appliances are grouped by what they are labelled: each by itself would be no groups.
  await page.goto('/appliances')
  await page.getByRole('button', { name: 'Not grouped' }).click()
  await expect(page.getByRole('option')).toHaveText(['Not grouped', 'By site'])
  await page.getByRole('option', { name: 'By site' }).click()
  await expect(page.getByRole('table', { name: 'Appliances' }).getByRole('rowheader')).toHaveText([
    'fra 1',
    'No site 1',
  ])

  // What comes while somebody is about to click moves nothing, and closes no menu.
  await page.goto('/volumes?sort=name')
  await page.getByRole('button', { name: 'Actions of disk on vault' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  const body = { name: 'attic', volume_type: 'filesystem' as const, pool_id }
  await admin.planCreate(
    { body: { title: 'Attic', steps: [{ appliance: vault.applianceId, operation: 'volumeCreate', body }] } },
    { headers: { 'idempotency-key': randomUUID() } },
  )
  await expect(counts).toHaveText(['filesystem 4', 'lun 1'])
  await expect(names).toHaveText(['copies', 'disk', 'files', 'mail'])
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(names).toHaveText(['attic', 'copies', 'disk', 'files', 'mail'])

  // So are what was done, and by which task.
  await page.goto('/tasks?label=site%3Dfra')
  await expect(page.getByRole('link', { name: 'Attic' })).toBeVisible()
  await page.goto('/audit?label=site%3Dfra&group=appliance')
  await expect(page.getByRole('table', { name: 'Changes' }).getByRole('rowheader')).toHaveText(/^vault \d+$/)
  await page.goto('/tasks?label=site%3Dnowhere')
  await expect(page.getByText('Attic')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Clear filters' })).toBeVisible()
})
