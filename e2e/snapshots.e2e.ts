import { expect, type Page } from '@playwright/test'
import { test } from './fixtures.ts'
import { logInAsViewer, makeVolume, next, sideways, tabTo, withPool } from './verbs.ts'

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
  // The calendar: by keys to yesterday, which has none, and back to today.
  const today = page.getByRole('button', { name: /: 2 snapshots$/ })
  await today.press('ArrowUp')
  await page.keyboard.press('ArrowDown')
  await expect(today).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Only those of/)).toBeVisible()
  await page.getByRole('button', { name: 'Show all 2' }).click()

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
  await page.getByRole('button', { name: 'Clones of oracle-test' }).click()
  await expect(page.getByText('No clones of its own.')).toBeVisible()
  await page.getByRole('button', { name: 'Actions', exact: true }).click()
  const reason = 'Volume oracle cannot be deleted: its snapshot before-upgrade has clones. Delete the clones first.'
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toContainText(reason)
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toHaveAttribute('aria-disabled', 'true')
  await page.goto('/volumes')
  await expect(
    page.getByRole('row', { name: /oracle-test/ }).getByRole('link', { name: 'oracle', exact: true }),
  ).toBeVisible()
  // The list's menus know it as the pages do, those of the volume and of its snapshot; and so does the dialog.
  const deletion = page.getByRole('menuitem', { name: /^Delete/ })
  await page.getByRole('button', { name: 'Actions of oracle on vault' }).click()
  await expect(deletion).toContainText(reason)
  await expect(deletion).toHaveAttribute('aria-disabled', 'true')
  await page.goto('/snapshots')
  await page.getByRole('button', { name: 'Actions of before-upgrade on vault' }).click()
  await expect(deletion).toContainText('Snapshot before-upgrade has clones: oracle-test. Delete them first.')
  await expect(deletion).toHaveAttribute('aria-disabled', 'true')
  await page.goto(`/volumes?do=delete&on=${applianceId}/${id}`)
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
  // Beneath an open dialog nobody sees rows.
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('row', { name: /before-upgrade/ })).toHaveCount(0)
  expect((await api.get(`/volume/${id}/snapshot`)).body.snapshots).toHaveLength(1)
})

