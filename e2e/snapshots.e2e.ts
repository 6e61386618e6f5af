import { expect, type Page } from '@playwright/test'
import { test } from './fixtures.ts'
import { makeVolume, withPool } from './verbs.ts'

const next = (page: Page) => page.getByRole('button', { name: 'Next' }).click()
const field = (page: Page, name: string) => page.getByRole('textbox', { name })

test('snapshots, a clone of one, and what a clone keeps from being deleted', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { api, applianceId, poolId } = await withPool(admin, appliance)
  const id = await makeVolume(api, { name: 'oracle', volume_type: 'filesystem', pool_id: poolId })
  await page.goto(`/appliances/${applianceId}/volumes/${id}`)
  await page.getByRole('tab', { name: 'Snapshots' }).click()
  await expect(page.getByRole('heading', { name: 'No snapshot yet' })).toBeVisible()
  await page.getByRole('button', { name: 'Create snapshot' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Create snapshot' }).click()
  await expect(page.getByText(/Snapshot vsnap_.* created/)).toBeVisible()

  await page.getByRole('button', { name: 'Create snapshot' }).click()
  await field(page, 'Name').fill('before upgrade')
  await expect(dialog.getByText('A snapshot’s name starts with a letter or digit')).toBeVisible()
  await field(page, 'Name').fill('before-upgrade')
  await dialog.getByRole('button', { name: 'Create snapshot' }).click()
  await expect(dialog).toBeHidden()
  const list = await api.get(`/volume/${id}/snapshot`)
  expect(list.body.snapshots).toHaveLength(2)

  await page.getByRole('button', { name: 'Actions of before-upgrade' }).click()
  await page.getByRole('menuitem', { name: 'Clone', exact: true }).click()
  await expect(page.getByRole('combobox', { name: 'Snapshot' })).toContainText('before-upgrade')
  await next(page)
  await expect(field(page, 'Name')).toHaveValue('oracle-clone')
  await field(page, 'Name').fill('oracle')
  await expect(page.getByText('A volume with the name oracle exists already')).toBeVisible()
  await field(page, 'Name').fill('oracle-test')
  await next(page)
  await expect(page.getByRole('list', { name: 'Calls' })).toContainText('"snapshot_id"')
  await page.getByRole('button', { name: 'Create clone' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'oracle-test' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'before-upgrade' })).toBeVisible()
  const { body: clone } = await api.get('/volume?name=oracle-test')
  expect(clone).toMatchObject({ is_clone: true, volume_type: 'filesystem', pool_id: poolId })
  expect(await api.get(`/snapshot/${String(clone.snapshot_id)}`)).toMatchObject({ body: { name: 'before-upgrade' } })

  // Its origin, by the link back; it cannot be deleted while the clone exists, nor can the snapshot.
  await page.getByRole('link', { name: 'oracle', exact: true }).click()
  await expect(page.getByRole('link', { name: 'oracle-test' })).toBeVisible()
  await page.getByRole('button', { name: 'Actions', exact: true }).click()
  const reason = 'Volume oracle cannot be deleted: its snapshot before-upgrade has clones. Delete the clones first.'
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toContainText(reason)
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toHaveAttribute('aria-disabled', 'true')
  await page.goto('/volumes')
  await expect(
    page.getByRole('row', { name: /oracle-test/ }).getByRole('link', { name: 'oracle', exact: true }),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Actions of oracle on vault' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(dialog).toContainText(reason)
  await expect(dialog.getByRole('button', { name: 'Delete' })).toBeDisabled()

  // The clone first, then a snapshot alone.
  await dialog.getByRole('link', { name: 'oracle-test' }).click()
  await page.getByRole('tab', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Delete' }).click()
  await field(page, 'Type the name').fill('oracle-test')
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(page).toHaveURL(/\/volumes\?/)
  expect((await api.get(`/volume/${String(clone.id)}`)).status).toBe(404)
  await page.getByRole('link', { name: 'oracle', exact: true }).click()
  await page.getByRole('tab', { name: 'Snapshots' }).click()
  await page.getByRole('button', { name: 'Actions of before-upgrade' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await field(page, 'Type the name').fill('before-upgrade')
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByRole('row', { name: /before-upgrade/ })).toHaveCount(0)
  expect((await api.get(`/volume/${id}/snapshot`)).body.snapshots).toHaveLength(1)
})
