import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, type Page } from '@playwright/test'
import { direct } from './direct.ts'
import { test } from './fixtures.ts'
import type { RunningAppliance } from './processes.ts'
import { addAppliance, initialise, makeVolume, next, withPool } from './verbs.ts'

/** By keyboard: what is done is told in the corner where the page has its buttons. */
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).press('Enter')
const dialog = (page: Page) => page.getByRole('dialog')

/** How fast an appliance sends from now on (bytes a second). */
const sendAt = (appliance: RunningAppliance, transfer_rate: number) =>
  writeFileSync(join(appliance.data, 'control.json'), JSON.stringify({ preparation: 0, transfer_rate }))
const [slow, fast] = [8 * 1024, 64 * 1024 ** 2]
/** So slow that nothing of a small increment comes to its end. */
const crawling = 256

/** Starts a session from the page that is open, and looks at it. */
async function start(page: Page, id: number): Promise<void> {
  await dialog(page).getByRole('button', { name: 'Start' }).click()
  await page.getByRole('link', { name: `See session ${id}` }).click()
  await expect(page.getByRole('heading', { name: `Session ${id}` })).toBeVisible()
}

test('two appliances become partners; a volume is copied, goes on after a cancel and a power failure, and its replica is taken up again', async ({
  adminPage: page,
  admin,
  startAppliance,
}) => {
  const [berlin, vienna] = await Promise.all([startAppliance('Berlin'), startAppliance('Vienna')])
  const [near, far] = [await withPool(admin, berlin), await withPool(admin, vienna)]
  const volume = await makeVolume(near.api, { name: 'payroll', volume_type: 'filesystem', pool_id: near.poolId })
  const sessions = async () => (await near.api.get('/session')).body.sessions as Record<string, string>[]

  await test.step('partners, and nobody types a password', async () => {
    await page.goto('/replication/partners/add')
    await page.getByRole('combobox', { name: 'Appliance' }).selectOption('Berlin')
    await page.getByRole('combobox', { name: 'Partner' }).selectOption('Vienna')
    await next(page)
    await next(page)
    await expect(page.getByText(vienna.password)).toHaveCount(0)
    await page.getByRole('button', { name: 'Add partner' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Make Berlin and Vienna partners' })).toBeVisible()
    await expect(page.getByText('1 of 1 done')).toBeVisible()
    expect((await far.api.get('/partner')).body.total).toBe(1)
  })

  await test.step('a relationship, and its first session while it is sent', async () => {
    sendAt(berlin, slow)
    await page.goto(`/appliances/${near.applianceId}/volumes/${volume}?tab=replication`)
    await page.getByRole('link', { name: 'Replicate' }).click()
    await next(page)
    await page.getByRole('combobox', { name: 'Partner' }).selectOption('Vienna')
    await next(page)
    await next(page)
    await page.getByRole('button', { name: 'Replicate' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Replicate payroll to Vienna' })).toBeVisible()
    await expect.poll(async () => (await sessions()).length).toBe(1)
    await page.goto(`/appliances/${near.applianceId}/sessions/1`)
    await expect(page.getByText('ACTIVE')).toBeVisible()
    const sent = page.getByRole('term').filter({ hasText: 'Sent' }).first().locator('+ *')
    await expect(sent).toContainText('/s')
    const before = await sent.textContent()
    await expect(sent).not.toHaveText(before ?? '')
    sendAt(berlin, fast)
    await expect(page.getByText('Sent whole.')).toBeVisible()
  })
  const relation = (await sessions())[0]?.rel_id ?? ''
  const replica = await far.api.get(`/relationship/${relation}`)
  expect(replica.body).toMatchObject({
    local_role: 'replica',
    last_sync_status: 'COMPLETED',
    local_vol_name: 'payroll',
  })
  expect((await near.api.get(`/relationship/${relation}`)).body.last_sync_status).toBe('COMPLETED')

  await test.step('the next one sends less', async () => {
    await press(page, 'Start session')
    await start(page, 2)
    await expect(page.getByText('Sent what changed since')).toBeVisible()
    const [first, second] = await sessions()
    expect(Number(second?.size_sent)).toBeLessThan(Number(first?.size_sent))
  })

  await test.step('one is canceled, one ends with its partner', async () => {
    sendAt(berlin, crawling)
    await press(page, 'Start session')
    await start(page, 3)
    await press(page, 'Cancel session')
    await dialog(page).getByRole('button', { name: 'Cancel session' }).click()
    await expect(page.getByRole('heading', { name: 'This session was canceled' })).toBeVisible()

    await press(page, 'Start session')
    await start(page, 4)
    await expect(page.getByText('ACTIVE')).toBeVisible()
    await vienna.kill()
    await expect(page.getByRole('heading', { name: 'This session failed' })).toBeVisible()
  })

  await test.step('the partner is back, and so is the replication', async () => {
    await vienna.start()
    sendAt(berlin, fast)
    await press(page, 'Start session')
    await start(page, 5)
    await expect(page.getByText('COMPLETED')).toBeVisible()
  })

  await test.step('the relationship goes, the replica stays, and is taken up again', async () => {
    await page.getByRole('link', { name: 'payroll → payroll' }).click()
    await press(page, 'Actions')
    await page.getByRole('menuitem', { name: 'Delete relationship' }).press('Enter')
    await expect(dialog(page).getByRole('textbox')).toBeFocused()
    // Whoever thinks better of it goes on where the menu is.
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Actions', exact: true })).toBeFocused()
    await press(page, 'Actions')
    await page.getByRole('menuitem', { name: 'Delete relationship' }).click()
    await dialog(page).getByRole('textbox').fill('payroll')
    await dialog(page).getByRole('button', { name: 'Delete' }).click()
    await expect(page.getByText('payroll is replicated no more')).toBeVisible()
    expect((await far.api.get('/relationship')).body.total).toBe(0)
    expect((await far.api.get('/volume?name=payroll')).status).toBe(200)

    // From a volume that is selected in the list, as many can be. Among many one looks for others by their names.
    for (let number = 1; number <= 8; number += 1)
      await makeVolume(near.api, { name: `logs-${number}`, volume_type: 'filesystem', pool_id: near.poolId })
    await page.goto(`/volumes?appliance=${near.applianceId}`)
    await page.getByRole('checkbox', { name: 'Select payroll' }).check()
    await page.getByRole('region', { name: 'Selected volumes' }).getByRole('link', { name: 'Replicate' }).click()
    await expect(page.getByRole('checkbox', { name: /^payroll/ })).toBeChecked()
    const filter = page.getByRole('textbox', { name: 'Filter what can be chosen' })
    await filter.fill('LOGS')
    await page.getByRole('checkbox', { name: 'All 8 that are shown' }).check()
    await expect(page.getByText('9 of 9 chosen')).toBeVisible()
    await page.getByRole('checkbox', { name: 'All 8 that are shown' }).uncheck()
    await filter.press('Enter')
    await filter.fill('')
    await expect(page.getByText('1 of 9 chosen')).toBeVisible()
    await next(page)
    await page.getByRole('combobox', { name: 'Partner' }).selectOption('Vienna')
    await next(page)
    await page.getByRole('checkbox', { name: 'Take up replicas' }).check()
    await next(page)
    await expect(page.getByText('volumes of these names become replicas again')).toBeVisible()
    await page.getByRole('button', { name: 'Replicate' }).click()
    await expect.poll(async () => (await sessions()).at(-1)?.message).toMatch(/^Sent what changed since/)
    expect((await far.api.get('/volume')).body.total).toBe(1)
  })

  await test.step('the two forget each other when nothing is replicated any more', async () => {
    await expect.poll(async () => (await sessions()).at(-1)?.status).toBe('COMPLETED')
    const [{ id } = { id: '' }] = (await near.api.get('/relationship')).body.relationships as { id: string }[]
    expect((await near.api.delete(`/relationship/${id}?preserve_replica=true`)).status).toBe(200)
    const [partner] = (await near.api.get('/partner')).body.partners as { id: string; address: string }[]
    await page.goto(`/appliances/${near.applianceId}/partners/${partner?.id}`)
    await press(page, 'Actions')
    await page.getByRole('menuitem', { name: 'Remove partner' }).click()
    await dialog(page)
      .getByRole('textbox')
      .fill(partner?.address ?? '')
    await dialog(page).getByRole('button', { name: 'Remove' }).click()
    await expect(dialog(page)).toBeHidden()
    expect((await near.api.get('/partner')).body.total).toBe(0)
    expect((await far.api.get('/partner')).body.total).toBe(0)
  })
})

test('a replica says whose copy it is and leads through an emergency; how late is late is set for one and for all; the map leads to its relationships', async ({
  adminPage: page,
  admin,
  startAppliance,
}) => {
  const [berlin, vienna] = await Promise.all([startAppliance('Berlin'), startAppliance('Vienna')])
  const [near, far] = [await withPool(admin, berlin), await withPool(admin, vienna)]
  const { port } = new URL(vienna.url)
  const account = { remote_user: vienna.username, remote_pass: vienna.password }
  const partner = await near.api.post('/partner', { remote_addr: '127.0.0.1', remote_api_port: port, ...account })
  const volume = await makeVolume(near.api, { name: 'payroll', volume_type: 'filesystem', pool_id: near.poolId })
  const { body } = await near.api.post(`/volume/${volume}/relationship`, { partner_id: partner.body.id })
  await near.api.post(`/relationship/${String(body.id)}/session`, {})
  await expect
    .poll(async () => (await near.api.get(`/relationship/${String(body.id)}`)).body.last_sync_status)
    .toBe('COMPLETED')
  const tab = `/appliances/${far.applianceId}/volumes/${String(body.remote_vol_id)}?tab=replication`
  const replica = String(body.remote_vol_name)

  // In the list, and in the dialog that an address opens, both ends refuse what their pages do.
  const item = (name: RegExp) => page.getByRole('menuitem', { name })
  await page.goto('/volumes')
  await press(page, `Actions of ${replica} on Vienna`)
  for (const name of [/^Create snapshot/, /^Create share/, /^Rename/, /^Resize/, /^Delete/]) {
    await expect(item(name)).toContainText(`Volume ${replica} is the replica of payroll on another system`)
    await expect(item(name)).toHaveAttribute('aria-disabled', 'true')
  }
  await page.keyboard.press('Escape')
  await press(page, 'Actions of payroll on Berlin')
  const stays = `Volume payroll is replicated to ${replica} on another system (relationship ${String(body.id)}). Delete the relationship first.`
  await expect(item(/^Delete/)).toContainText(stays)
  await expect(item(/^Rename/)).not.toHaveAttribute('aria-disabled', 'true')
  await page.goto(`/volumes?do=delete&on=${near.applianceId}/${volume}`)
  await expect(dialog(page)).toContainText(stays)
  await expect(dialog(page).getByRole('textbox')).toHaveCount(0)
  expect((await near.api.delete(`/volume/${volume}`)).body).toMatchObject({ error: { message: stays } })
  await dialog(page)
    .getByRole('link', { name: `Replicated to ${replica} on Vienna` })
    .click()
  await expect(page).toHaveURL(`/appliances/${near.applianceId}/relationships/${String(body.id)}`)
  await page.goto(tab)
  await page.getByRole('tab', { name: 'Overview' }).click()
  await expect(page.getByRole('link', { name: 'Replica of payroll on Berlin' })).toBeVisible()

  await page.goto(tab)
  await expect(page.getByRole('heading', { name: 'This volume is a copy of payroll on Berlin' })).toBeVisible()
  await expect(page.getByText(/^The newest complete state is vsnap_\S+, made on Berlin .* ago/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Share the clone' })).toHaveAttribute('aria-disabled', 'true')
  await expect(page.getByRole('button', { name: 'Start session' })).toBeVisible()
  await page.getByRole('link', { name: 'Clone the newest snapshot' }).click()
  await next(page)
  await next(page)
  await page.getByRole('button', { name: 'Create clone' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'payroll-clone' })).toBeVisible()
  await page.goto(tab)
  await expect(page.getByRole('link', { name: 'Replicate payroll-clone' })).toBeVisible()
  await page.getByRole('link', { name: 'Share payroll-clone' }).click()
  await next(page)
  await next(page)
  await page.getByRole('button', { name: 'Create share' }).click()
  await expect.poll(async () => (await far.api.get('/share')).body.total).toBe(1)

  await page.goto('/replication?tab=map')
  await page.getByRole('link', { name: 'Berlin → Vienna' }).click()
  await expect(page.getByRole('button', { name: 'Show all relationships' })).toBeVisible()
  await press(page, 'Lag target: 24 h')
  await dialog(page).getByRole('textbox', { name: 'A replica is late after' }).fill('2')
  await dialog(page).getByRole('combobox', { name: 'Unit' }).selectOption('days')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  const row = page.getByRole('row').filter({ hasText: 'payroll' })
  await expect(row).toContainText('of 2 days')
  await press(page, 'Actions of payroll')
  await page.getByRole('menuitem', { name: 'Set lag target' }).click()
  await dialog(page)
    .getByRole('radio', { name: /^Its own/ })
    .check()
  await dialog(page).getByRole('textbox', { name: 'A replica is late after' }).fill('0')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(dialog(page).getByText('Enter a time from a minute to a year.')).toBeVisible()
  await dialog(page).getByRole('textbox', { name: 'A replica is late after' }).fill('4')
  await dialog(page).getByRole('combobox', { name: 'Unit' }).selectOption('hours')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(row).toContainText('of 4 h')
  // In the file each fact is by itself.
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Export as CSV')])
  const [header, line] = (await text(await download.createReadStream())).split('\r\n')
  expect(header).toContain('Volume,Appliance,Replica,Appliance of the replica,Protection,Now,Known,Lag (seconds),')
  expect(header).toContain('Lag target (seconds),Last success,')
  expect(line).toContain(`payroll,Berlin,${replica},Vienna,Current,,,`)
  expect(line).toMatch(/,14400,\d{4}-.*,\d+,vsnap_[^,]*,1,0$/)

  await page.getByRole('checkbox', { name: 'Select payroll' }).check()
  await press(page, 'Start sessions')
  await press(page, 'Start 1 session')
  await expect(page.getByText('1 of 1 done')).toBeVisible()
  expect((await near.api.get('/session')).body.total).toBe(2)

  await page.goto('/replication?tab=sessions&group=appliance')
  const groups = page.getByRole('table', { name: 'Sessions' }).getByRole('rowheader')
  await expect(groups.filter({ hasText: 'Berlin' })).toBeVisible()
  const counts = page.getByRole('group', { name: 'Counts by status' })
  await counts.getByRole('button', { name: /^COMPLETED [12]$/ }).click()
  await expect(page).toHaveURL(/group=appliance&status=COMPLETED/)

  await berlin.kill()
  await page.goto('/replication?group=appliance')
  await expect(page.getByRole('table', { name: 'Relationships' }).getByRole('rowheader')).toHaveText('Berlin 1')
  await expect(row).toContainText('what the replica’s side knows')

  // What Vienna knows as Berlin is not what Berlin shows any more: the list says so, and stays within a phone.
  await berlin.renewCertificate()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/replication?tab=partners')
  const known = page.getByRole('row').filter({ hasText: 'Needs attention' })
  await expect(known).toContainText('another certificate')
  const main = page.getByRole('main')
  expect(await main.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(0)
})

test('a partner that is not in the console is added by hand, after an address that is none and a wrong password', async ({
  adminPage: page,
  admin,
  startAppliance,
}) => {
  const [berlin, oslo] = await Promise.all([startAppliance('Berlin'), startAppliance('Oslo')])
  const [near, far] = [await withPool(admin, berlin), direct(oslo)]
  await initialise(oslo)
  const partners = async () => [(await near.api.get('/partner')).body.total, (await far.get('/partner')).body.total]
  const fill = (name: string, text: string) => page.getByRole('textbox', { name }).fill(text)

  await page.goto('/replication/partners/add')
  await page.getByRole('combobox', { name: 'Appliance' }).selectOption('Berlin')
  await next(page)
  await fill('Address of the partner', oslo.url)
  await fill('Port', '70000')
  await fill('User name there', oslo.username)
  await fill('Password there', 'a guess')
  await next(page)
  await expect(page.getByText(/is neither a hostname nor an address/)).toBeVisible()
  await expect(page.getByText(/it is a number from 1 to 65535/)).toBeVisible()
  await fill('Address of the partner', '127.0.0.1')
  await fill('Port', new URL(oslo.url).port)
  await next(page)
  await page.getByRole('button', { name: 'Add partner' }).click()
  await expect(page.getByText(/refuses the user or the password/)).toBeVisible()
  expect(await partners()).toEqual([0, 0])

  await fill('Password there', oslo.password)
  await next(page)
  await expect(page.getByText(oslo.password)).toHaveCount(0)
  await page.getByRole('button', { name: 'Add partner' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'not in this console' })).toContainText('Berlin')
  expect(await partners()).toEqual([1, 1])

  // Two of the console's own that are partners already are not asked for anything more.
  await addAppliance(admin, oslo)
  await page.goto('/replication/partners/add')
  await page.getByRole('combobox', { name: 'Appliance' }).selectOption('Berlin')
  await page.getByRole('combobox', { name: 'Partner' }).selectOption('Oslo')
  await next(page)
  await expect(page.getByText(/^That system is a partner already/)).toBeVisible()

  // On a phone the last tab is beyond the edge until it is the open one.
  await page.setViewportSize({ width: 390, height: 800 })
  await page.goto('/replication?tab=map')
  await expect(page.getByRole('tab', { name: 'Map' })).toBeInViewport({ ratio: 1 })
})
