import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { ConsoleApi } from '@vsnap/console-api/api.ts'
import type { Client } from '@vsnap/contract/client.ts'
import { direct } from './direct.ts'
import { test } from './fixtures.ts'
import type { RunningAppliance } from './processes.ts'
import { addAppliance, initialise, next, withPool } from './verbs.ts'

/** The wizard on an appliance that is ready for pools, at the pool's name. */
async function startPool(
  page: Page,
  admin: Client<ConsoleApi>,
  appliance: RunningAppliance,
  name: string,
): Promise<void> {
  await initialise(appliance)
  const { id } = await addAppliance(admin, appliance)
  await page.goto(`/pools/create?appliance=${id}`)
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
}

async function unused(appliance: RunningAppliance): Promise<{ uuid: string; name: string }[]> {
  const { body } = await direct(appliance).get('/disk?used_as=unused')
  return body.disks as { uuid: string; name: string }[]
}

/** As another program would, while the wizard is open: a pool of these disks. */
async function take(appliance: RunningAppliance, name: string, disks: readonly { uuid: string }[]): Promise<void> {
  const { status } = await direct(appliance).post('/pool', {
    name,
    pool_type: 'raid0',
    disk_list: disks.map(({ uuid }) => uuid),
  })
  expect(status).toBe(200)
}

const poolsOf = async (appliance: RunningAppliance) =>
  (await direct(appliance).get('/pool')).body.pools as { id: string; name: string }[]

test('a log that fails after the pool is made: what is done, what is not, and on to the pool', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  await startPool(page, admin, appliance, 'archive')
  await next(page)
  for (const device of ['/dev/sdk', '/dev/sdl', '/dev/sdm'])
    await page.getByRole('checkbox', { name: device }).uncheck()
  await next(page)
  await next(page)
  await page.getByRole('combobox', { name: '/dev/sdk' }).selectOption('Log')
  await page.getByRole('combobox', { name: '/dev/sdl' }).selectOption('Cache')
  await page.getByRole('combobox', { name: '/dev/sdm' }).selectOption('Spare')
  await next(page)
  const calls = page.getByRole('list', { name: 'Calls' }).getByRole('listitem')
  await expect(calls).toHaveCount(4)
  await expect(calls.filter({ hasText: '/api/pool/<steps.0.result.id>' })).toHaveCount(3)
  const cache = (await unused(appliance)).filter(({ name }) => name === '/dev/sdl')
  await take(appliance, 'quick', cache)
  await page.getByRole('button', { name: 'Create pool' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Create pool archive' })).toBeVisible()
  await expect(page.getByRole('heading', { name: /\/dev\/sdl is used as/ })).toBeVisible()
  await expect(page.getByText('What was done before stays done.')).toBeVisible()
  await expect(page.getByText('2 of 4 done, 1 went wrong, 1 to go')).toBeVisible()
  const step = (title: string) => page.getByRole('table', { name: 'Steps' }).getByRole('row', { name: title })
  for (const done of ['Create pool', 'Add log disks']) await expect(step(done)).toContainText('Succeeded')
  await expect(step('Add cache disk')).toContainText(/Failed.*\/dev\/sdl is used as/)
  await expect(step('Add spare disks')).not.toContainText('Succeeded')

  // Once the disk is free again, the rest is done, and nothing a second time.
  const quick = (await poolsOf(appliance)).find(({ name }) => name === 'quick')
  await direct(appliance).delete(`/pool/${quick?.id}`)
  await page.getByRole('button', { name: 'Retry' }).click()
  await expect(page.getByText('4 of 4 done')).toBeVisible()
  await step('Create pool').getByRole('link', { name: 'archive' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'archive' })).toBeVisible()
  const [pool, ...others] = await poolsOf(appliance)
  expect(others).toEqual([])
  const { body } = await direct(appliance).get(`/pool/${pool?.id}`)
  const disks = body.disks as Record<string, string[]>
  expect(Object.keys(disks).toSorted()).toEqual(['cache', 'log', 'raid6_group1', 'raid6_group2', 'spare'])
})

