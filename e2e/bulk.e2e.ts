import { text } from 'node:stream/consumers'
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { makeVolume, withPool } from './verbs.ts'

test('volumes chosen by keys get snapshots together; deleted together, a clone goes before its origin', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { api, poolId } = await withPool(admin, appliance)
  const id = await makeVolume(api, { name: 'a-origin', volume_type: 'filesystem', pool_id: poolId })
  await api.post(`/volume/${id}/share`, { share_type: 'nfs', share_options: { allowed_hosts: ['all'] } })
  await makeVolume(api, { name: 'b-image', volume_type: 'filebackedlun', parent_id: id, parent_path: 'b.img' })
  await makeVolume(api, { name: 'c-plain', volume_type: 'filesystem', pool_id: poolId })
  const { keyboard } = page
  const bar = page.getByRole('region', { name: 'Selected volumes' })
  const dialog = page.getByRole('dialog')
  await page.goto('/volumes')
  // Made behind the console's back, they come to its list within some seconds.
  await expect(page.getByRole('checkbox', { name: 'Select c-plain on vault' })).toBeVisible()
  await page.getByRole('checkbox', { name: 'Select a-origin on vault' }).focus()
  for (const key of ['Space', 'ArrowDown', 'Space', 'ArrowDown', 'Space']) await keyboard.press(key)
  await expect(bar).toContainText('3 selected')
  await expect(bar).toContainText('Create snapshots: not for 1 of 3. A filebackedlun has no snapshots of its own')
  await expect(bar).toContainText('Create shares: not for 2 of 3. Volume a-origin has a share already.')
  await bar.getByRole('button', { name: 'Create snapshots' }).click()
  await expect(dialog).toContainText('1 is left out')
  await page.getByRole('textbox', { name: 'Name of each snapshot' }).fill('before')
  await expect(dialog.getByRole('list', { name: 'Calls' }).getByRole('listitem')).toHaveCount(2)
  await dialog.getByRole('button', { name: 'API', exact: true }).click()
  await expect(dialog.getByRole('region', { name: 'API: Create snapshot' })).toContainText('Called 2 times')
  await page.getByRole('textbox', { name: 'Name of each snapshot' }).focus()
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Snapshots of 2 volumes' })).toBeVisible()
  await expect(async () => expect((await api.get('/snapshot')).body).toMatchObject({ total: 2 })).toPass()

  const [snapshot] = (await api.get(`/volume/${id}/snapshot`)).body.snapshots as { id: string }[]
  await page.goto('/volumes?q=-')
  await page.getByRole('button', { name: 'Actions of a-origin on vault' }).click()
  await page.getByRole('menuitem', { name: 'Replicate' }).click()
  await expect(page.getByRole('checkbox', { name: 'a-origin' })).toBeChecked()
  await page.goto('/volumes?q=-')
  await page.getByRole('checkbox', { name: 'Select a-origin on vault' }).check()
  await api.post('/volume', { name: 'd-clone', snapshot_id: snapshot?.id })
  // What is chosen stays when rows come, and goes when others are shown.
  await page.getByRole('checkbox', { name: 'Select d-clone on vault' }).waitFor()
  await expect(bar).toContainText('1 selected')
  await bar.getByRole('button', { name: 'Delete' }).click()
  await expect(dialog).toContainText('a-origin cannot be deleted: its snapshot before has clones.')
  await keyboard.press('Escape')
  await expect(bar.getByRole('link', { name: 'Replicate' })).toHaveAttribute('href', new RegExp(`&volume=${id}$`))
  await page.getByLabel('Filter volumes').fill('d-')
  await expect(bar).toBeHidden()
  await page.getByLabel('Filter volumes').fill('-')
  // On a phone rows are cards: what chooses and sorts them stands above, and the bar says there too why not.
  await page.setViewportSize({ width: 390, height: 844 })
  const all = page.getByRole('checkbox', { name: 'Select all volumes on this page' })
  await all.check()
  await expect(bar.getByText(/^Create snapshots: not for 1 of 4/)).toBeVisible()
  await bar.getByRole('button', { name: 'Clear selection' }).click()
  await expect(all).toBeFocused()
  await page.getByRole('button', { name: 'Sort', exact: true }).press('Enter')
  await page.getByRole('option', { name: 'Name' }).press('Enter')
  await page.getByRole('button', { name: 'Sort in descending order' }).click()
  await expect(page.getByRole('row').first()).toContainText('d-clone')
  await page.getByRole('button', { name: 'Sort in ascending order' }).click()
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByRole('checkbox', { name: 'Select c-plain on vault' }).check()
  await bar.getByRole('button', { name: 'Select all 4 that match' }).click()
  await bar.getByRole('button', { name: 'Delete' }).click()
  for (const line of ['2 snapshots', '1 share: its clients lose access']) await expect(dialog).toContainText(line)
  const calls = await dialog.getByRole('list', { name: 'Calls' }).getByRole('listitem').allTextContents()
  expect(calls).toHaveLength(4)
  expect(calls.at(2)).toContain(`/api/volume/${id}`)
  await expect(dialog.getByRole('button', { name: 'Delete' })).toBeDisabled()
  await page.getByRole('textbox', { name: 'Type this to confirm' }).fill('delete 4 volumes')
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Delete 4 volumes' })).toBeVisible()
  await expect(async () => expect((await api.get('/volume')).body).toMatchObject({ total: 0 })).toPass()
  // What is gone has its name still, where it was deleted.
  for (const name of ['a-origin', 'b-image', 'c-plain', 'd-clone'])
    await expect(page.getByRole('table', { name: 'Steps' }).getByText(name, { exact: true })).toBeVisible()
})

