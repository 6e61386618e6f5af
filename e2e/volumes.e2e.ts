import { expect, type Page } from '@playwright/test'
import { test } from './fixtures.ts'
import { addAppliance, initialise, makePartners, makeVolume, next, onToReview, tabTo, withPool } from './verbs.ts'

const TiB = 1024 ** 4

const step = (page: Page, name: string) => expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name })

/** As far as the details of a volume of a kind. */
async function upToDetails(page: Page, kind: 'filesystem' | 'lun' | 'filebackedlun'): Promise<void> {
  await page.goto('/volumes/create')
  await step(page, 'Where does it take its space from?')
  await next(page)
  await step(page, 'What is it for?')
  await page.getByRole('radio', { name: new RegExp(`^${kind} `) }).check()
  await next(page)
  await step(page, kind === 'filebackedlun' ? 'Name and file' : 'Name and size')
}

test('three kinds of volumes, made with the wizard, are on the appliance as another program sees it', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { api, poolId } = await withPool(admin, appliance)
  await page.goto('/volumes')
  await expect(page.getByRole('heading', { name: 'No volume yet' })).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Create volume' }).last().click()
  await expect(page.getByRole('radio', { name: 'backup on vault' })).toBeChecked()

  // A filebackedlun needs a filesystem first, and says so.
  await next(page)
  await expect(page.getByRole('radio', { name: /^filebackedlun The pool has no filesystem yet/ })).toBeDisabled()

  await upToDetails(page, 'filesystem')
  await field(page, 'Name').fill('documents')
  await page.getByRole('radio', { name: /^Limit / }).check()
  await field(page, 'Limit').fill('1.5 TiB')
  await expect(page.getByText('1,649,267,441,664 bytes')).toBeVisible()
  await onToReview(page)
  await expect(page.getByRole('list', { name: 'Calls' })).toContainText('"size_total": "1649267441664"')
  await page.getByRole('button', { name: 'Create volume' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'documents' })).toBeVisible()
  const { body: documents } = await api.get('/volume?name=documents')
  expect(documents).toMatchObject({ volume_type: 'filesystem', pool_id: poolId, size_total: String(1.5 * TiB) })
  await page.getByRole('tab', { name: 'History' }).click()
  await expect(page.getByText('Not enough history')).toBeVisible()
  const past = page.getByRole('table', { name: 'History of documents' })
  await expect(past.getByRole('cell', { name: '1.5 TiB' }).first()).toBeVisible()

  await upToDetails(page, 'lun')
  await field(page, 'Name').fill('exchange')
  await field(page, 'Size').fill('500G')
  await page.getByRole('combobox', { name: 'Block size' }).selectOption('4 KiB')
  await onToReview(page)
  await expect(page.getByRole('list', { name: 'Calls' })).toContainText('"size_block": "4096"')
  await page.getByRole('button', { name: 'Create volume' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'exchange' })).toBeVisible()
  const { body: exchange } = await api.get('/volume?name=exchange')
  expect(exchange).toMatchObject({ volume_type: 'lun', pool_id: poolId, size_total: String(500 * 1024 ** 3) })

  await upToDetails(page, 'filebackedlun')
  await field(page, 'Name').fill('image')
  await page.getByRole('combobox', { name: 'Parent volume' }).selectOption('documents')
  await field(page, 'Path of the backing file').fill('../image.img')
  await expect(page.getByText('The path is relative to the parent filesystem and stays inside it')).toBeVisible()
  await field(page, 'Path of the backing file').fill('images/image.img')
  await onToReview(page)
  await page.getByRole('button', { name: 'Create volume' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'image' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'documents' })).toBeVisible()
  const { body: image } = await api.get('/volume?name=image')
  expect(image).toMatchObject({
    volume_type: 'filebackedlun',
    parent_id: documents.id,
    parent_path: 'images/image.img',
    size_total: null,
  })

  await page.getByRole('navigation', { name: 'Console' }).getByRole('link', { name: 'Volumes' }).click()
  const rows = page.getByRole('table', { name: 'Volumes' }).getByRole('row')
  await expect(rows.filter({ hasText: 'documents' })).toContainText(/vault.*filesystem.*backup.*of 1.5 TiB/)
  await page.getByLabel('Filters of Volumes').getByRole('button', { name: 'Kind' }).click()
  await page.getByRole('menuitem', { name: 'lun 1', exact: true }).click()
  await expect(page).toHaveURL(/status=lun/)
  await expect(rows).toHaveCount(2)
  await expect(rows.last()).toContainText('exchange')
})

