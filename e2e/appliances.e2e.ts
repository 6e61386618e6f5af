import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { direct } from './direct.ts'
import { test } from './fixtures.ts'
import type { RunningAppliance } from './processes.ts'
import { addAppliance, initialise, next } from './verbs.ts'

/** Goes through the wizard as far as the account, having compared the certificate. */
async function upToAccount(page: Page, { url }: { url: string }): Promise<void> {
  await page.goto('/appliances/add')
  await page.getByRole('textbox', { name: 'Address' }).fill(url)
  await next(page)
  await page.getByRole('checkbox', { name: 'I compared it' }).check()
  await next(page)
}

async function fillAccount(page: Page, account: { name: string; username: string; password: string }): Promise<void> {
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(account.name)
  await page.getByRole('textbox', { name: 'User name' }).fill(account.username)
  await page.getByRole('textbox', { name: 'Password' }).fill(account.password)
  await page.getByRole('button', { name: 'Add appliance' }).click()
}

/** Requests that came to an appliance with the right credentials, as its own log says. */
const answered = (appliance: RunningAppliance): number => appliance.output().split('"status":200').length - 1

test('a new appliance: its certificate is compared, its account tried, it is initialised', async ({
  adminPage: page,
  appliance,
}) => {
  await page.goto('/appliances')
  await expect(page.getByRole('heading', { name: 'No appliance yet' })).toBeVisible()
  await page.getByRole('link', { name: 'Add appliance' }).first().click()

  await next(page)
  await expect(page.getByText('Enter the address of the appliance')).toBeVisible()
  await page.getByRole('textbox', { name: 'Address' }).fill(appliance.url)
  await next(page)

  await expect(page.getByRole('heading', { name: 'Is it really this appliance?' })).toBeVisible()
  await expect(page.getByText(appliance.fingerprint())).toBeVisible()
  await next(page)
  await expect(page.getByText('Compare the fingerprint first')).toBeVisible()
  await page.getByRole('checkbox', { name: 'I compared it' }).check()
  await next(page)

  await fillAccount(page, { ...appliance, password: 'not the password' })
  const refusal = page.getByRole('alert').filter({ hasText: 'ApplianceCredentialsRejected' })
  await expect(refusal).toContainText('The appliance rejected the user name or password')
  await expect(page.getByRole('textbox', { name: 'User name' })).toHaveValue(appliance.username)
  await page.getByRole('textbox', { name: 'Password' }).fill(appliance.password)
  await page.getByRole('button', { name: 'Add appliance' }).click()

  await expect(page.getByRole('heading', { name: 'vault is added' })).toBeVisible()
  await expect(page.getByText('It is not initialised')).toBeVisible()
  // What was done is not undone by going back.
  await expect(page.getByRole('button', { name: 'Back' })).toBeDisabled()
  await next(page)
  await expect(page.getByRole('checkbox', { name: 'Allow several pools' })).toBeChecked()
  await page.getByRole('button', { name: 'Initialise', exact: true }).last().click()

  await expect(page.getByRole('heading', { name: 'The system is being initialised' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'The system is ready' })).toBeVisible()
  const { body } = await direct(appliance).get('/system')
  expect(body).toMatchObject({ init_status: 'Ready', multipool: true })

  await page.getByRole('main').getByRole('link', { name: 'See the appliance' }).click()
  await expect(page.getByText('Online')).toBeVisible()
  await expect(page).toHaveTitle('vault · vSnap Console')
})

test('an address where nothing listens is said at the address, and nothing typed is lost', async ({
  adminPage: page,
  appliance,
}) => {
  await appliance.stop()
  await page.goto('/appliances/add?step=certificate')
  await expect(page).toHaveURL('/appliances/add?step=address')
  await page.getByRole('textbox', { name: 'Address' }).fill('not a host!!')
  await next(page)
  await expect(page.getByRole('textbox', { name: 'Address' })).toHaveAccessibleDescription(/^This is no address\./)
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page.getByRole('textbox', { name: 'Address' }).fill(appliance.url)
  await next(page)
  await expect(page.getByRole('alert')).toContainText('ApplianceUnreachable')
  await expect(page.getByRole('textbox', { name: 'Address' })).toHaveValue(appliance.url)
  await appliance.start()
  await next(page)
  await expect(page.getByText(appliance.fingerprint())).toBeVisible()
})

