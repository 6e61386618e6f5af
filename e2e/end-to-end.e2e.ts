import { expect, type Page } from '@playwright/test'
import { direct } from './direct.ts'
import { test } from './fixtures.ts'
import { logIn, next, onToReview } from './verbs.ts'

const heading = (page: Page, name: string) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible()

/** From the navigation to the wizard of a list's things, as a person goes. */
async function create(page: Page, list: string, what: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Console' }).getByRole('link', { name: list }).click()
  await heading(page, list)
  await page.getByRole('main').getByRole('link', { name: what }).last().click()
}

/** Makes a volume with the wizard, in the only pool; `fill` fills in what is special about its kind. */
async function createVolume(page: Page, kind: string, name: string, fill: () => Promise<unknown>): Promise<void> {
  await create(page, 'Volumes', 'Create volume')
  await next(page)
  await page.getByRole('radio', { name: new RegExp(`^${kind} `) }).check()
  await next(page)
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
  await fill()
  await onToReview(page)
  await page.getByRole('button', { name: 'Create volume' }).click()
  await heading(page, name)
}

test('from log in to volumes of all three kinds, and a second program sees exactly that on the appliance', async ({
  page,
  server,
  appliance,
}) => {
  await logIn(page, server)

  await page.getByRole('link', { name: 'Add appliance' }).first().click()
  await page.getByRole('textbox', { name: 'Address' }).fill(appliance.url)
  await next(page)
  await expect(page.getByText(appliance.fingerprint())).toBeVisible()
  await page.getByRole('checkbox', { name: 'I compared it' }).check()
  await next(page)
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('vault')
  await page.getByRole('textbox', { name: 'User name' }).fill(appliance.username)
  await page.getByRole('textbox', { name: 'Password' }).fill(appliance.password)
  await page.getByRole('button', { name: 'Add appliance' }).click()
  await expect(page.getByRole('heading', { name: 'vault is added' })).toBeVisible()
  await next(page)
  await page.getByRole('button', { name: 'Initialise', exact: true }).last().click()
  await expect(page.getByRole('heading', { name: 'The system is ready' })).toBeVisible()

  await page.getByRole('link', { name: 'Create pool' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('archive')
  await next(page)
  await expect(page.getByText('12 of 12 unused disks chosen')).toBeVisible()
  await next(page)
  await page.getByRole('checkbox', { name: 'Compression' }).uncheck()
  await next(page)
  await next(page)
  await page.getByRole('button', { name: 'Create pool' }).click()
  await heading(page, 'archive')

  await createVolume(page, 'filesystem', 'documents', async () => {
    await page.getByRole('radio', { name: /^Limit / }).check()
    await page.getByRole('textbox', { name: 'Limit' }).fill('3 TiB')
  })
  await createVolume(page, 'lun', 'exchange', () => page.getByRole('textbox', { name: 'Size' }).fill('500 GiB'))
  await createVolume(page, 'filebackedlun', 'image', async () => {
    await page.getByRole('combobox', { name: 'Parent volume' }).selectOption('documents')
    await page.getByRole('textbox', { name: 'Path of the backing file' }).fill('images/one.img')
  })

  const api = direct(appliance)
  expect((await api.get('/system')).body).toMatchObject({ init_status: 'Ready', multipool: true })
  const { body: pool } = await api.get('/pool?name=archive')
  expect(pool).toMatchObject({ pool_type: 'raid6', status: 'ONLINE', compression: false, deduplication: false })
  expect(Object.keys(pool.disks as object)).toEqual(['raid6_group1', 'raid6_group2'])
  expect(Number((await api.get('/disk?used_as=unused')).body.total)).toBe(0)
  const { body: documents } = await api.get('/volume?name=documents')
  expect(documents).toMatchObject({ volume_type: 'filesystem', pool_id: pool.id, size_total: String(3 * 1024 ** 4) })
  expect((await api.get('/volume?name=exchange')).body).toMatchObject({
    volume_type: 'lun',
    pool_id: pool.id,
    size_total: String(500 * 1024 ** 3),
  })
  expect((await api.get('/volume?name=image')).body).toMatchObject({
    volume_type: 'filebackedlun',
    parent_id: documents.id,
    parent_path: 'images/one.img',
  })
  expect(Number((await api.get('/volume')).body.total)).toBe(3)

  // What was done is told, with who did it.
  await page.getByRole('navigation', { name: 'Console' }).getByRole('link', { name: 'Audit' }).click()
  const trail = page.getByRole('table').getByRole('row')
  for (const done of ['Initialize system', 'Create pool', 'Create volume'])
    await expect(trail.filter({ hasText: done }).first()).toContainText('admin')
})
