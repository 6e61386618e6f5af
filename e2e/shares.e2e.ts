import { expect, type Page } from '@playwright/test'
import { test } from './fixtures.ts'
import { makeVolume, next, sendOrHear, tabTo, withPool } from './verbs.ts'

const step = (page: Page, name: string) => expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
const hosts = (page: Page) => page.getByRole('textbox', { name: 'Allowed hosts' })
const title = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()

test('a filesystem is shared by NFS: hosts checked as they are typed, and the line that mounts it', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { api, poolId } = await withPool(admin, appliance)
  const id = await makeVolume(api, { name: 'documents', volume_type: 'filesystem', pool_id: poolId })
  const shared = await makeVolume(api, { name: 'shared', volume_type: 'filesystem', pool_id: poolId })
  await makeVolume(api, { name: 'disk', volume_type: 'lun', pool_id: poolId, size_total: '1073741824' })
  await page.goto('/shares')
  await expect(page.getByRole('heading', { name: 'No share yet' })).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Create share' }).last().click()

  await next(page)
  await expect(page.getByText('Choose an appliance.')).toBeVisible()
  await page.getByRole('combobox', { name: 'Appliance' }).selectOption('vault')
  await api.post(`/volume/${shared}/share`, { share_type: 'smb' })
  await page.reload()
  await page.getByRole('combobox', { name: 'Appliance' }).selectOption('vault')
  const filesystem = page.getByRole('combobox', { name: 'Filesystem' })
  await expect(filesystem.getByRole('option')).toHaveText([
    'Choose a filesystem',
    'documents',
    'shared: shared already',
  ])
  await expect(filesystem.getByRole('option', { name: 'shared already' })).toBeDisabled()
  await filesystem.selectOption('documents')
  await next(page)

  await step(page, 'Who may reach it?')
  await expect(hosts(page)).toBeFocused()
  await expect(page.getByText('Nobody can reach this share while the list is empty.')).toBeVisible()
  await hosts(page).fill('10.0.0.300')
  await expect(page.getByText('10.0.0.300 is neither a hostname (host.domain.com), an address')).toBeVisible()
  await next(page)
  await step(page, 'Who may reach it?')
  await hosts(page).fill('all')
  await expect(page.getByText('Everybody on the network can reach this share.')).toBeVisible()
  await hosts(page).fill('10.20.0.0/16\nmedia.example.com')
  await expect(page.getByText('2 entries: only these can reach it.')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Read only' }).check()
  await next(page)

  await step(page, 'Review')
  await expect(page.getByRole('list', { name: 'Calls' })).toContainText(`/volume/${id}/share`)
  await page.getByRole('button', { name: 'Create share' }).click()
  await title(page, '/data/documents')
  await expect(page.getByText('mount -t nfs 127.0.0.1:/data/documents /mnt/documents')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Allowed hosts' }).getByRole('listitem')).toHaveText([
    '10.20.0.0/16',
    'media.example.com',
  ])
  const { body: volume } = await api.get(`/volume/${id}`)
  expect((await api.get(`/share/${String(volume.share_id)}`)).body).toMatchObject({
    name: '/data/documents',
    vol_id: id,
    share_type: 'nfs',
    share_options: { read_only: true, allowed_hosts: ['10.20.0.0/16', 'media.example.com'] },
  })

  // To its volume and back.
  await page.getByRole('link', { name: 'documents', exact: true }).click()
  await title(page, 'documents')
  await page.getByRole('button', { name: 'Actions', exact: true }).click()
  await expect(page.getByRole('menuitem', { name: 'Create share' })).toContainText('has a share already')
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: '/data/documents' }).click()
  await title(page, '/data/documents')
})

test('from a filesystem to its SMB share, which becomes an NFS share, and is deleted from there', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { api, applianceId, poolId } = await withPool(admin, appliance)
  const id = await makeVolume(api, { name: 'home', volume_type: 'filesystem', pool_id: poolId })
  await page.goto(`/appliances/${applianceId}/volumes/${id}?tab=access`)
  await expect(page.getByRole('heading', { name: 'Not shared' })).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Create share' }).click()
  await expect(page.getByRole('combobox', { name: 'Filesystem' })).toContainText('home')
  await page.getByRole('radio', { name: /^SMB/ }).check()
  await next(page)
  await step(page, 'Review')
  await page.getByRole('button', { name: 'Create share' }).click()
  await title(page, 'backup_home')
  await expect(page.getByText('\\\\127.0.0.1\\backup_home')).toBeVisible()
  const share = String((await api.get(`/volume/${id}`)).body.share_id)
  expect((await api.get(`/share/${share}`)).body).toMatchObject({ share_type: 'smb', share_options: null })

  await page.getByRole('button', { name: 'Actions', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /^NFS/ }).check()
  await expect(dialog.getByText('Clients lose the SMB share at once')).toBeVisible()
  await hosts(page).fill('all')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await title(page, '/data/home')
  await expect(page.getByText('all: everybody')).toBeVisible()
  expect((await api.get(`/share/${share}`)).body).toMatchObject({
    name: '/data/home',
    share_type: 'nfs',
    share_options: { read_only: false, allowed_hosts: ['all'] },
  })

  await page.getByRole('link', { name: 'home', exact: true }).click()
  await page.getByRole('button', { name: 'Delete share' }).click()
  await expect(dialog).toContainText('Every client loses access at once.')
  await expect(dialog.getByRole('button', { name: 'Delete' })).toBeDisabled()
  await dialog.getByRole('textbox').fill('/data/home')
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByRole('heading', { name: 'Not shared' })).toBeVisible()
  expect((await api.get('/share')).body).toMatchObject({ total: 0 })
  expect((await api.get(`/volume/${id}`)).body).toMatchObject({ name: 'home', share_id: null })
})