test('many from a list: each certificate is compared, each result told, what failed is tried again', async ({
  adminPage: page,
  admin,
  startAppliance,
}) => {
  const [vienna, graz, linz] = [
    await startAppliance('vienna'),
    await startAppliance('graz'),
    await startAppliance('linz'),
  ]
  await linz.stop()
  await page.goto('/appliances/add')
  await page.getByRole('textbox', { name: 'Address' }).fill(vienna.url)
  await page.getByRole('link', { name: 'Add many from a list' }).click()
  const addresses = page.getByRole('textbox', { name: 'Addresses' })
  await expect(addresses).toHaveValue(vienna.url)
  await addresses.fill(`${vienna.url} Vienna\n${graz.url} Graz\n${linz.url} Linz\n`)
  await next(page)

  const line = (list: string, name: string) =>
    page.getByRole('list', { name: list }).getByRole('listitem').filter({ hasText: name })
  await expect(line('Certificates', 'Vienna')).toContainText(vienna.fingerprint())
  await expect(line('Certificates', 'Linz')).toContainText('ApplianceUnreachable')
  await next(page)
  await expect(page.getByText('Compare at least one fingerprint.')).toBeVisible()
  for (const { url } of [vienna, graz])
    await page.getByRole('checkbox', { name: `I compared it; it is the same for ${url}` }).check()
  await next(page)

  await page.getByRole('textbox', { name: 'User name' }).fill(vienna.username)
  await page.getByRole('textbox', { name: 'Password' }).fill(vienna.password)
  await page.getByRole('button', { name: 'Add 2 appliances' }).click()
  // The other one has another password.
  await expect(page.getByRole('heading', { name: '1 of 3 added' })).toBeVisible()
  await expect(line('Results', 'Graz')).toContainText('ApplianceCredentialsRejected')
  await page.getByRole('button', { name: 'Back' }).click()
  await expect(page.getByRole('textbox', { name: 'User name' })).toHaveValue(vienna.username)
  await page.getByRole('textbox', { name: 'Password' }).fill(graz.password)
  await page.getByRole('button', { name: 'Add 1 appliance' }).click()
  await expect(page.getByRole('heading', { name: '2 of 3 added' })).toBeVisible()

  await linz.start()
  await page
    .getByRole('navigation', { name: /^Steps/ })
    .getByRole('button', { name: 'Addresses' })
    .click()
  await next(page)
  await page.getByRole('checkbox', { name: `I compared it; it is the same for ${linz.url}` }).check()
  await next(page)
  await page.getByRole('textbox', { name: 'Password' }).fill(linz.password)
  await page.getByRole('button', { name: 'Add 1 appliance' }).click()
  await expect(page.getByRole('heading', { name: '3 of 3 added' })).toBeVisible()
  const kept = await page.evaluate(() =>
    JSON.stringify([location.href, Object.entries(localStorage), Object.entries(sessionStorage)]),
  )
  expect(kept).not.toContain(linz.password)
  await page.getByRole('button', { name: 'Finish' }).click()
  await expect(page.getByRole('table').getByRole('row', { name: /Linz/ })).toBeVisible()
  const { appliances } = await admin.applianceList({})
  expect(Object.fromEntries(appliances.map(({ name, fingerprint }) => [name, fingerprint]))).toEqual({
    Graz: graz.fingerprint(),
    Linz: linz.fingerprint(),
    Vienna: vienna.fingerprint(),
  })
})

