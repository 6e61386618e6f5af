import { expect, type Page } from '@playwright/test'
import { test } from './fixtures.ts'
import { makeVolume, next, sendOrHear, tabTo, withPool } from './verbs.ts'

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })
const title = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()
const step = (page: Page, name: string) => expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
const iqn = (name: string) => `iqn.1998-01.com.vmware:${name}`
const lun = (name: string, pool_id: string) => ({ name, volume_type: 'lun', pool_id, size_total: '1073741824' })

test('a host is made, gets an initiator, and is renamed', async ({ adminPage: page, admin, appliance }) => {
  const { api } = await withPool(admin, appliance)
  await api.post('/host', { name: 'esx-00', iqns: [iqn('esx-00')] })
  await page.goto('/hosts')
  await expect(page.getByRole('link', { name: 'esx-00' })).toBeVisible()
  await page.getByRole('button', { name: 'Create host' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('combobox', { name: 'Appliance' })).toBeFocused()
  // Its hosts come later than the name is typed.
  appliance.freeze()
  await dialog.getByRole('combobox', { name: 'Appliance' }).selectOption('vault')
  await field(page, 'Name').fill('esx 01')
  await expect(dialog.getByText('A host’s name starts with a letter or digit')).toBeVisible()
  await field(page, 'Name').fill('esx-00')
  await expect(dialog.getByText('A host’s name starts with a letter or digit')).toBeHidden()
  appliance.thaw()
  await expect(dialog.getByText('A host with the name esx-00 exists already.')).toBeVisible()
  await field(page, 'Name').fill('esx-01')
  await field(page, 'Initiators').fill('esx-01.example.com')
  await expect(dialog.getByText("esx-01.example.com is not an initiator's name")).toBeVisible()
  await field(page, 'Initiators').fill(iqn('esx-00'))
  await expect(dialog.getByText('An initiator in the list belongs to host esx-00 already.')).toBeVisible()
  await field(page, 'Initiators').fill('')
  await dialog.getByRole('button', { name: 'Create host' }).click()

  await title(page, 'esx-01')
  await expect(page.getByText('none: it cannot see its LUNs')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'No volume is mapped to this host' })).toBeVisible()
  const { body: made } = await api.get('/host?name=esx-01')
  expect(made).toMatchObject({ iqns: [], mapped_luns: [] })

  await page.getByRole('button', { name: 'Actions', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  await expect(field(page, 'Name')).toBeFocused()
  await field(page, 'Name').fill('esx-cluster')
  await field(page, 'Initiators').fill(`${iqn('esx-01')}\n${iqn('esx-02')}`)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await title(page, 'esx-cluster')
  await expect(page.getByText(iqn('esx-02'))).toBeVisible()
  expect((await api.get(`/host/${String(made.id)}`)).body).toMatchObject({
    name: 'esx-cluster',
    iqns: [iqn('esx-01'), iqn('esx-02')],
  })
})

test('volumes are mapped to a host, many by a plan and one from its own page, and unmapped from both sides', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { api, applianceId, poolId } = await withPool(admin, appliance)
  const { body: host } = await api.post('/host', { name: 'esx-01' })
  const id = String(host.id)
  const at = `/appliances/${applianceId}/hosts/${id}`
  const volumes: Record<string, string> = {}
  for (const name of ['one', 'two', 'three']) volumes[name] = await makeVolume(api, lun(name, poolId))
  await makeVolume(api, { name: 'files', volume_type: 'filesystem', pool_id: poolId })
  const mapped = async () =>
    ((await api.get(`/host/${id}`)).body.mapped_luns as { vol_id: string }[]).map(({ vol_id: volume }) => volume).sort()

  await page.goto(at)
  await page.getByRole('link', { name: 'Map volumes' }).click()
  await expect(page.getByText('It has no initiator yet, and cannot see its LUNs.')).toBeVisible()
  await next(page)
  await step(page, 'Which volumes does it see?')
  await next(page)
  await expect(page.getByText('Choose at least one volume.')).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'files' })).toHaveCount(0)
  await page.getByRole('checkbox', { name: 'one' }).check()
  await page.getByRole('checkbox', { name: 'two' }).check()
  await next(page)
  await expect(page.getByRole('list', { name: 'Calls' }).getByRole('listitem')).toHaveCount(2)
  await page.getByRole('button', { name: 'Map', exact: true }).click()
  await title(page, 'Map 2 volumes to esx-01')
  await expect(page.getByText('2 of 2 done')).toBeVisible()
  await expect.poll(mapped).toEqual([volumes['one'], volumes['two']])

  // Without an initiator it cannot see them, and the page says so.
  await page.goto(at)
  await expect(
    page.getByText('This host has no initiator: it cannot see the volumes that are mapped to it'),
  ).toBeVisible()
  const luns = page.getByRole('table', { name: 'LUNs' })
  await expect(luns.getByRole('row')).toHaveCount(3)

  // The third one, from the volume's side.
  await page.goto(`/appliances/${applianceId}/volumes/${String(volumes['three'])}?tab=access`)
  await expect(page.getByRole('heading', { name: 'Mapped to no host' })).toBeVisible()
  await page.getByRole('button', { name: 'Map to host' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Map' }).click()
  await expect(dialog.getByText('Choose a host.')).toBeVisible()
  await dialog.getByRole('combobox', { name: 'Host' }).selectOption('esx-01')
  await expect(dialog.getByText('This host has no initiator')).toBeVisible()
  await dialog.getByRole('button', { name: 'Map' }).click()
  await expect(page.getByText('esx-01 sees three as LUN 2')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Hosts' })).toContainText('esx-01')
  expect(await mapped()).toEqual(Object.values(volumes).sort())

  await page.getByRole('button', { name: 'Actions of esx-01' }).click()
  await page.getByRole('menuitem', { name: 'Unmap' }).click()
  await expect(dialog).toContainText('The host loses the disk at once')
  await dialog.getByRole('button', { name: 'Unmap' }).click()
  await expect(page.getByRole('heading', { name: 'Mapped to no host' })).toBeVisible()
  expect(await mapped()).toEqual([volumes['one'], volumes['two']])

  await page.goto(at)
  await luns.getByRole('link', { name: 'one' }).click()
  await title(page, 'one')
  await page.goBack()
  await page.getByRole('button', { name: 'Actions of one' }).click()
  await page.getByRole('menuitem', { name: 'Unmap' }).click()
  await page.getByRole('dialog', { name: 'Unmap one from esx-01?' }).getByRole('button', { name: 'Unmap' }).click()
  await expect(luns.getByRole('row')).toHaveCount(2)
  expect(await mapped()).toEqual([volumes['two']])
})

test('a host that somebody else changed meanwhile is not overwritten unseen', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { api, applianceId } = await withPool(admin, appliance)
  const { body: host } = await api.post('/host', { name: 'esx-01', iqns: [iqn('one')] })
  const id = String(host.id)
  await page.goto(`/appliances/${applianceId}/hosts/${id}?do=edit`)
  const dialog = page.getByRole('dialog')
  await field(page, 'Initiators').fill(`${iqn('one')}\n${iqn('two')}`)
  await api.put(`/host/${id}`, { iqns: [iqn('one'), iqn('three')] })
  await sendOrHear(dialog, 'Save')
  await expect(dialog.getByText('This host was changed since you opened it')).toBeVisible()
  await expect(dialog).toContainText(`Initiators: ${iqn('one')}, ${iqn('three')} instead of ${iqn('one')}`)
  await expect(field(page, 'Initiators')).toHaveValue(`${iqn('one')}\n${iqn('two')}`)
  expect((await api.get(`/host/${id}`)).body).toMatchObject({ iqns: [iqn('one'), iqn('three')] })
  await dialog.getByRole('button', { name: 'Save anyway' }).click()
  await expect(dialog).toBeHidden()
  expect((await api.get(`/host/${id}`)).body).toMatchObject({ iqns: [iqn('one'), iqn('two')] })
})

