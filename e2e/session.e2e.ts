import { expect } from '@playwright/test'
import { logInTo } from '../.scripts/console-client.ts'
import { test } from './fixtures.ts'
import { addAppliance, logIn } from './verbs.ts'

test('a person logs in, and arrives where they wanted to go', async ({ page, server }) => {
  await page.goto('/settings?tab=about')
  await expect(page).toHaveURL(/\/login\?to=/)
  await expect(page).toHaveTitle('Log in · vSnap Console')
  await logIn(page, server)
  await expect(page).toHaveURL('/settings?tab=about')
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
})

test('a link that leads to another site leads to the start page', async ({ page, server }) => {
  await page.goto('/login?to=//example.com/appliances')
  await logIn(page, server)
  await expect(page).toHaveURL('/')
})

test('a wrong password is said, and the name that was typed stays', async ({ page, server }) => {
  await page.goto('/login')
  await page.getByRole('textbox', { name: 'User name' }).fill(server.username)
  await page.getByRole('textbox', { name: 'Password' }).fill('not the password')
  await page.getByRole('textbox', { name: 'Password' }).press('Enter')
  await expect(page.getByRole('alert')).toContainText('You are not logged in')
  await expect(page.getByRole('alert')).toContainText('LoginFailedError')
  await expect(page.getByRole('textbox', { name: 'User name' })).toHaveValue(server.username)
  await expect(page).toHaveURL('/login')

  await page.getByRole('textbox', { name: 'Password' }).fill(server.password)
  await page.getByRole('button', { name: 'Log in' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
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
  const { id } = await addAppliance(admin, appliance)
  await admin.userCreate({ body: { name: 'vera', password: 'only looking', role: 'viewer' } })
  const reason = 'This needs the role admin; you are viewer.'
  await logIn(page, { username: 'vera', password: 'only looking' })
  await page.getByRole('navigation', { name: 'Console' }).getByRole('link', { name: 'Appliances' }).click()

  const add = page.getByRole('button', { name: 'Add appliance' })
  await expect(add).toHaveAttribute('aria-disabled', 'true')
  await add.focus()
  await expect(page.getByRole('tooltip')).toHaveText(reason)

  await page.getByRole('button', { name: 'Actions of vault' }).click()
  for (const name of ['Edit', 'Remove']) {
    const action = page.getByRole('menuitem', { name })
    await expect(action).toHaveAttribute('aria-disabled', 'true')
    await expect(action).toContainText(reason)
  }
  await page.keyboard.press('Escape')

  await page.getByRole('link', { name: 'vault' }).click()
  await page.getByRole('tab', { name: 'Disks' }).click()
  await expect(page.getByRole('table', { name: 'Disks' }).getByRole('row')).toHaveCount(13)

  // The server says the same, whatever the page shows.
  const { client: viewer } = await logInTo(server.url, { username: 'vera', password: 'only looking' })
  await expect(viewer.applianceDelete({ params: { id } })).rejects.toThrow(/role admin/)
})
