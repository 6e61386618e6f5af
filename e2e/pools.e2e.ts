import { expect, type Page } from '@playwright/test'
import { direct } from './direct.ts'
import { test } from './fixtures.ts'
import type { RunningAppliance } from './processes.ts'
import { addAppliance, initialise, makeVolume, next, withPool } from './verbs.ts'

interface WirePool {
  id: string
  name: string
  pool_type: string
  compression: boolean
  deduplication: boolean
  syncwrite: boolean
  disks: Record<string, string[]>
}

/** What the appliance itself says of its pools, in detail. */
async function poolsOf(appliance: RunningAppliance): Promise<WirePool[]> {
  const { body } = await direct(appliance).get('/pool')
  const pools = body.pools as { id: string }[]
  return Promise.all(
    pools.map(async ({ id }) => (await direct(appliance).get(`/pool/${id}`)).body as unknown as WirePool),
  )
}

/** Uuids of the appliance's unused disks. */
async function unused(appliance: RunningAppliance): Promise<string[]> {
  const { body } = await direct(appliance).get('/disk?used_as=unused')
  return (body.disks as { uuid: string }[]).map(({ uuid }) => uuid)
}

const widths = (pool: WirePool | undefined) =>
  Object.fromEntries(Object.entries(pool?.disks ?? {}).map(([group, paths]) => [group, paths.length]))