test('a snapshot from the list of the fleet, with a choice of volume; what the appliance refuses stands at the name', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { api, applianceId, poolId } = await withPool(admin, appliance)
  const id = await makeVolume(api, { name: 'oracle', volume_type: 'filesystem', pool_id: poolId })
  await makeVolume(api, { name: 'image', volume_type: 'filebackedlun', parent_id: id, parent_path: 'a.img' })
  await page.goto('/snapshots')
  await expect(page.getByRole('heading', { name: 'No snapshot yet' })).toBeVisible()
  await page.getByRole('button', { name: 'Create snapshot' }).last().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Create snapshot' }).click()
  await expect(dialog.getByText('Choose an appliance.')).toBeVisible()
  await dialog.getByRole('combobox', { name: 'Appliance' }).selectOption('vault')
  const volume = dialog.getByRole('combobox', { name: 'Volume' })
  await expect(
    volume.getByRole('option', { name: 'image: A filebackedlun has no snapshots of its own' }),
  ).toBeDisabled()
  await volume.selectOption('oracle')
  await field(page, 'Name').fill('monday')
  await api.post(`/volume/${id}/snapshot`, { name: 'monday' })
  await dialog.getByRole('button', { name: 'Create snapshot' }).click()
  await expect(dialog.getByText('The volume has a snapshot with the name monday already.')).toBeVisible()
  await expect(field(page, 'Name')).toHaveValue('monday')
  await expect(volume).toHaveValue(id)
  await field(page, 'Name').fill('tuesday')
  await dialog.getByRole('button', { name: 'Create snapshot' }).click()
  await expect(dialog).toBeHidden()

  const { body: list } = await api.get(`/volume/${id}/snapshot`)
  const snapshots = list.snapshots as { id: string; name: string }[]
  expect(snapshots.map(({ name }) => name).sort()).toEqual(['monday', 'tuesday'])
  const tuesday = snapshots.find(({ name }) => name === 'tuesday')?.id ?? ''
  await page.getByRole('table', { name: 'Snapshots' }).getByRole('link', { name: 'tuesday' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'tuesday' })).toBeVisible()
  const { body: wire } = await api.get(`/snapshot/${tuesday}`)
  await expect(page.getByText(String(wire.version_id))).toBeVisible()
  await expect(page.getByRole('link', { name: 'oracle' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'backup' })).toBeVisible()

  // A clone made meanwhile keeps it, and is named.
  await page.goto(`/appliances/${applianceId}/snapshots/${tuesday}?do=delete`)
  await field(page, 'Type the name').fill('tuesday')
  await api.post('/volume', { name: 'oracle-test', snapshot_id: tuesday })
  const words = dialog.getByText('Snapshot tuesday has clones: oracle-test. Delete them first.')
  // Or the page hears of the clone by itself before the button is pressed, which leads to the same words.
  await expect(async () => {
    if (!(await words.isVisible())) await dialog.getByRole('button', { name: 'Delete' }).click({ timeout: 1000 })
    await expect(words).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 60_000 })
  await page.reload()
  await expect(dialog.getByRole('link', { name: 'oracle-test' })).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Delete' })).toBeDisabled()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('link', { name: 'oracle-test' })).toBeVisible()
  await page.getByRole('button', { name: 'Actions', exact: true }).click()
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toContainText('has clones: oracle-test')

  // From the list, which stays as it is filtered.
  await page.goto('/snapshots?q=monday')
  await page.getByRole('button', { name: 'Actions of monday on vault' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(dialog).toContainText('the state of oracle that it keeps')
  await field(page, 'Type the name').fill('monday')
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(dialog).toBeHidden()
  await expect(page).toHaveURL('/snapshots?q=monday')
  expect((await api.get(`/volume/${id}/snapshot`)).body).toMatchObject({ total: 1, snapshots: [{ name: 'tuesday' }] })
})

test('a snapshot made with the keyboard alone; a viewer may look at it', async ({
  adminPage: page,
  browser,
  server,
  admin,
  appliance,
}) => {
  const { api, applianceId, poolId } = await withPool(admin, appliance)
  const id = await makeVolume(api, { name: `v-${'x'.repeat(98)}`, volume_type: 'filesystem', pool_id: poolId })
  const { keyboard } = page
  await page.goto(`/snapshots?appliance=${applianceId}`)
  await tabTo(page, 'button', 'Create snapshot')
  await keyboard.press('Enter')
  const volume = page.getByRole('combobox', { name: 'Volume' })
  await expect(volume).toBeFocused()
  await expect(volume.getByRole('option', { name: /^v-x/ })).toBeAttached()
  await keyboard.type('v-')
  await expect(volume).toHaveValue(id)
  await keyboard.press('Tab')
  const name = 's'.repeat(100)
  await keyboard.type(name)
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  const { body: list } = await api.get(`/volume/${id}/snapshot`)
  expect(list).toMatchObject({ total: 1, snapshots: [{ name }] })

  const at = `/appliances/${applianceId}/snapshots/${(list.snapshots as { id: string }[])[0]?.id ?? ''}`
  await page.setViewportSize({ width: 390, height: 844 })
  for (const path of ['/snapshots', at, `${at}?do=delete`]) {
    await page.goto(path)
    await expect(page.getByText(name).last()).toBeVisible()
    expect(await sideways(page), path).toBeLessThanOrEqual(0)
  }

  const other = await browser.newPage({ baseURL: server.url })
  await logInAsViewer(other, admin)
  await other.goto(at)
  await other.getByRole('button', { name: 'Actions', exact: true }).click()
  const reason = 'This needs the role operator; you are viewer.'
  await expect(other.getByRole('menuitem', { name: 'Clone' })).toContainText(reason)
  await expect(other.getByRole('menuitem', { name: 'Delete' })).toContainText(reason)
  await other.close()
})
