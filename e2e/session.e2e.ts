import { expect } from '@playwright/test'
import { logInTo } from '../.scripts/console-client.ts'
import { goTo } from '../.scripts/views/show.ts'
import { test } from './fixtures.ts'
import { logIn, logInAsViewer, makeVolume, vera, withPool } from './verbs.ts'

test('a person logs in after a wrong password, and arrives where they wanted to go', async ({ page, server }) => {
  await page.goto('/settings?tab=about')
  await expect(page).toHaveURL(/\/login\?to=/)
  await expect(page).toHaveTitle('Log in · vSnap Console')
  await page.getByRole('textbox', { name: 'User name' }).fill(server.username)
  await page.getByRole('textbox', { name: 'Password' }).fill('not the password')
  await page.getByRole('textbox', { name: 'Password' }).press('Enter')
  await expect(page.getByRole('alert')).toContainText('You are not logged in')
  await expect(page.getByRole('alert')).toContainText('LoginFailedError')
  await expect(page.getByRole('textbox', { name: 'User name' })).toHaveValue(server.username)
  await expect(page).toHaveURL(/\/login\?to=/)

  await page.getByRole('textbox', { name: 'Password' }).fill(server.password)
  await page.getByRole('button', { name: 'Log in' }).click()
  await expect(page).toHaveURL('/settings?tab=about')
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()

  // A link that leads to another site leads to the start page, as the plain address does.
  for (const path of ['/login?to=//example.com/appliances', '/login']) {
    await page.context().clearCookies()
    await page.goto(path)
    await logIn(page, server)
    await expect(page).toHaveURL('/')
    await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
  }
})

test('a session that ends keeps the page and what was typed, and asks to log in again', async ({
  page,
  admin,
  appliance,
}) => {
  await admin.userCreate({ body: { name: 'mara', password: 'first password', role: 'admin' } })
  await logIn(page, { username: 'mara', password: 'first password' })
  await page.getByRole('link', { name: 'Add appliance' }).first().click()
  await page.getByRole('textbox', { name: 'Address' }).fill(appliance.url)

  // Another password ends all sessions of a person.
  await admin.userUpdate({ params: { name: 'mara' }, body: { password: 'second password' } })
  await page.getByRole('button', { name: 'Next' }).click()

  const question = page.getByRole('dialog', { name: 'Your session has ended' })
  await expect(question).toContainText('nothing on this page is lost')
  await expect(question.getByRole('textbox', { name: 'User name' })).toHaveValue('mara')
  await expect(question.getByRole('textbox', { name: 'Password' })).toBeFocused()
  await page.keyboard.type('first password')
  await page.keyboard.press('Enter')
  await expect(question.getByRole('alert')).toContainText('You are not logged in')
  await question.getByRole('textbox', { name: 'Password' }).fill('second password')
  await page.keyboard.press('Enter')
  await expect(question).toBeHidden()

  // What was asked for goes on by itself, with the address that was typed.
  await expect(page.getByRole('heading', { name: 'Is it really this appliance?' })).toBeVisible()
  await expect(page.getByText(appliance.fingerprint())).toBeVisible()
  await page.getByRole('button', { name: 'Back' }).click()
  await expect(page.getByRole('textbox', { name: 'Address' })).toHaveValue(appliance.url)
})

test('after log out the pages are closed, also to the browser’s Back', async ({ page, server }) => {
  await logIn(page, server)
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await page.getByRole('button', { name: 'Account: admin' }).click()
  await page.getByRole('menuitem', { name: 'Log out' }).click()
  await expect(page).toHaveURL('/login')
  expect((await page.request.get('/api/appliances')).status()).toBe(401)

  await page.goBack()
  await expect(page.getByRole('textbox', { name: 'User name' })).toBeVisible()
})