test('luns are mapped to a host together, filesystems shared; hosts and shares are deleted together, and the volumes stay', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { api, poolId } = await withPool(admin, appliance)
  const luns = { volume_type: 'lun', pool_id: poolId, size_total: '1073741824' }
  await makeVolume(api, { ...luns, name: 'disk-1' })
  await makeVolume(api, { ...luns, name: 'disk-2' })
  const files: string[] = []
  for (const name of ['files-1', 'files-2'])
    files.push(await makeVolume(api, { name, volume_type: 'filesystem', pool_id: poolId }))
  for (const name of ['esx-1', 'esx-2']) await api.post('/host', { name, iqns: [`iqn.1998-01.com.vmware:${name}`] })
  const dialog = page.getByRole('dialog')
  /** Chooses all rows of a list, and what is to be done with them. */
  const choose = async (list: string, count: number, action: string) => {
    await page.getByText(`${count} in all`).waitFor()
    await page.getByRole('checkbox', { name: `Select all ${list} on this page` }).check()
    await page
      .getByRole('region', { name: `Selected ${list}` })
      .getByRole('button', { name: action })
      .click()
  }
  await page.goto('/volumes?q=disk')
  await page.getByRole('link', { name: 'disk-2' }).waitFor()
  await page.getByRole('checkbox', { name: 'Select all volumes on this page' }).check()
  await page.getByRole('region', { name: 'Selected volumes' }).getByRole('button', { name: 'Map to hosts' }).click()
  await dialog.getByRole('checkbox', { name: 'esx-1' }).check()
  await dialog.getByRole('button', { name: 'Map', exact: true }).click()
  await expect(page.getByText('2 of 2 done')).toBeVisible()
  await page.goto('/volumes')
  await choose('volumes', 4, 'Create shares')
  await expect(dialog).toContainText('disk-1 on vault: Only a filesystem can be shared; disk-1 is a lun.')
  const share = dialog.getByRole('button', { name: 'Share', exact: true })
  const allowed = dialog.getByRole('textbox', { name: 'Allowed hosts' })
  await allowed.fill('10.0.0.300')
  await expect(dialog).toContainText('10.0.0.300 is neither a hostname')
  await expect(share).toBeDisabled()
  await allowed.fill('10.0.0.0/8')
  await expect(dialog.getByRole('list', { name: 'Calls' }).getByRole('listitem')).toHaveCount(2)
  await share.click()
  await expect(page.getByRole('heading', { level: 1, name: 'Share 2 filesystems by NFS' })).toBeVisible()
  await expect(page.getByText('2 of 2 done')).toBeVisible()
  for (const id of files) {
    const { body: volume } = await api.get(`/volume/${id}`)
    expect((await api.get(`/share/${String(volume.share_id)}`)).body).toMatchObject({
      vol_id: id,
      share_type: 'nfs',
      share_options: { read_only: false, allowed_hosts: ['10.0.0.0/8'] },
    })
  }
  for (const [list, lost] of [
    ['hosts', '2 mappings: their hosts see the volumes no more'],
    ['shares', '1 client or subnet'],
  ] as const) {
    await page.goto(`/${list}`)
    await choose(list, 2, 'Delete')
    await expect(dialog).toContainText(lost)
    await expect(dialog).toContainText('The volumes and everything in them stay.')
    await page.getByRole('textbox', { name: 'Type this to confirm' }).fill(`delete 2 ${list}`)
    await dialog.getByRole('button', { name: 'Delete' }).click()
    await expect(page.getByText('2 of 2 done')).toBeVisible()
    expect((await api.get(`/${list.slice(0, -1)}`)).body).toMatchObject({ [list]: [] })
  }
  expect((await api.get('/volume')).body).toMatchObject({ total: 4 })
})