test('leaving the wizard half-way asks first', async ({ adminPage: page, appliance }) => {
  await upToAccount(page, appliance)
  await page.getByRole('link', { name: 'Settings' }).click()
  const question = page.getByRole('dialog', { name: 'Leave this page?' })
  await question.getByRole('button', { name: 'Stay' }).click()
  await expect(page.getByRole('heading', { name: 'How does the console log in?' })).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await question.getByRole('button', { name: 'Leave' }).click()
  await expect(page).toHaveURL('/appliances')
})

test('the same system under a second address is refused, with a link to the first', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { id } = await addAppliance(admin, appliance)
  const second = { url: appliance.url.replace('127.0.0.1', 'localhost') }
  await upToAccount(page, second)
  await fillAccount(page, { ...appliance, name: 'another' })
  const refusal = page.getByRole('alert').filter({ hasText: 'AlreadyRegistered' })
  await expect(refusal).toContainText('This system is registered already, as vault')
  await refusal.getByRole('link', { name: 'vault' }).click()
  // The form was not sent: leaving it is asked about.
  await page.getByRole('button', { name: 'Leave' }).click()
  await expect(page).toHaveURL(`/appliances/${id}`)
  await expect(page.getByRole('heading', { level: 1, name: 'vault' })).toBeVisible()
})

test('another certificate than the pinned one is said, gets no credentials, and is trusted after a look', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { id } = await addAppliance(admin, appliance)
  const before = appliance.fingerprint()
  await appliance.renewCertificate()
  expect(appliance.fingerprint()).not.toBe(before)

  const heard = answered(appliance)
  expect(heard).toBeGreaterThan(0)
  await page.goto(`/appliances/${id}?tab=disks`)
  await expect(page.getByRole('heading', { name: 'no credentials were sent' })).toBeVisible()
  await expect(page.getByText('Certificate changed').first()).toBeVisible()
  await expect(page.getByText('CertificateChanged').first()).toBeVisible()
  expect(answered(appliance)).toBe(heard)

  // New credentials are kept, and wait.
  await page.getByRole('button', { name: 'Actions' }).click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  const edit = page.getByRole('dialog', { name: 'Edit vault' })
  await expect(edit).toContainText('sent to nobody until its certificate is trusted')
  await edit.getByRole('textbox', { name: 'Password' }).fill(appliance.password)
  await edit.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('kept and not tried, because its certificate is not trusted')).toBeVisible()
  expect(answered(appliance)).toBe(heard)

  await page.getByRole('button', { name: 'Compare certificates' }).click()
  const dialog = page.getByRole('dialog', { name: 'Trust the new certificate of vault?' })
  await expect(dialog.getByText(appliance.fingerprint())).toBeVisible()
  await expect(dialog.getByText(before)).toBeVisible()
  await dialog.getByRole('button', { name: 'Trust' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Certificate changed')).toBeHidden()
  await expect(page.getByRole('table', { name: 'Disks' }).getByRole('row')).toHaveCount(13)
})

test('an appliance that is killed while its page is open says so, and is there again by itself', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  await addAppliance(admin, appliance)
  await page.goto('/appliances')
  const row = page.getByRole('row', { name: 'vault' })
  await row.getByRole('link', { name: 'vault' }).click()
  await expect(page.getByText('Not initialised', { exact: true }).first()).toBeVisible()

  await appliance.kill()
  await page.getByRole('tab', { name: 'System' }).click()
  await page.getByRole('tab', { name: 'Network' }).click()
  await expect(page.getByText('Network interfaces: no answer')).toBeVisible()
  await expect(page.getByText('The appliance does not answer')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Change the address' })).toBeVisible()

  await appliance.start()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('table', { name: 'Network interfaces' })).toBeVisible()
  await expect(page.getByText('The appliance does not answer')).toBeHidden()
})