test.describe('on an appliance with twelve disks', () => {
  let id: string
  test.beforeEach(async ({ admin, appliance }) => {
    await initialise(appliance)
    id = (await addAppliance(admin, appliance)).id
  })

  /** A raid6 pool of six disks, made by a plain call. */
  const makePool = async (appliance: RunningAppliance, name = 'archive', pool_type = 'raid6') => {
    const disk_list = (await unused(appliance)).slice(0, 6)
    const { body } = await direct(appliance).post('/pool', { name, pool_type, disk_list })
    return String(body.id)
  }

  test('a pool by the wizard: layout drawn while it is chosen, options, a spare, and the appliance has exactly that', async ({
    adminPage: page,
    appliance,
  }) => {
    await page.goto('/pools')
    await expect(page.getByRole('heading', { name: 'No pool yet' })).toBeVisible()
    await page.getByRole('main').getByRole('link', { name: 'Create pool' }).last().click()

    await page.getByRole('combobox', { name: 'Appliance' }).selectOption('vault')
    await expect(page.getByText('12 of 12 disks unused, 0 pools there')).toBeVisible()
    await page.getByRole('textbox', { name: 'Name' }).fill('9lives')
    await expect(page.getByText('A pool’s name starts with a letter')).toBeVisible()
    await page.getByRole('textbox', { name: 'Name' }).fill('archive')
    await next(page)

    // Everything is chosen to begin with; three are left out for other uses.
    const picture = page.getByRole('figure')
    await expect(picture).toHaveText([/raid6_group1/, /raid6_group2/])
    await expect(page.getByText('12 of 12 unused disks chosen')).toBeVisible()
    await page.getByRole('radio', { name: /raid5/ }).check()
    await expect(page.getByText('any 1 disk a group')).toBeVisible()
    for (const device of ['/dev/sdk', '/dev/sdl', '/dev/sdm'])
      await page.getByRole('checkbox', { name: device }).uncheck()
    await expect(page.getByText('9 of 12 unused disks chosen')).toBeVisible()
    await expect(picture.first()).toContainText('raid5_group1: 5 disks: 4 data, 1 parity')
    await expect(page.getByText('The groups differ in width (5 and 4 disks)')).toBeVisible()
    await next(page)

    await page.getByRole('checkbox', { name: 'Deduplication' }).check()
    await next(page)
    await page.getByRole('combobox', { name: '/dev/sdk' }).selectOption('Spare')
    await page.getByRole('combobox', { name: '/dev/sdl' }).selectOption('Cache')
    await next(page)

    const calls = page.getByRole('list', { name: 'Calls' }).getByRole('listitem')
    await expect(page.getByText('3 calls on 1 appliance, in this order.')).toBeVisible()
    await expect(calls).toHaveCount(3)
    await expect(calls.first()).toContainText('"deduplication": true')
    await expect(calls.filter({ hasText: '/api/pool/<steps.0.result.id>' })).toHaveCount(2)
    // Back loses nothing.
    await page.getByRole('button', { name: 'Back' }).click()
    await expect(page.getByRole('combobox', { name: '/dev/sdk' })).toHaveValue('spare')
    await next(page)
    await page.getByRole('button', { name: 'Create pool' }).click()

    // It is one task, whose steps lead to what they made.
    await expect(page.getByRole('heading', { level: 1, name: 'Create pool archive' })).toBeVisible()
    await expect(page.getByText('3 of 3 done')).toBeVisible()
    await page
      .getByRole('row', { name: /Create pool/ })
      .getByRole('link', { name: 'archive' })
      .click()
    await expect(page.getByRole('heading', { level: 1, name: 'archive' })).toBeVisible()
    await expect(page.getByText('ONLINE').first()).toBeVisible()
    const [pool, ...others] = await poolsOf(appliance)
    expect(others).toEqual([])
    expect(pool).toMatchObject({ name: 'archive', pool_type: 'raid5', compression: true, deduplication: true })
    expect(widths(pool)).toEqual({ raid5_group1: 5, raid5_group2: 4, spare: 1, cache: 1 })

    await page.getByRole('link', { name: 'Pools' }).first().click()
    await expect(page.getByRole('table', { name: 'Pools' }).getByRole('row', { name: /archive/ })).toContainText(
      'vault',
    )
  })

  test('the whole wizard with the keyboard alone', async ({ adminPage: page, appliance }) => {
    await page.goto(`/pools/create?appliance=${id}`)
    const name = page.getByRole('textbox', { name: 'Name' })
    await expect(name).toBeFocused()
    await page.keyboard.type('keys')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('radio', { name: /raid6/ })).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await expect(page.getByRole('radio', { name: /raid5/ })).toBeChecked()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'What the pool does with data' })).toBeVisible()
    await tabTo(page, 'Synchronous writes')
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Log, cache, spares' })).toBeVisible()
    await tabTo(page, 'Next')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible()
    await tabTo(page, 'Create pool')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'keys' })).toBeVisible()
    const [pool] = await poolsOf(appliance)
    expect(pool).toMatchObject({ name: 'keys', pool_type: 'raid5', syncwrite: false })
  })

  for (const [screen, width] of Object.entries({ screen: 1280, phone: 390 })) {
    test(`going back from the review by the list of steps makes nothing, on a ${screen}`, async ({
      adminPage: page,
      appliance,
    }) => {
      await page.setViewportSize({ width, height: 800 })
      await page.goto(`/pools/create?appliance=${id}`)
      await page.getByRole('textbox', { name: 'Name' }).fill('archive')
      for (let step = 0; step < 4; step += 1) await next(page)
      await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible()
      if (screen === 'phone') await page.getByRole('button', { name: /Review/ }).click()
      const steps = page.getByRole('navigation', { name: 'Steps: Create pool' })
      await steps.getByRole('button', { name: 'Options' }).click()
      await expect(page.getByRole('heading', { name: 'What the pool does with data' })).toBeVisible()
      await next(page)
      await expect(page.getByRole('heading', { name: 'Log, cache, spares' })).toBeVisible()
      expect(await poolsOf(appliance)).toEqual([])
    })
  }

  test('a refusal of the appliance stands at its field, in its own words, and nothing typed is lost', async ({
    adminPage: page,
    appliance,
  }) => {
    await page.goto(`/pools/create?appliance=${id}`)
    await page.getByRole('textbox', { name: 'Name' }).fill('archive')
    await next(page)
    await page.getByRole('radio', { name: /raid5/ }).check()
    for (const device of ['/dev/sdk', '/dev/sdl', '/dev/sdm'])
      await page.getByRole('checkbox', { name: device }).uncheck()
    await next(page)
    await page.getByRole('checkbox', { name: 'Compression' }).uncheck()
    await next(page)
    await next(page)
    // Somebody else takes the name meanwhile, with disks that this one leaves out.
    const [, , , , , , , , , ...left] = await unused(appliance)
    await direct(appliance).post('/pool', { name: 'archive', pool_type: 'raid5', disk_list: left })
    await page.getByRole('button', { name: 'Create pool' }).click()

    await expect(page.getByText('A pool with the name archive exists already. Choose another name.')).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused()
    await page.getByRole('textbox', { name: 'Name' }).fill('archive2')
    await next(page)
    await expect(page.getByRole('radio', { name: /raid5/ })).toBeChecked()
    await next(page)
    await expect(page.getByRole('checkbox', { name: 'Compression' })).not.toBeChecked()
    await next(page)
    await next(page)
    await page.getByRole('button', { name: 'Create pool' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'archive2' })).toBeVisible()
    expect((await poolsOf(appliance)).map(({ name }) => name)).toEqual(['archive', 'archive2'])
  })

  test('a disk that is taken meanwhile is named, and the layout can be mended', async ({
    adminPage: page,
    appliance,
  }) => {
    await page.goto(`/pools/create?appliance=${id}`)
    await page.getByRole('textbox', { name: 'Name' }).fill('late')
    for (let step = 0; step < 4; step += 1) await next(page)
    const taken = (await unused(appliance)).slice(0, 4)
    await direct(appliance).post('/pool', { name: 'quick', pool_type: 'raid6', disk_list: taken })
    await page.getByRole('button', { name: 'Create pool' }).click()
    await expect(page.getByText(/is not a valid candidate for a pool/).first()).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Layout' })).toBeVisible()
  })

  test('expand: before and after, then the appliance has a group more', async ({ adminPage: page, appliance }) => {
    const pool = await makePool(appliance)
    await page.goto(`/appliances/${id}/pools/${pool}`)
    await page.getByRole('button', { name: 'Actions' }).click()
    await page.getByRole('menuitem', { name: 'Expand' }).click()
    await next(page)
    await expect(page.getByText('Choose disks to add.')).toBeVisible()
    await page.getByRole('checkbox', { name: '/dev/sdh' }).check()
    await next(page)
    await expect(page.getByText('raid6 needs at least 4 disks; 1 is given.')).toBeVisible()
    await page.getByRole('checkbox', { name: 'All disks' }).check()
    await expect(page.getByRole('figure')).toHaveText([/raid6_group1/, /raid6_group2.*new/])
    await next(page)
    await page.getByRole('button', { name: 'Expand pool' }).click()
    await expect(page.getByRole('table', { name: 'Disks' }).getByRole('row')).toHaveCount(13)
    expect(widths((await poolsOf(appliance))[0])).toEqual({ raid6_group1: 6, raid6_group2: 6 })

    // Nothing is left for another one.
    await page.getByRole('button', { name: 'Actions' }).click()
    await expect(page.getByRole('menuitem', { name: /Expand/ })).toContainText('No unused disk is left on this system')
  })

  test('log, cache and spares: added, removed, and what is not possible says why', async ({
    adminPage: page,
    appliance,
  }) => {
    const pool = await makePool(appliance)
    await page.goto(`/appliances/${id}/pools/${pool}?tab=settings`)
    const dialog = page.getByRole('dialog')

    await page.getByRole('button', { name: 'Add log disks' }).click()
    await dialog.getByRole('button', { name: 'Add log disks' }).click()
    await expect(dialog.getByText('Say which disks to add.')).toBeVisible()
    await dialog.getByRole('checkbox', { name: '/dev/sdh' }).check()
    await dialog.getByRole('checkbox', { name: '/dev/sdi' }).check()
    await dialog.getByRole('button', { name: 'Add log disks' }).click()
    await expect(dialog).toBeHidden()

    await page.getByRole('button', { name: 'Add cache disk' }).click()
    await dialog.getByRole('radio', { name: '/dev/sdj' }).check()
    await dialog.getByRole('button', { name: 'Add cache disk' }).click()
    await expect(dialog).toBeHidden()

    await page.getByRole('button', { name: 'Add spare disks' }).click()
    await dialog.getByRole('checkbox', { name: 'All disks' }).check()
    await dialog.getByRole('button', { name: 'Add spare disks' }).click()
    await expect(dialog).toBeHidden()
    expect(widths((await poolsOf(appliance))[0])).toEqual({ raid6_group1: 6, log: 2, cache: 1, spare: 3 })

    await page.getByRole('button', { name: 'Actions' }).click()
    await expect(page.getByRole('menuitem', { name: /Add log disks/ })).toContainText('has a log already')
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: 'Remove spare disks' }).click()
    await dialog.getByRole('checkbox', { name: '/dev/sdk' }).uncheck()
    await dialog.getByRole('button', { name: 'Remove spare disks' }).click()
    await expect(dialog).toBeHidden()
    await page.getByRole('button', { name: 'Remove cache disk' }).click()
    await dialog.getByRole('button', { name: 'Remove cache disk' }).click()
    await expect(dialog).toBeHidden()
    await page.getByRole('button', { name: 'Remove log disks' }).click()
    await dialog.getByRole('button', { name: 'Remove log disks' }).click()
    await expect(dialog).toBeHidden()
    expect(widths((await poolsOf(appliance))[0])).toMatchObject({ raid6_group1: 6, spare: 1 })
    expect(await unused(appliance)).toHaveLength(5)
  })

  test('rename and options; a name that is taken is refused while it is typed', async ({
    adminPage: page,
    appliance,
  }) => {
    const pool = await makePool(appliance)
    await makePool(appliance, 'other', 'raid5')
    await page.goto(`/appliances/${id}/pools/${pool}?tab=settings`)
    const dialog = page.getByRole('dialog')
    await page.getByRole('button', { name: 'Rename' }).click()
    await dialog.getByRole('textbox', { name: 'Name' }).fill('other')
    await expect(dialog.getByText('A pool with the name other exists already')).toBeVisible()
    await dialog.getByRole('textbox', { name: 'Name' }).fill('vault.2026')
    await dialog.getByRole('button', { name: 'Rename' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'vault.2026' })).toBeVisible()

    await page.getByRole('button', { name: 'Change options' }).click()
    await dialog.getByRole('checkbox', { name: 'Compression' }).uncheck()
    await dialog.getByRole('checkbox', { name: 'Deduplication' }).check()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Compression off, deduplication on')).toBeVisible()
    const { body } = await direct(appliance).get(`/pool/${pool}`)
    expect(body).toMatchObject({ name: 'vault.2026', compression: false, deduplication: true, syncwrite: true })
  })

  test('delete: what goes with it is counted, its name is typed, then it is gone', async ({
    adminPage: page,
    appliance,
  }) => {
    const pool_id = await makePool(appliance)
    const call = direct(appliance)
    const { body: volume } = await call.post('/volume', { name: 'files', volume_type: 'filesystem', pool_id })
    await call.post(`/volume/${String(volume.id)}/snapshot`, {})
    await call.post(`/volume/${String(volume.id)}/share`, { share_type: 'smb' })
    await page.goto(`/pools?do=delete&on=${id}/${pool_id}`)
    const dialog = page.getByRole('dialog', { name: 'Delete pool archive?' })
    await expect(dialog.getByRole('listitem')).toHaveText(['1 volume', '1 snapshot', '1 share'])
    const button = dialog.getByRole('button', { name: 'Delete' })
    await expect(button).toBeDisabled()
    await dialog.getByRole('textbox').fill('archiv')
    await expect(button).toBeDisabled()
    await dialog.getByRole('textbox').fill('archive')
    await button.click()
    await expect(page.getByRole('heading', { name: 'No pool yet' })).toBeVisible()
    expect(await poolsOf(appliance)).toEqual([])

    await page.goto(`/appliances/${id}/pools/${pool_id}`)
    await expect(page.getByText('This does not exist (any more)')).toBeVisible()
    await page.getByRole('link', { name: 'All pools' }).click()
    await expect(page).toHaveURL(`/pools?appliance=${id}`)
  })
})

