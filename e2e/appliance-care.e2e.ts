import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { withPool } from './verbs.ts'

test('work on an appliance: notes for the others, maintenance, and a report for support', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { applianceId } = await withPool(admin, appliance)
  await page.goto(`/appliances/${applianceId}`)
  const choose = async (name: string) => {
    await page.getByRole('button', { name: 'Actions', exact: true }).click()
    await page.getByRole('menuitem', { name }).click()
  }
  const dialog = page.getByRole('dialog')
  const save = () => dialog.getByRole('button', { name: 'Save', exact: true }).click()

  await choose('Labels and notes')
  await dialog.getByRole('textbox', { name: 'Labels' }).fill('site')
  await save()
  await expect(dialog.getByText('Write each as name=value')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Labels' }).fill('site=fra')
  await dialog.getByRole('textbox', { name: 'Notes' }).fill('Call **Ada** first. <b>never</b>')
  await save()
  await expect(page.getByRole('main').getByText('site=fra', { exact: true })).toBeVisible()
  await expect(page.locator('strong').filter({ hasText: 'Ada' })).toBeVisible()
  await expect(page.locator('b').filter({ hasText: 'never' })).toHaveCount(0)

  await choose('Set maintenance')
  await dialog.getByRole('textbox', { name: 'Why' }).fill('New disks')
  await save()
  await expect(page.getByRole('main').getByText('New disks')).toBeVisible()

  const download = page.waitForEvent('download')
  await choose('Download system report')
  expect((await download).suggestedFilename()).toBe('vault-system-report.json')
})
