import { expect } from '@playwright/test'
import { startMailServer } from '../apps/bff/src/testing/mail-server.ts'
import { direct } from './direct.ts'
import { test } from './fixtures.ts'
import { addAppliance, initialise, makeVolume } from './verbs.ts'

// An alert is over, and told, sooner than usual.
test.use({ consoleEnv: { CONSOLE_ALERTS_SETTLE: '3' } })

test('pool 91 %: seen on the overview, expanded by the wizard, gone by itself, and the mail says so', async ({
  adminPage: page,
  admin,
  startAppliance,
}) => {
  const mail = await startMailServer()
  const subjects = () => mail.mails.map(({ subject }) => subject)
  // So small that the pool is nearly full of what empty volumes take.
  const appliance = await startAppliance('vault', { disks: 4, diskSize: 1_066_000 })
  const api = direct(appliance)
  await initialise(appliance)
  const { body: listed } = await api.get('/disk')
  const [first] = listed.disks as { uuid: string }[]
  const pool = await api.post('/pool', { name: 'backup', pool_type: 'raid0', disk_list: [first?.uuid] })
  for (let n = 1; n <= 22; n += 1)
    await makeVolume(api, { name: `v${n}`, volume_type: 'filesystem', pool_id: pool.body.id })
  const open = { security: 'none', username: null, ca: null } as const
  const people = { from: 'console@example.org', to: ['ops@example.org'] }
  await admin.mailSet({ body: { ...open, ...people, host: '127.0.0.1', port: mail.port } })
  await addAppliance(admin, appliance)

  await page.goto('/')
  const attention = page.getByRole('region', { name: 'Needs attention' })
  const line = attention.getByRole('listitem').filter({ hasText: 'Pool backup on vault is 91 % used' })
  await expect.poll(subjects).toEqual(['Pool backup on vault is 91 % used'])
  await line.getByRole('link', { name: 'backup' }).click()
  await page.getByRole('button', { name: 'Actions' }).click()
  await page.getByRole('menuitem', { name: 'Expand' }).click()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('checkbox', { name: 'All disks' }).check()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Expand pool' }).click()
  await expect(page.getByRole('table', { name: 'Disks' }).getByRole('row')).toHaveCount(5)

  await page.getByRole('link', { name: 'vSnap Console' }).click()
  await expect(attention.getByText('Nothing needs attention.')).toBeVisible()
  await expect.poll(subjects).toHaveLength(2)
  expect(subjects()[1]).toBe('Over: Pool backup on vault is 91 % used')
  expect(mail.mails[0]?.text).toContain('Expand it, or delete what is no longer needed.')
  await mail.stop()
})