test('a list is taken along as it is filtered and sorted', async ({ adminPage: page, admin, appliance }) => {
  const { api, poolId } = await withPool(admin, appliance)
  for (const name of ['vol-2', 'vol-10', 'other'])
    await makeVolume(api, { name, volume_type: 'lun', pool_id: poolId, size_total: '1073741824' })
  await page.goto('/volumes?q=vol&sort=-name')
  await page.getByRole('link', { name: 'vol-10' }).waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export as CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('volumes.csv')
  const lines = (await text(await download.createReadStream())).split('\r\n')
  expect(lines[0]).toContain('Name,Appliance,Kind,Pool,Used,Used (bytes),Size or limit,Size or limit (bytes),Clone')
  expect(lines[1]).toContain(',1 GiB,1073741824,no,')
  expect(lines.slice(1).map((line) => line.split(',').slice(0, 4).join(' '))).toEqual([
    'vol-10 vault lun backup',
    'vol-2 vault lun backup',
  ])
})

test('everything is found by keys: an object, a page, an action; and the keys are told', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { api, applianceId, poolId } = await withPool(admin, appliance)
  const id = await makeVolume(api, { name: 'oracle-prod', volume_type: 'filesystem', pool_id: poolId })
  await api.post('/host', { name: 'db-server', iqns: ['iqn.1988-12.com.oracle:dev47'] })
  const { keyboard } = page
  await page.goto('/hosts')
  await page.getByRole('link', { name: 'db-server' }).waitFor()
  await keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('search objects, pages and actions')
  await keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  // Space chooses a row from anywhere in it; Enter on its box opens it.
  await page.getByRole('link', { name: 'db-server' }).press('Space')
  await expect(page.getByRole('region', { name: 'Selected hosts' })).toContainText('1 selected')
  await page.getByRole('checkbox', { name: 'Select db-server on vault' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'db-server' })).toBeVisible()

  const options = page.getByRole('listbox', { name: 'Found' }).getByRole('option')
  const field = page.getByRole('combobox', { name: 'Search objects, pages and actions' })
  await keyboard.press('/')
  await expect(field).toBeFocused()
  await keyboard.type('dev47')
  await expect(options).toHaveText(['db-serverhost on vault, iqns iqn.1988-12.com.oracle:dev47'])
  await keyboard.press('Escape')
  await keyboard.press('Control+k')
  await expect(field).toBeFocused()
  await keyboard.type('create pool on vau')
  await expect(options).toHaveText(['Create pool on vault'])
  await keyboard.press('Enter')
  await expect(page).toHaveURL(`/pools/create?appliance=${applianceId}`)
  // A LUN by the middle of its serial number, which no list has; a tab; and what is begun there.
  await api.post('/volume', { name: 'lun-9', volume_type: 'lun', pool_id: poolId, size_total: '1073741824' })
  const { serial } = (await api.get('/volume?name=lun-9')).body as { serial: string }
  await page.goto('/volumes')
  await page.getByRole('link', { name: 'lun-9' }).waitFor()
  const part = serial.slice(3, 15)
  await expect.poll(async () => (await admin.fleetSearch({ query: { q: part } })).items.length).toBe(1)
  await keyboard.press('Control+k')
  await field.fill(part)
  await expect(options).toHaveText([`lun-9volume on vault, serial ${serial}`])
  await field.fill('add person')
  await expect(options).toHaveText(['Add person'])
  await field.fill('people')
  await expect(options).toHaveText(['PeopleSettings'])
  await keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: 'People', selected: true })).toBeVisible()
  await page.goto('/volumes')
  await page.getByRole('link', { name: 'oracle-prod' }).waitFor()
  await keyboard.press('Control+k')
  await expect(field).toBeFocused()
  // Enter at once: what is found then is meant.
  await keyboard.type('oracle')
  await keyboard.press('Enter')
  await expect(page).toHaveURL(`/appliances/${applianceId}/volumes/${id}`)
})