test('a share that somebody else changed meanwhile is not overwritten unseen', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { api, applianceId, poolId } = await withPool(admin, appliance)
  const id = await makeVolume(api, { name: 'documents', volume_type: 'filesystem', pool_id: poolId })
  const nfs = (...allowed_hosts: string[]) => ({
    share_type: 'nfs',
    share_options: { read_only: false, allowed_hosts },
  })
  const { body: share } = await api.post(`/volume/${id}/share`, nfs('one.example.com'))
  await page.goto(`/appliances/${applianceId}/shares/${String(share.id)}?do=edit`)
  const dialog = page.getByRole('dialog')
  await expect(hosts(page)).toBeFocused()
  await expect(hosts(page)).toHaveValue('one.example.com')
  await hosts(page).fill('one.example.com\ntwo.example.com')

  await api.put(`/volume/${id}/share`, nfs('one.example.com', 'three.example.com'))
  await sendOrHear(dialog, 'Save')
  await expect(dialog.getByText('This share was changed since you opened it')).toBeVisible()
  await expect(dialog).toContainText('Allowed hosts: one.example.com, three.example.com instead of one.example.com')
  await expect(hosts(page)).toHaveValue('one.example.com\ntwo.example.com')
  const allowed = async () => (await api.get(`/share/${String(share.id)}`)).body.share_options
  expect(await allowed()).toMatchObject({ allowed_hosts: ['one.example.com', 'three.example.com'] })

  await hosts(page).fill('one.example.com\ntwo.example.com\nthree.example.com')
  await dialog.getByRole('button', { name: 'Save anyway' }).click()
  await expect(dialog).toBeHidden()
  expect(await allowed()).toMatchObject({ allowed_hosts: ['one.example.com', 'two.example.com', 'three.example.com'] })
})

test('a share is deleted from the list: it says who loses access, and the filter stays', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { api, poolId } = await withPool(admin, appliance)
  for (const name of ['finance', 'archive']) {
    const id = await makeVolume(api, { name, volume_type: 'filesystem', pool_id: poolId })
    await api.post(`/volume/${id}/share`, {
      share_type: 'nfs',
      share_options: { allowed_hosts: ['10.0.0.0/8', 'media.example.com'] },
    })
  }
  await page.goto('/shares?q=data&sort=-name')
  const rows = page.getByRole('table', { name: 'Shares' }).getByRole('row')
  await expect(rows).toContainText(['Name for clients', '/data/finance', '/data/archive'])
  await page.getByRole('button', { name: 'Actions of /data/finance on vault' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete share /data/finance?' })
  await expect(dialog.getByRole('listitem')).toHaveText(['10.0.0.0/8', 'media.example.com'])
  await expect(dialog).toContainText('The volume and everything in it stay.')
  await dialog.getByRole('textbox').fill('/data/archive')
  await expect(dialog.getByRole('button', { name: 'Delete' })).toBeDisabled()
  await dialog.getByRole('textbox').fill('/data/finance')
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(dialog).toBeHidden()
  await expect(page).toHaveURL('/shares?q=data&sort=-name')
  await expect(rows).toHaveCount(2)
  expect((await api.get('/share')).body).toMatchObject({ total: 1, shares: [{ name: '/data/archive' }] })
})

test('a share made with the keyboard alone', async ({ adminPage: page, admin, appliance }) => {
  const { api, applianceId, poolId } = await withPool(admin, appliance)
  const id = await makeVolume(api, { name: 'documents', volume_type: 'filesystem', pool_id: poolId })
  const { keyboard } = page
  await page.goto(`/shares?appliance=${applianceId}`)
  await tabTo(page, 'link', 'Create share')
  await keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Appliance' })).toBeFocused()
  await tabTo(page, 'combobox', 'Filesystem')
  await keyboard.type('doc')
  await expect(page.getByRole('combobox', { name: 'Filesystem' })).toHaveValue(id)
  await tabTo(page, 'radio', /^NFS/)
  await tabTo(page, 'button', 'Next')
  await keyboard.press('Enter')
  await expect(hosts(page)).toBeFocused()
  await keyboard.type('all')
  await tabTo(page, 'button', 'Next')
  await keyboard.press('Enter')
  await step(page, 'Review')
  await tabTo(page, 'button', 'Create share')
  await keyboard.press('Enter')
  await title(page, '/data/documents')
  expect((await api.get('/share')).body).toMatchObject({ total: 1, shares: [{ vol_id: id }] })
})