test('an appliance is edited: another name and account, and a wrong password is not kept', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { id } = await addAppliance(admin, appliance)
  await page.goto('/appliances')
  await page.getByRole('button', { name: 'Actions of vault' }).click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  const dialog = page.getByRole('dialog', { name: 'Edit vault' })
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('vault of the cellar')
  await dialog.getByRole('textbox', { name: 'Password' }).fill('not the password')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert')).toContainText('ApplianceCredentialsRejected')
  expect((await admin.applianceView({ params: { id } })).name).toBe('vault')

  await dialog.getByRole('textbox', { name: 'Password' }).fill('')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('link', { name: 'vault of the cellar' })).toBeVisible()
})

test('an appliance is removed only when its name is typed, and keeps everything', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { id } = await addAppliance(admin, appliance)
  await page.goto(`/appliances/${id}`)
  await page.getByRole('button', { name: 'Actions' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  const dialog = page.getByRole('dialog', { name: 'Remove appliance vault?' })
  await expect(dialog).toContainText('The appliance itself keeps everything')
  const remove = dialog.getByRole('button', { name: 'Remove' })
  await expect(remove).toBeDisabled()
  await dialog.getByRole('textbox').fill('vaul')
  await expect(remove).toBeDisabled()
  await dialog.getByRole('textbox').fill('vault')
  await remove.click()
  await expect(page).toHaveURL('/appliances')
  await expect(page.getByRole('heading', { name: 'No appliance yet' })).toBeVisible()
  expect((await direct(appliance).get('/system')).status).toBe(200)

  await page.goto(`/appliances/${id}`)
  await expect(page.getByRole('heading', { name: 'This does not exist (any more)' })).toBeVisible()
})

test('disks that were attached are found by a rescan; what an interface carries is chosen, and nobody is locked out unwarned', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  const { id } = await addAppliance(admin, appliance)
  await page.goto(`/appliances/${id}?tab=disks`)
  await expect(page.getByRole('row')).toHaveCount(13)
  writeFileSync(join(appliance.data, 'control.json'), JSON.stringify({ added_disks: 2 }))
  await page.getByRole('button', { name: 'Rescan' }).click()
  await expect(page.getByRole('row')).toHaveCount(15)
  const api = direct(appliance)
  const { body } = await api.get('/disk')
  expect(body.total).toBe(14)

  // Which pool a disk is in, and which group of it; one that is unused is in none.
  await initialise(appliance)
  const [spare, ...disk_list] = (body.disks as { uuid: string }[]).slice(0, 4).map(({ uuid }) => uuid)
  const made = await api.post('/pool', { name: 'backup', pool_type: 'raid5', disk_list })
  await api.post(`/pool/${made.body.id}`, { action: 'addspare', disk_list: [spare] })
  await page.reload()
  await expect(page.getByRole('row', { name: /raid5_group1/ })).toHaveCount(3)
  await page.getByRole('textbox', { name: 'Filter disks' }).fill('backup')
  await expect(page.getByRole('row')).toHaveCount(5)
  await expect(page.getByRole('row', { name: /spare.*backup/ })).toHaveCount(1)
  await page.getByRole('link', { name: 'backup' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'backup' })).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Disks', selected: true })).toBeVisible()
  await page.goBack()

  await page.getByRole('tab', { name: 'Network' }).click()
  await page
    .getByRole('button', { name: /^Actions of/ })
    .last()
    .click()
  await page.getByRole('menuitem', { name: 'Set services' }).click()
  const dialog = page.getByRole('dialog')
  const box = (name: string) => dialog.getByRole('checkbox', { name })
  const name = /Services of (\S+)/.exec((await dialog.getByRole('heading').first().textContent()) ?? '')?.[1]
  const carried = async () => {
    const { networks } = (await direct(appliance).get('/network')).body as {
      networks: { name: string; services: string[] }[]
    }
    return networks.find((network) => network.name === name)?.services
  }
  await box('mgmt').uncheck()
  await expect(dialog.getByText(/is the last interface with mgmt/)).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled()
  await box('mgmt').check()
  const before = await carried()
  await (before?.includes('repl') ? box('repl').uncheck() : box('repl').check())
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  expect((await carried())?.includes('repl')).toBe(!before?.includes('repl'))
})