test('the past of a pool: how full it was, and what it saved, as a picture and as a table', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { api, applianceId, poolId } = await withPool(admin, appliance)
  await page.goto(`/appliances/${applianceId}/pools/${poolId}?tab=history`)
  await expect(page.getByText('Not enough history')).toBeVisible()
  const table = page.getByRole('table', { name: 'History of backup' })
  await expect(table.getByRole('cell', { name: '1.00x' }).first()).toBeVisible()
  // What is written to it makes a second point.
  await makeVolume(api, { name: 'files', volume_type: 'filesystem', pool_id: poolId })
  await expect(page.getByRole('img', { name: /^Used: / })).toBeVisible()
  await page.getByRole('combobox', { name: 'Chart' }).selectOption('Compression and deduplication')
  await expect(page.getByRole('img', { name: /Deduplication: .*1\.00x/ })).toBeVisible()
  await page.getByRole('combobox', { name: 'Period' }).selectOption('The last 90 days')
  await page.reload()
  await expect(page.getByRole('combobox', { name: 'Chart' })).toHaveValue('ratios')
  await expect(page).toHaveURL(/period=weeks/)
})

test('an appliance that is not initialised: the wizard says so, and leads there', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { id } = await addAppliance(admin, appliance)
  await page.goto(`/pools/create?appliance=${id}`)
  await expect(page.getByText('This system is not initialised. Initialise it first.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Name' }).fill('early')
  await next(page)
  await expect(page.getByText('No pool can be made there now; the reason stands below.')).toBeVisible()
  await page.getByRole('link', { name: 'Initialise the appliance' }).click()
  await page.getByRole('button', { name: 'Leave' }).click()
  await expect(page).toHaveURL(`/appliances/${id}/initialize`)
})

/** Presses Tab until something with this name has the focus, as a person without a mouse does. */
async function tabTo(page: Page, name: string): Promise<void> {
  const target = page
    .getByRole('button', { name, exact: true })
    .or(page.getByRole('checkbox', { name, exact: true }))
    .first()
  for (let press = 0; press < 60; press += 1) {
    if (await target.evaluate((element) => element.matches(':focus'))) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}
