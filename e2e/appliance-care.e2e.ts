import { expect } from '@playwright/test'
import { goTo } from '../.scripts/views/show.ts'
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

test('who does not want to wait tries an appliance now, and is told whether it answers', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { applianceId, poolId } = await withPool(admin, appliance)
  const pool = `/appliances/${applianceId}/pools/${poolId}`
  await page.goto(pool)
  await expect(page.getByRole('heading', { level: 1, name: 'backup' })).toBeVisible()
  await goTo(page, `/appliances/${applianceId}`)
  await expect(page.getByText('Online', { exact: true }).first()).toBeVisible()
  const tryNow = async () => {
    await page.getByRole('button', { name: 'Actions', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Try now' }).click()
  }
  const told = (title: RegExp) => page.getByRole('heading', { level: 4, name: title })
  // What is told lies over the menu for a while.
  const close = () => page.getByRole('button', { name: /^Close (success|danger) alert: vault/ }).click()

  await tryNow()
  await expect(told(/^Success alert: vault: answers$/)).toBeVisible()
  await close()
  await appliance.kill()
  await tryNow()
  await expect(told(/^Danger alert: vault (still )?does not answer: .* cannot be reached/)).toBeVisible()
  await close()
  await expect(told(/The appliance does not answer/)).toBeVisible()
  await tryNow()
  await expect(told(/^Danger alert: vault still does not answer: .* cannot be reached/)).toBeVisible()
  await close()
  // What is on it stays to be seen, and says that it is as it was.
  await goTo(page, pool)
  await expect(page.getByText(/^What stands here was read .* and may have changed since\.$/)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'backup' })).toBeVisible()
  await goTo(page, `/appliances/${applianceId}`)
  await appliance.start()
  // The console tries it every few seconds by itself: that it answers may be known already.
  await tryNow()
  await expect(told(/^Success alert: vault: answers( again)?$/)).toBeVisible()
  await goTo(page, pool)
  await expect(page.getByText(/^What stands here was read/)).toBeHidden()
})

test('who tries an appliance that hangs is told that it takes time, and how it ends also on another page', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { applianceId } = await withPool(admin, appliance)
  await page.goto(`/appliances/${applianceId}`)
  await expect(page.getByText('Online', { exact: true }).first()).toBeVisible()
  appliance.freeze()
  await page.getByRole('button', { name: 'Actions', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Try now' }).click()
  await expect(page.getByRole('heading', { level: 4, name: 'vault is being asked' })).toBeVisible()
  await page.getByRole('navigation').getByRole('link', { name: 'Volumes' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Volumes' })).toBeVisible()
  appliance.thaw()
  await expect(page.getByRole('heading', { level: 4, name: /vault: answers/ })).toBeVisible()
})
