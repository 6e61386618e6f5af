import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { makeVolume, withPool } from './verbs.ts'

test('a filtered list is saved as a view: in the navigation, counted on the overview, renamed, deleted', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { api, applianceId, poolId } = await withPool(admin, appliance)
  await admin.applianceDescribe({ params: { id: applianceId }, body: { labels: ['site=fra'] } })
  for (const name of ['sql-01', 'sql-02', 'files'])
    await makeVolume(api, { name, volume_type: 'filesystem', pool_id: poolId })
  await page.goto('/volumes?q=sql&sort=-name')
  await expect(page.getByRole('link', { name: 'sql-02' })).toBeVisible()
  await page.getByRole('button', { name: 'Any label' }).click()
  await page.getByRole('option', { name: 'site=fra' }).click()
  await expect(page).toHaveURL(/label=site%3Dfra/)
  await expect(page.getByRole('link', { name: 'sql-02' })).toBeVisible()
  await page.getByRole('button', { name: 'Not grouped' }).click()
  await page.getByRole('option', { name: 'By site' }).click()
  await expect(page).toHaveURL(/group=label%3Asite/)
  await page.getByRole('button', { name: 'Save view' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Databases')
  await dialog.getByRole('checkbox', { name: 'Count on the overview' }).check()
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(dialog).toBeHidden()
  const link = page.getByRole('navigation', { name: 'Console' }).getByRole('link', { name: 'Databases' })
  await expect(link).toHaveAttribute('aria-current', 'page')

  await page.goto('/')
  await page.getByRole('region', { name: 'Views' }).getByRole('link', { name: '2 Databases' }).click()
  await expect(page).toHaveURL(/\/volumes\?label=site%3Dfra&q=sql&sort=-name&group=label%3Asite&view=/)
  await expect(page.getByRole('link', { name: 'sql-01' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'files' })).toBeHidden()

  await page.getByRole('link', { name: 'All views' }).click()
  await page.getByRole('button', { name: 'Actions of Databases' }).click()
  await page.getByRole('menuitem', { name: 'Change name and sharing' }).click()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('SQL')
  await dialog.getByRole('checkbox', { name: 'Share it' }).check()
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('row').filter({ hasText: 'SQL' })).toContainText('Shared')
  await page.getByRole('button', { name: 'Actions of SQL' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await dialog.getByRole('textbox').fill('SQL')
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByRole('heading', { name: 'No view yet' })).toBeVisible()
})
