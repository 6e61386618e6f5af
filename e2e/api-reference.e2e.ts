import { spawnSync } from 'node:child_process'
import type { Endpoint } from '@vsnap/contract/endpoint.ts'
import { vsnapApi } from '@vsnap/vsnap-api/api.ts'
import { expect, type Locator } from '@playwright/test'
import { direct } from './direct.ts'
import { test } from './fixtures.ts'
import { initialise, makeVolume, next, withPool } from './verbs.ts'

/** What does not change by itself from one moment to the next: volumes fill up. */
function settled(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer), (key, value: unknown) =>
    /^size_(used|free|before)/.test(key) ? 'a size' : value,
  )
}

/** Runs what is copied as a person does in a shell, without a terminal: what curl asks for is `typed`. The JSON that it shows. */
async function answerTo(copied: Locator, typed: string, env: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const { status, stdout, stderr } = spawnSync('setsid', ['--wait', 'bash', '-c', (await copied.textContent()) ?? ''], {
    input: `${typed}\n`,
    env: { ...process.env, ...env },
  })
  expect(status, stderr.toString()).toBe(0)
  return JSON.parse(stdout.toString())
}

test('every reading operation can be tried from the reference, and shows what the appliance answers', async ({
  adminPage: page,
  admin,
  appliance,
  startAppliance,
}) => {
  const other = await startAppliance('other')
  await initialise(other)
  await direct(other).post('/pool', { name: 'copies', pool_type: 'raid6' })
  const { api, applianceId, poolId } = await withPool(admin, appliance)
  const volume = await makeVolume(api, { name: 'files', volume_type: 'filesystem', pool_id: poolId })
  const idOf = async (path: string, body: object): Promise<string> => {
    const made = await api.post(path, body)
    expect(made.status, JSON.stringify(made.body)).toBe(200)
    return String(made.body.id)
  }
  const { port } = new URL(other.url)
  const partner = {
    remote_addr: '127.0.0.1',
    remote_api_port: port,
    remote_user: other.username,
    remote_pass: other.password,
  }
  const partner_id = await idOf('/partner', partner)
  const relationship = await idOf(`/volume/${volume}/relationship`, { partner_id })
  const ids: Readonly<Record<string, string>> = {
    pool: poolId,
    volume,
    share: await idOf(`/volume/${volume}/share`, { share_type: 'nfs', share_options: { allowed_hosts: ['all'] } }),
    host: await idOf('/host', { name: 'esx-01' }),
    snapshot: await idOf(`/volume/${volume}/snapshot`, { name: 'monday' }),
    partner: partner_id,
    relationship,
    session: await idOf(`/relationship/${relationship}/session`, {}),
  }
  await expect.poll(async () => (await api.get(`/session/${ids['session']}`)).body.status).toBe('COMPLETED')

  await page.goto('/settings/api')
  for (const [name, endpoint] of Object.entries<Endpoint>(vsnapApi)) {
    if (endpoint.method !== 'GET') continue
    await test.step(name, async () => {
      await page.getByRole('textbox', { name: 'Find operations' }).fill(name)
      const operation = page
        .getByRole('button', { name: /^GET/ })
        .filter({ has: page.getByText(`/api${endpoint.path}`, { exact: true }) })
      await operation.click()
      const form = page.getByRole('form', { name: `Try ${endpoint.title}`, exact: true })
      const id = ids[/^\/(\w+)/.exec(endpoint.path)?.[1] ?? ''] ?? ''
      if (endpoint.path.includes(':id')) await form.getByRole('textbox', { name: 'id' }).fill(id)
      await form.getByRole('button', { name: 'Send' }).click()
      await expect(form.getByRole('heading', { name: 'Answer, status 200' })).toBeVisible()
      const { body } = await api.get(endpoint.path.replace(':id', id))
      const shown: unknown = JSON.parse((await form.locator('pre').textContent()) ?? '')
      expect(settled(shown)).toEqual(settled(body))
      await operation.click()
    })
  }

  const dialog = page.getByRole('dialog')
  const copied = dialog.locator('pre code')
  await test.step('what “API” shows as curl can be run as it is', async () => {
    await page.goto(`/appliances/${applianceId}?tab=access`)
    await page.getByRole('button', { name: 'API', exact: true }).click()
    for (const path of ['/user', '/target', '/system']) {
      await dialog.getByRole('combobox', { name: 'Call that is shown' }).selectOption(`GET /api${path}`)
      await expect(copied).toContainText(`/api${path}`)
      expect(await answerTo(copied, appliance.password)).toEqual((await api.get(path)).body)
    }
    await expect(dialog.getByRole('link', { name: 'guide §2.1' })).toBeVisible()
    await dialog.getByRole('button', { name: 'Schema' }).click()
    await expect(dialog.getByText('Answer, as JSON Schema')).toBeVisible()
  })
  await test.step('that of a list asks the console with a token, and an appliance', async () => {
    const { secret } = await admin.tokenCreate({ body: { name: 'curl', scope: 'api', role: 'viewer', days: 1 } })
    await page.goto('/volumes')
    await page.getByRole('button', { name: 'API', exact: true }).click()
    await expect(dialog.getByRole('link', { name: 'Settings, API tokens' })).toHaveAttribute(
      'href',
      '/settings?tab=tokens',
    )
    expect(await answerTo(copied.first(), '', { TOKEN: secret })).toMatchObject({
      items: [{ name: 'files' }],
      total: 1,
    })
    expect(await answerTo(copied.last(), appliance.password)).toMatchObject({ total: 1 })
  })
  await test.step('that of a review makes what the wizard would', async () => {
    const more = await makeVolume(api, { name: 'more', volume_type: 'filesystem', pool_id: poolId })
    await page.goto(`/shares/create?appliance=${applianceId}&volume=${more}`)
    for (const heading of ['What is shared, and how?', 'Who may reach it?']) {
      await expect(page.getByRole('heading', { level: 2, name: heading })).toBeVisible()
      await next(page)
    }
    await page.getByRole('button', { name: 'API', exact: true }).click()
    const operation = page.getByRole('region', { name: 'API: Create share' })
    await expect(operation).toContainText('Called once.')
    await expect(operation.getByRole('link', { name: 'guide §8.8' })).toBeVisible()
    await operation.getByRole('button', { name: 'Schema' }).click()
    await expect(operation.getByText('Body, as JSON Schema')).toBeVisible()
    const made = await answerTo(operation.locator('pre code'), appliance.password)
    expect((await api.get('/share')).body.shares).toContainEqual(
      expect.objectContaining({ id: (made as { id: string }).id }),
    )
  })
})