test('deleting a host names the volumes that it loses, and wants its name; the volumes stay', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { api, applianceId, poolId } = await withPool(admin, appliance)
  const { body: host } = await api.post('/host', { name: 'esx-01', iqns: [iqn('esx-01')] })
  const id = String(host.id)
  const volume = await makeVolume(api, lun('disk', poolId))
  await api.post(`/volume/${volume}/map`, { host_id: id })
  await page.goto(`/appliances/${applianceId}/hosts/${id}`)
  await page.getByRole('button', { name: 'Actions', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete host esx-01?' })
  await expect(dialog).toContainText('its mapping of disk, which it sees no more')
  await expect(dialog.getByRole('button', { name: 'Delete' })).toBeDisabled()
  await dialog.getByRole('textbox').fill('esx-01')
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(page).toHaveURL(`/hosts?appliance=${applianceId}`)
  await expect(page.getByRole('heading', { name: 'No host yet' })).toBeVisible()
  expect((await api.get('/host')).body).toMatchObject({ hosts: [] })
  expect((await api.get(`/volume/${volume}`)).body).toMatchObject({ name: 'disk', host_ids: [] })
})

test('a host made with the keyboard alone', async ({ adminPage: page, admin, appliance }) => {
  const { api, applianceId } = await withPool(admin, appliance)
  const { keyboard } = page
  await page.goto(`/hosts?appliance=${applianceId}`)
  await tabTo(page, 'button', 'Create host')
  await keyboard.press('Enter')
  await expect(field(page, 'Name')).toBeFocused()
  await keyboard.type('esx-01')
  await keyboard.press('Tab')
  await keyboard.type(iqn('esx-01'))
  await tabTo(page, 'button', 'Create host')
  await keyboard.press('Enter')
  await title(page, 'esx-01')
  expect((await api.get('/host?name=esx-01')).body).toMatchObject({ iqns: [iqn('esx-01')] })
})