test('a name that is taken meanwhile is said before anything is made; what goes wrong beside the pool need not be mended: the pool is a click away', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  await startPool(page, admin, appliance, 'archive')
  await next(page)
  await page.getByRole('checkbox', { name: '/dev/sdm' }).uncheck()
  await next(page)
  await next(page)
  await page.getByRole('combobox', { name: '/dev/sdm' }).selectOption('Spare')
  // A disk that joins the layout after all is no spare any more.
  await page.getByRole('button', { name: 'Back' }).click()
  await page.getByRole('button', { name: 'Back' }).click()
  await page.getByRole('checkbox', { name: '/dev/sdm' }).check()
  for (let step = 0; step < 3; step += 1) await next(page)
  await expect(page.getByRole('list', { name: 'Calls' }).getByRole('listitem')).toHaveCount(1)
  await page.getByRole('button', { name: 'Layout' }).click()
  await page.getByRole('checkbox', { name: '/dev/sdm' }).uncheck()
  for (let step = 0; step < 3; step += 1) await next(page)
  await expect(page.getByRole('list', { name: 'Calls' }).getByRole('listitem')).toHaveCount(2)

  // Somebody else takes the name meanwhile, and the disk with it: no task begins that could not end.
  await take(appliance, 'archive', await unused(appliance).then((disks) => disks.slice(-1)))
  await page.getByRole('button', { name: 'Create pool' }).click()
  const name = page.getByRole('textbox', { name: 'Name' })
  await expect(name).toHaveAccessibleDescription(/A pool with the name archive exists already\. Choose another name\./)
  await expect(name).toBeFocused()
  await expect(name).toHaveValue('archive')
  await name.fill('archive-2')
  await next(page)
  await expect(page.getByText('11 of 11 unused disks chosen')).toBeVisible()
  await next(page)
  await next(page)
  await expect(page.getByRole('combobox', { name: '/dev/sdm used as' })).toHaveValue('spare')
  await next(page)
  await page.getByRole('button', { name: 'Create pool' }).click()

  await expect(page.getByText('1 of 2 done, 1 went wrong')).toBeVisible()
  await page.getByRole('button', { name: 'Skip what failed' }).click()
  await expect(page.getByText('1 of 2 done, 1 left out')).toBeVisible()
  await page
    .getByRole('row', { name: /Create pool/ })
    .getByRole('link', { name: 'archive-2' })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'archive-2' })).toBeVisible()
})

test('disks that others take meanwhile stay visible, and are left out with one click', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  await startPool(page, admin, appliance, 'late')
  for (let step = 0; step < 4; step += 1) await next(page)
  await take(appliance, 'quick', (await unused(appliance)).slice(0, 4))
  await page.getByRole('button', { name: 'Create pool' }).click()

  await expect(page.getByRole('heading', { name: 'Layout' })).toBeVisible()
  await expect(page.getByText(/is not a valid candidate for a pool: .* is used as/).first()).toBeVisible()
  await expect(page.getByText('8 of 8 unused disks chosen; 4 more cannot be used any more')).toBeVisible()
  await expect(page.getByRole('checkbox', { name: '/dev/sdb used as' })).toBeChecked()
  await page.getByRole('button', { name: 'Leave them out' }).click()
  await expect(page.getByText('8 of 8 unused disks chosen')).toBeVisible()
  for (let step = 0; step < 3; step += 1) await next(page)
  await page.getByRole('button', { name: 'Create pool' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'late' })).toBeVisible()
  expect((await poolsOf(appliance)).map(({ name }) => name)).toEqual(['quick', 'late'])
})

test('another appliance has other disks: the layout begins anew, the name stays', async ({
  adminPage: page,
  admin,
  startAppliance,
}) => {
  const [large, small] = await Promise.all([startAppliance('large'), startAppliance('small', { disks: 3 })])
  await Promise.all([large, small].map(initialise))
  await addAppliance(admin, large)
  await addAppliance(admin, small)
  await page.goto('/pools/create')
  await next(page)
  await expect(page.getByText('Choose an appliance.')).toBeVisible()
  await page.getByRole('combobox', { name: 'Appliance' }).selectOption('large')
  await page.getByRole('textbox', { name: 'Name' }).fill('moved')
  await next(page)
  await expect(page.getByText('12 of 12 unused disks chosen')).toBeVisible()
  await page.getByRole('button', { name: 'Back' }).click()
  await page.getByRole('combobox', { name: 'Appliance' }).selectOption('small')
  await expect(page.getByText('3 of 3 disks unused, 0 pools there')).toBeVisible()
  await next(page)
  // raid6 needs one disk more than there are.
  await expect(page.getByText('3 of 3 unused disks chosen')).toBeVisible()
  await expect(page.getByRole('radio', { name: /raid5/ })).toBeChecked()
  await expect(page.getByRole('radio', { name: /raid6/ })).toBeDisabled()
  await expect(page.getByText('Needs 4 disks; 3 are unused.')).toBeVisible()
  for (let step = 0; step < 3; step += 1) await next(page)
  await page.getByRole('button', { name: 'Create pool' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'moved' })).toBeVisible()
  expect(await poolsOf(large)).toEqual([])
  expect(await poolsOf(small)).toHaveLength(1)
})