test('a name that was taken meanwhile: the appliance’s words stand at the name, and nothing typed is lost', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { api, poolId } = await withPool(admin, appliance)
  await upToDetails(page, 'lun')
  await field(page, 'Name').fill('first come')
  await expect(page.getByText('A volume’s name starts with a letter or digit')).toBeVisible()
  await field(page, 'Name').fill('sql-01')
  await field(page, 'Size').fill('5 PiB')
  await expect(page.getByText(/are more than pool backup has in all/)).toBeVisible()
  await next(page)
  await expect(field(page, 'Size')).toBeFocused()
  await field(page, 'Size').fill('2 TiB')
  await onToReview(page)
  await makeVolume(api, { name: 'sql-01', volume_type: 'filesystem', pool_id: poolId })
  await page.getByRole('button', { name: 'Create volume' }).click()

  await step(page, 'Name and size')
  const words = 'A volume with the name sql-01 exists already on this system. Choose another name.'
  await expect(page.getByText(words)).toHaveCount(1)
  await expect(field(page, 'Name')).toBeFocused()
  await expect(field(page, 'Name')).toHaveValue('sql-01')
  await expect(field(page, 'Size')).toHaveValue('2 TiB')

  await field(page, 'Name').fill('sql-02')
  await onToReview(page)
  await expect(page.getByText(words)).toHaveCount(0)
  await page.getByRole('button', { name: 'Create volume' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'sql-02' })).toBeVisible()
  expect((await api.get('/volume?name=sql-02')).body).toMatchObject({ size_total: String(2 * TiB) })
})

test('a pool that is gone meanwhile leads back to the choice of the pool', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { api, poolId } = await withPool(admin, appliance)
  await upToDetails(page, 'filesystem')
  await field(page, 'Name').fill('late')
  await onToReview(page)
  await api.delete(`/pool/${poolId}`)
  await page.getByRole('button', { name: 'Create volume' }).click()
  await expect(page.getByText(`No pool has the id ${poolId}.`)).toBeVisible()
})

test('a volume is renamed and resized; what the appliance refuses stands in the form', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { api, applianceId, poolId } = await withPool(admin, appliance)
  const files = await makeVolume(api, { name: 'files', volume_type: 'filesystem', pool_id: poolId })
  const disk = await makeVolume(api, { name: 'disk', volume_type: 'lun', pool_id: poolId, size_total: String(TiB) })
  const dialog = page.getByRole('dialog')

  await page.goto(`/appliances/${applianceId}/volumes/${files}?tab=settings`)
  await page.getByRole('button', { name: 'Rename' }).click()
  await expect(page).toHaveURL(/do=rename/)
  await field(page, 'Name').fill('archive')
  await makeVolume(api, { name: 'archive', volume_type: 'filesystem', pool_id: poolId })
  await dialog.getByRole('button', { name: 'Rename' }).click()
  await expect(dialog.getByText('A volume with the name archive exists already on this system.')).toHaveCount(1)
  await expect(field(page, 'Name')).toHaveValue('archive')
  await field(page, 'Name').fill('documents')
  await dialog.getByRole('button', { name: 'Rename' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'documents' })).toBeVisible()
  expect((await api.get(`/volume/${files}`)).body).toMatchObject({ name: 'documents', size_total: null })

  // A filesystem: a limit, a smaller one, none.
  for (const [text, bytes] of [
    ['3 TiB', 3 * TiB],
    ['2T', 2 * TiB],
  ] as const) {
    await page.getByRole('button', { name: 'Resize' }).click()
    await dialog.getByRole('radio', { name: /^Limit / }).check()
    await field(page, 'New limit').fill(text)
    await dialog.getByRole('button', { name: 'Resize' }).click()
    await expect(dialog).toBeHidden()
    expect((await api.get(`/volume/${files}`)).body).toMatchObject({ size_total: String(bytes) })
  }
  await page.getByRole('button', { name: 'Resize' }).click()
  await dialog.getByRole('radio', { name: /^No limit / }).check()
  await dialog.getByRole('button', { name: 'Resize' }).click()
  await expect(page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: 'No limit' })).toBeVisible()
  expect((await api.get(`/volume/${files}`)).body).toMatchObject({ size_total: null })

  // A lun: only larger, and never larger than the pool.
  await page.goto(`/appliances/${applianceId}/volumes/${disk}?do=resize`)
  await expect(field(page, 'New size')).toHaveValue('1 TiB')
  await field(page, 'New size').fill('512 GiB')
  await expect(dialog.getByText('A lun cannot shrink: what its clients wrote at the end would be lost.')).toBeVisible()
  await field(page, 'New size').fill('a lot')
  await expect(dialog.getByText('This is no size that can be used.')).toBeVisible()
  await field(page, 'New size').fill('5 PiB')
  await expect(dialog.getByText(/are more than pool backup has in all/)).toBeVisible()
  await field(page, 'New size').fill('1.5T')
  await dialog.getByRole('button', { name: 'Resize' }).click()
  await expect(dialog).toBeHidden()
  expect((await api.get(`/volume/${disk}`)).body).toMatchObject({ size_total: String(1.5 * TiB) })
})