test('a viewer sees everything, and why they may change nothing', async ({ page, server, admin, appliance }) => {
  const { api, applianceId: id, poolId } = await withPool(admin, appliance)
  const volume = await makeVolume(api, { name: 'files', volume_type: 'filesystem', pool_id: poolId })
  const { body: share } = await api.post(`/volume/${volume}/share`, { share_type: 'nfs' })
  const iqn = 'iqn.1998-01.com.vmware:esx-01'
  const { body: host } = await api.post('/host', { name: 'esx-01', iqns: [iqn] })
  const needs = (role: 'admin' | 'operator') => `This needs the role ${role}; you are viewer.`
  const title = (name: string) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  /** Opens the page's actions: each is shown, may not be used, and says why. */
  const refused = async (role: 'admin' | 'operator', names: readonly string[]) => {
    await page.getByRole('button', { name: 'Actions', exact: true }).click()
    for (const name of names) {
      const action = page.getByRole('menuitem', { name })
      await expect(action).toContainText(needs(role))
      await expect(action).toHaveAttribute('aria-disabled', 'true')
    }
  }
  await logInAsViewer(page, admin)
  await page.getByRole('navigation', { name: 'Console' }).getByRole('link', { name: 'Appliances' }).click()

  const add = page.getByRole('button', { name: 'Add appliance' })
  await expect(add).toHaveAttribute('aria-disabled', 'true')
  await add.focus()
  await expect(page.getByRole('tooltip')).toHaveText(needs('admin'))

  await page.getByRole('button', { name: 'Actions of vault' }).click()
  for (const name of ['Edit', 'Remove']) {
    const action = page.getByRole('menuitem', { name })
    await expect(action).toHaveAttribute('aria-disabled', 'true')
    await expect(action).toContainText(needs('admin'))
  }
  await page.keyboard.press('Escape')

  await page.getByRole('link', { name: 'vault' }).click()
  await page.getByRole('tab', { name: 'Disks' }).click()
  await expect(page.getByRole('table', { name: 'Disks' }).getByRole('row')).toHaveCount(13)

  await goTo(page, `/appliances/${id}/pools/${poolId}`)
  await title('backup')
  await page.getByRole('button', { name: 'Actions', exact: true }).click()
  const actions = page.getByRole('menuitem')
  await expect(actions).toHaveCount(11)
  for (const action of await actions.all()) {
    await expect(action).toHaveAttribute('aria-disabled', 'true')
    const isOfVolumes = (await action.textContent())?.includes('Snapshot every volume') === true
    await expect(action).toContainText(needs(isOfVolumes ? 'operator' : 'admin'))
  }
  await page.keyboard.press('Escape')
  await goTo(page, '/pools/create')
  await title('Create pool')
  await expect(page.getByText(needs('admin'))).toBeVisible()
  await expect(page.getByRole('button', { name: 'Next' })).toBeHidden()

  await goTo(page, `/appliances/${id}/volumes/${volume}?tab=settings`)
  await expect(page.getByText(needs('operator'))).toHaveCount(3)
  await expect(page.getByRole('button', { name: 'Delete' })).toHaveAttribute('aria-disabled', 'true')
  await refused('operator', ['Replicate'])
  await page.goto('/volumes/create')
  await title('Create volume')
  await expect(page.getByText(needs('operator'))).toBeVisible()

  await goTo(page, `/appliances/${id}/shares/${String(share.id)}`)
  await expect(page.getByText('Nobody can reach this share: it allows no hosts.')).toBeVisible()
  await refused('operator', ['Edit', 'Delete'])
  await page.keyboard.press('Escape')
  await goTo(page, '/shares/create')
  await title('Create share')
  await expect(page.getByText(needs('operator'))).toBeVisible()

  await goTo(page, `/appliances/${id}/hosts/${String(host.id)}`)
  await expect(page.getByText(iqn)).toBeVisible()
  await refused('operator', ['Edit', 'Map volumes', 'Delete'])
  await page.keyboard.press('Escape')
  await goTo(page, '/hosts/map')
  await title('Map volumes')
  await expect(page.getByText(needs('operator'))).toBeVisible()

  // The server says the same, whatever the page shows.
  const { client: viewer } = await logInTo(server.url, vera)
  await expect(viewer.applianceDelete({ params: { id } })).rejects.toThrow(/role admin/)
  // The volume was made behind the console's back: its list is some seconds behind.
  await expect.poll(async () => (await viewer.fleetList({ params: { resource: 'volume' } })).total).toBe(1)
})