test('where no pool can be made, the wizard says why and what helps', async ({
  adminPage: page,
  admin,
  startAppliance,
}) => {
  const [full, single, busy] = await Promise.all([
    startAppliance('full', { disks: 4 }),
    startAppliance('single'),
    startAppliance('busy'),
  ])
  await initialise(full)
  await direct(full).post('/pool', { name: 'all', pool_type: 'raid6' })
  writeFileSync(join(single.data, 'control.json'), JSON.stringify({ preparation: 0 }))
  await direct(single).post('/system', { action: 'init', multipool: false })
  writeFileSync(join(busy.data, 'control.json'), JSON.stringify({ preparation: 600 }))
  await direct(busy).post('/system', { action: 'init', async: true, multipool: true, skip_pool: true })
  const ids = await Promise.all([full, single, busy].map((appliance) => addAppliance(admin, appliance)))

  const step = async (appliance: string, words: RegExp, help: string, url: string) => {
    await page.goto('/pools/create')
    await page.getByRole('combobox', { name: 'Appliance' }).selectOption(appliance)
    await expect(page.getByText(words)).toBeVisible()
    await page.getByRole('link', { name: help }).click()
    const leave = page.getByRole('button', { name: 'Leave' })
    await leave.click()
    await expect(page).toHaveURL(url)
  }
  await step('full', /No unused disk is left on this system/, 'See its disks', `/appliances/${ids[0]?.id}?tab=disks`)
  await step('single', /This system allows one pool, and .* exists/, 'See its pool', `/pools?appliance=${ids[1]?.id}`)
  await step('busy', /This system is being initialised/, 'See progress', `/appliances/${ids[2]?.id}/initialize`)
})

test('a refusal in a dialog stands at its field, with what was typed', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  await initialise(appliance)
  const { id } = await addAppliance(admin, appliance)
  const call = direct(appliance)
  const disks = await unused(appliance)
  const uuids = (from: number, to: number) => disks.slice(from, to).map(({ uuid }) => uuid)
  const { body } = await call.post('/pool', { name: 'archive', pool_type: 'raid5', disk_list: uuids(0, 3) })
  await page.goto(`/appliances/${id}/pools/${String(body.id)}?do=rename`)
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('taken')
  await take(appliance, 'taken', disks.slice(3, 4))
  await dialog.getByRole('button', { name: 'Rename' }).click()
  await expect(dialog.getByText('A pool with the name taken exists already')).toBeVisible()
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('taken')
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  await page.goto(`/appliances/${id}/pools/${String(body.id)}?do=add-spare`)
  await dialog.getByRole('checkbox', { name: disks[4]?.name ?? '' }).check()
  await dialog.getByRole('checkbox', { name: disks[5]?.name ?? '' }).check()
  await take(appliance, 'more', disks.slice(4, 5))
  await dialog.getByRole('button', { name: 'Add spare disks' }).click()
  await expect(dialog.getByText(/is not a valid candidate for a pool/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Leave it out' }).click()
  await dialog.getByRole('button', { name: 'Add spare disks' }).click()
  await expect(dialog).toBeHidden()
  expect(((await call.get(`/pool/${String(body.id)}`)).body.disks as { spare: string[] }).spare).toEqual([
    expect.stringContaining(disks[5]?.uuid ?? ''),
  ])
})

test('a disk that fails is seen on the list, on the pool and among its disks', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { api, applianceId, poolId } = await withPool(admin, appliance)
  const { body } = await api.get('/disk')
  const [disk] = body.disks as { uuid: string; name: string }[]
  writeFileSync(join(appliance.data, 'control.json'), JSON.stringify({ failed_disks: [disk?.uuid] }))
  await page.goto('/pools')
  const row = page.getByRole('row', { name: /backup/ })
  await expect(row).toContainText('DEGRADED')
  await row.getByRole('link', { name: 'backup' }).click()
  await expect(page).toHaveURL(`/appliances/${applianceId}/pools/${poolId}`)
  await expect(page.getByRole('heading', { name: 'A disk of this pool has failed' })).toBeVisible()
  await expect(page.getByText('any 1 further disk')).toBeVisible()
  await page.getByRole('tab', { name: 'Disks' }).click()
  await expect(page.getByRole('figure').filter({ hasText: '1 failed' })).toHaveCount(1)
  await expect(page.getByRole('row', { name: disk?.name ?? '' })).toContainText('failed')
})