test('deleting counts what goes with the volume, and wants its name; backing files keep it', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { api, applianceId, poolId } = await withPool(admin, appliance)
  const files = await makeVolume(api, { name: 'files', volume_type: 'filesystem', pool_id: poolId })
  const image = await makeVolume(api, {
    name: 'image',
    volume_type: 'filebackedlun',
    parent_id: files,
    parent_path: 'a.img',
  })
  const host = await api.post('/host', { name: 'esx-01', iqns: ['iqn.1998-01.com.vmware:esx-01'] })
  await api.post(`/volume/${image}/map`, { host_id: String(host.body.id) })
  await api.post(`/volume/${files}/snapshot`, { name: 'monday' })
  const share = await api.post(`/volume/${files}/share`, {
    share_type: 'nfs',
    share_options: { allowed_hosts: ['all'] },
  })
  const dialog = page.getByRole('dialog')

  await page.goto(`/appliances/${applianceId}/volumes/${files}?do=delete`)
  await expect(dialog).toContainText('it holds the backing file of image. Delete image first.')
  await dialog.getByRole('link', { name: 'image' }).click()
  await page.getByRole('tab', { name: 'Access' }).click()
  await expect(page.getByRole('row', { name: /esx-01/ })).toContainText('iqn.1998-01.com.vmware:esx-01')

  await page.getByRole('button', { name: 'Actions', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(dialog).toContainText('its mapping to host esx-01')
  await expect(dialog.getByRole('button', { name: 'Delete' })).toBeDisabled()
  await field(page, 'Type the name').fill('imag')
  await expect(dialog.getByRole('button', { name: 'Delete' })).toBeDisabled()
  await field(page, 'Type the name').fill('image')
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(page).toHaveURL(/\/volumes\?/)

  await page.getByRole('button', { name: 'Actions of files on vault' }).click()
  const second = page.getByRole('menuitem', { name: /^Create share/ })
  await expect(second).toContainText('Volume files has a share already. Edit it, or delete it first.')
  await expect(second).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'files', exact: true }).click()
  await page.getByRole('tab', { name: 'Access' }).click()
  await expect(page.getByText(new RegExp(`^mount -t nfs .*:${String(share.body.name)} `))).toBeVisible()
  await page.getByRole('button', { name: 'Actions', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Delete', exact: true }).click()
  await expect(dialog).toContainText('its 1 snapshot')
  await expect(dialog).toContainText(`its share ${String(share.body.name)}`)
  // Made while the dialog was closed: counted anew.
  await page.keyboard.press('Escape')
  await api.post(`/volume/${files}/snapshot`, { name: 'tuesday' })
  await page.getByRole('button', { name: 'Actions', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Delete', exact: true }).click()
  await expect(dialog).toContainText('its 2 snapshots')
  await field(page, 'Type the name').fill('files')
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByRole('heading', { name: 'No volume yet' })).toBeVisible()
  expect((await api.get('/volume')).body).toMatchObject({ total: 0 })
  expect((await api.get('/share')).body).toMatchObject({ total: 0 })

  // Gone: the page says so, and leads to its list.
  // So it does of an id that nothing can have.
  for (const id of ['..%2f..', files]) {
    await page.goto(`/appliances/${applianceId}/volumes/${id}`)
    await expect(page.getByRole('heading', { name: 'This does not exist (any more)' })).toBeVisible()
  }
  await page.getByRole('link', { name: 'All volumes' }).click()
  await expect(page).toHaveURL(`/volumes?appliance=${applianceId}`)
})

test('where there is nothing yet, the step that helps is offered', async ({ adminPage: page, admin, appliance }) => {
  for (const path of ['/volumes', '/volumes/create']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { name: 'No appliance yet' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Add appliance' })).toHaveAttribute('href', '/appliances/add')
  }
  const { id } = await addAppliance(admin, appliance)
  for (const path of ['/volumes', `/volumes/create?appliance=${id}`]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { name: 'vault is not initialised' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Initialise' })).toHaveAttribute('href', `/appliances/${id}/initialize`)
  }
  await initialise(appliance)
  await page.goto('/volumes/create')
  await expect(page.getByRole('heading', { name: 'No pool yet' })).toBeVisible()
  await page.getByRole('link', { name: 'Create pool' }).click()
  await expect(page).toHaveURL(`/pools/create?appliance=${id}`)
})

test('twelve volumes by a pattern are one task; names that exist are said while it is typed', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { api, poolId, applianceId } = await withPool(admin, appliance)
  await makeVolume(api, { name: 'vol-03', volume_type: 'filesystem', pool_id: poolId })
  await upToDetails(page, 'lun')
  await field(page, 'Size').fill('10 GiB')
  await field(page, 'Name').fill('vol-{12..01}')
  await expect(page.getByText('The range ends before it begins.')).toBeVisible()
  await field(page, 'Name').fill('vol-{01..12}')
  await expect(page.getByText('12 volumes: vol-01 … vol-12.')).toBeVisible()
  await expect(page.getByText('Of these names, 1 exists already on this system: vol-03.')).toBeVisible()
  await field(page, 'Name').fill('vol-{04..15}')
  await onToReview(page)
  await expect(page.getByText('12 calls on 1 appliance, in this order.')).toBeVisible()
  await page.getByRole('button', { name: 'Create 12 volumes' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Create 12 volumes vol-04 … vol-15' })).toBeVisible()
  await expect(page.getByText('12 of 12 done')).toBeVisible()
  const { volumes } = (await api.get('/volume')).body as { volumes: { name: string; size_total: string }[] }
  const made = volumes.filter(({ size_total: size }) => size === String(10 * 1024 ** 3)).map(({ name }) => name)
  expect(made.toSorted()).toEqual(Array.from({ length: 12 }, (_, n) => `vol-${String(n + 4).padStart(2, '0')}`))

  // Before all that is deleted again it is asked: the button stands where the one that cancels stood.
  await page.getByRole('button', { name: 'Undo what was made' }).click()
  const dialog = page.getByRole('dialog', { name: 'Undo what was made?' })
  await expect(dialog).toContainText('12 volumes on vault, with everything that was written to them')
  const undo = dialog.getByRole('button', { name: 'Undo' })
  await expect(undo).toBeDisabled()
  await dialog.getByRole('textbox').fill('delete 12 volumes')
  await undo.click()
  await expect(page.getByText('12 of 12 undone')).toBeVisible()
  // The focus is not lost with the button, and only what can be done is offered.
  await expect(page.locator(':focus')).toHaveText('Undone')
  await expect(page.getByRole('button', { name: 'Retry' })).toBeHidden()
  expect((await api.get('/volume')).body).toMatchObject({ total: 1 })
  await page.getByRole('button', { name: 'Run again' }).click()
  await expect(page.getByRole('dialog')).toContainText('Create volume on vault: 12')
  await page.getByRole('dialog').getByRole('button', { name: 'Run again' }).click()
  await expect(page.getByText('12 of 12 done')).toBeVisible()
  expect((await api.get('/volume')).body).toMatchObject({ total: 13 })

  // A task of which something was left out has not simply succeeded, and the focus goes to what it says.
  const twice = {
    appliance: applianceId,
    operation: 'hostCreate',
    body: { name: 'esx', iqns: ['iqn.1998-01.com:esx'] },
  }
  const { id } = await admin.planCreate(
    { body: { title: 'A host twice', steps: [twice, twice] } },
    { headers: { 'idempotency-key': crypto.randomUUID() } },
  )
  await page.goto(`/tasks/${id}`)
  await page.getByRole('button', { name: 'Retry' }).click()
  await expect(page.locator(':focus')).toHaveText(/Retry|Failed/)
  await page.getByRole('button', { name: 'Skip what failed' }).click()
  await expect(page.getByText('1 of 2 done, 1 left out')).toBeVisible()
  await expect(page.locator(':focus')).toHaveText('Done in part')
  await expect(page.getByText('A host twice: failed')).toBeHidden()
})

test('volumes with a share and with a mapping, made with the keyboard alone', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { api, applianceId } = await withPool(admin, appliance)
  const { body: host } = await api.post('/host', { name: 'esx-01', iqns: ['iqn.1998-01.com.vmware:esx-01'] })
  const { keyboard } = page
  await page.goto('/volumes')
  await tabTo(page, 'link', 'Create volume')
  await keyboard.press('Enter')
  await expect(page.getByRole('radio', { name: 'backup on vault' })).toBeFocused()
  await keyboard.press('Enter')
  await expect(page.getByRole('radio', { name: /^filesystem/ })).toBeFocused()
  await keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: /^lun/ })).toBeChecked()
  await keyboard.press('Enter')
  await expect(field(page, 'Name')).toBeFocused()
  await keyboard.type('by-hand')
  await tabTo(page, 'textbox', 'Size')
  await keyboard.type('64 GiB')
  await keyboard.press('Enter')
  await expect(page.getByRole('checkbox', { name: 'esx-01' })).toBeFocused()
  await keyboard.press('Space')
  await keyboard.press('Enter')
  await expect(page.getByRole('radio', { name: /^No copy/ })).toBeFocused()
  await keyboard.press('Enter')
  await step(page, 'Review')
  await expect(page.getByRole('list', { name: 'Calls' })).toContainText('/api/volume/<steps.0.result.id>/map')
  await expect(page.getByText('<steps.0.result.id> stands for the id that step 1 answers.')).toBeVisible()
  await tabTo(page, 'button', 'Create volume')
  await keyboard.press('Enter')
  await expect(page.getByText('2 of 2 done')).toBeVisible()
  const { body: lun } = await api.get('/volume?name=by-hand')
  expect(lun).toMatchObject({ size_total: String(64 * 1024 ** 3), host_ids: [host.id] })

  await page.goto('/volumes/create')
  await expect(page.getByRole('radio', { name: 'backup on vault' })).toBeFocused()
  await keyboard.press('Enter')
  await expect(page.getByRole('radio', { name: /^filesystem/ })).toBeFocused()
  await keyboard.press('Enter')
  await expect(field(page, 'Name')).toBeFocused()
  await keyboard.type('documents')
  await keyboard.press('Enter')
  await expect(page.getByRole('radio', { name: /^Not yet/ })).toBeFocused()
  await keyboard.press('ArrowDown')
  await tabTo(page, 'textbox', 'Allowed hosts')
  await keyboard.type('10.0.0.0/40')
  await tabTo(page, 'button', 'Next')
  await keyboard.press('Enter')
  // What is no subnet leads back to it.
  await expect(field(page, 'Allowed hosts')).toBeFocused()
  await keyboard.press('Backspace')
  await keyboard.press('Backspace')
  await keyboard.type('8')
  await tabTo(page, 'button', 'Next')
  await keyboard.press('Enter')
  await expect(page.getByRole('radio', { name: /^No copy/ })).toBeFocused()
  await keyboard.press('Enter')
  await step(page, 'Review')
  await expect(page.getByText('NFS. Only 10.0.0.0/8 can reach it.')).toBeVisible()
  await tabTo(page, 'button', 'Create volume')
  await keyboard.press('Enter')
  await expect(page.getByText('2 of 2 done')).toBeVisible()
  const { body: documents } = await api.get('/volume?name=documents')
  expect((await api.get(`/share/${String(documents.share_id)}`)).body).toMatchObject({
    share_type: 'nfs',
    share_options: { allowed_hosts: ['10.0.0.0/8'], read_only: false },
  })

  await page.goto(`/appliances/${applianceId}/volumes/${String(lun.id)}`)
  await tabTo(page, 'button', 'Actions')
  await keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Create snapshot' })).toBeFocused()
  await keyboard.press('ArrowUp')
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toBeFocused()
  await keyboard.press('Enter')
  await expect(field(page, 'Type the name')).toBeFocused()
  await expect(page.getByRole('dialog')).toContainText('its mapping to host esx-01')
  await keyboard.type('by-hand')
  await keyboard.press('Enter')
  await expect(page).toHaveURL(/\/volumes\?/)
  expect((await api.get('/volume')).body).toMatchObject({ total: 1 })
})

test('volumes like another one, with its hosts, and a copy elsewhere: one task', async ({
  adminPage: page,
  admin,
  appliance,
  startAppliance,
}) => {
  const { api, poolId } = await withPool(admin, appliance)
  const remote = await startAppliance('remote')
  const { api: remoteApi, poolId: remotePool } = await withPool(admin, remote)
  await makePartners(appliance, remote)
  await makeVolume(remoteApi, { name: 'sql-1-copy', volume_type: 'filesystem', pool_id: remotePool })
  const like = await makeVolume(api, { name: 'sql-0', volume_type: 'lun', pool_id: poolId, size_total: '8589934592' })
  const { body: host } = await api.post('/host', { name: 'esx-01', iqns: ['iqn.1998-01.com.vmware:esx-01'] })
  await api.post(`/volume/${like}/map`, { host_id: host.id })

  await page.goto('/volumes')
  await page.getByRole('button', { name: 'Actions of sql-0' }).click()
  await page.getByRole('menuitem', { name: 'Create one like it' }).click()
  await expect(page.getByRole('radio', { name: 'backup on vault' })).toBeChecked()
  const upToHosts = async (pool: string) => {
    await page.getByRole('radio', { name: pool }).check()
    await next(page)
    await expect(page.getByRole('radio', { name: /^lun / })).toBeChecked()
    await next(page)
    await expect(field(page, 'Size')).toHaveValue('8 GiB')
    await field(page, 'Name').fill('sql-{1..2}')
    await next(page)
  }
  // On another appliance hosts are found by their names; that one has none.
  await upToHosts('backup on remote')
  await expect(page.getByText('remote has no host with this name: esx-01.')).toBeVisible()
  await page.getByRole('navigation', { name: 'Steps: Create volume' }).getByRole('button', { name: 'Pool' }).click()
  await upToHosts('backup on vault')
  await expect(page.getByRole('checkbox', { name: 'esx-01' })).toBeChecked()
  await next(page)
  await page.getByRole('radio', { name: /^Replicate/ }).check()
  // The console may not have heard yet of what two appliances have agreed on without it.
  await expect(page.getByRole('combobox', { name: 'Partner' })).toBeVisible()
  await next(page)
  await expect(page.getByText('Choose a partner.')).toBeVisible()
  await page.getByRole('combobox', { name: 'Partner' }).selectOption('remote')
  await expect(page.getByRole('combobox', { name: 'Pool there' })).toHaveText(/^backup, .* free$/)
  await field(page, 'Name of each replica').fill('{name}-copy')
  await expect(page.getByText('remote has a volume with such a name already')).toBeVisible()
  await field(page, 'Name of each replica').fill('{name}-dr')
  await next(page)
  await step(page, 'Review')
  for (const fact of ['sql-1-dr, sql-2-dr', 'to remote, first session now', 'Pool there'])
    await expect(page.getByText(fact)).toBeVisible()
  await page.getByRole('button', { name: 'Create 2 volumes' }).click()
  await expect(page.getByText('8 of 8 done')).toBeVisible()
  expect((await api.get(`/host/${String(host.id)}`)).body.mapped_luns).toHaveLength(3)
  expect((await api.get('/relationship')).body).toMatchObject({ total: 2 })
  const { volumes } = (await remoteApi.get('/volume')).body as { volumes: { name: string }[] }
  expect(volumes.map(({ name }) => name).toSorted()).toEqual(['sql-1-copy', 'sql-1-dr', 'sql-2-dr'])

  // The volumes hold the snapshots that replication has made, which nobody else may have: they stay, and say why.
  await page.getByRole('button', { name: 'Undo what was made' }).click()
  const dialog = page.getByRole('dialog', { name: 'Undo what was made?' })
  await expect(dialog).toContainText('2 relationships of vault, with their replicas')
  await dialog.getByRole('textbox').fill('delete 4 objects')
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('2 steps could not be undone')).toBeVisible()
  await expect(page.getByText('4 of 8 undone')).toBeVisible()
  await expect(page.getByText('There are snapshots in it, which would go with it.')).toHaveCount(2)
  await expect(page.getByRole('button', { name: 'Skip what failed' })).toBeHidden()
  expect((await remoteApi.get('/volume')).body).toMatchObject({ total: 1 })
})