test('a lun is taken from several hosts at once, and several luns from a host', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { api, applianceId, poolId } = await withPool(admin, appliance)
  const disk = (name: string) => ({ name, volume_type: 'lun', pool_id: poolId, size_total: '1073741824' })
  const [one, two, three] = [
    await makeVolume(api, disk('one')),
    await makeVolume(api, disk('two')),
    await makeVolume(api, disk('three')),
  ]
  const hosts: string[] = []
  for (const name of ['esx-01', 'esx-02', 'esx-03']) {
    const { body: host } = await api.post('/host', { name })
    await api.post(`/volume/${one}/map`, { host_id: String(host.id) })
    hosts.push(String(host.id))
  }
  const [first, , last] = hosts
  for (const volume of [two, three]) await api.post(`/volume/${volume}/map`, { host_id: last })
  await page.goto(`/appliances/${applianceId}/volumes/${one}?tab=access`)
  for (const name of ['esx-01', 'esx-02']) await page.getByRole('checkbox', { name: `Select ${name}` }).check()
  await page.getByRole('region', { name: 'Selected hosts' }).getByRole('button', { name: 'Unmap' }).click()
  const fromHosts = page.getByRole('dialog', { name: 'Unmap one from 2 hosts?' })
  await expect(fromHosts).toContainText('They lose the disk at once')
  await fromHosts.getByRole('button', { name: 'Unmap' }).click()
  await expect(page.getByText('2 of 2 done')).toBeVisible()
  expect((await api.get(`/volume/${one}`)).body.host_ids).toEqual([last])
  expect((await api.get(`/host/${String(first)}`)).body.mapped_luns).toEqual([])

  await page.goto(`/appliances/${applianceId}/hosts/${String(last)}`)
  for (const name of ['one', 'three']) await page.getByRole('checkbox', { name: `Select ${name}` }).check()
  await page.getByRole('region', { name: 'Selected LUNs' }).getByRole('button', { name: 'Unmap' }).click()
  const fromHost = page.getByRole('dialog', { name: 'Unmap 2 volumes from esx-03?' })
  await expect(fromHost).toContainText('The host loses these disks at once')
  await fromHost.getByRole('button', { name: 'Unmap' }).click()
  await expect(page.getByText('2 of 2 done')).toBeVisible()
  expect((await api.get(`/host/${String(last)}`)).body.mapped_luns).toMatchObject([{ vol_id: two }])
})
