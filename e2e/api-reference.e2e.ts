import type { Endpoint } from '@vsnap/contract/endpoint.ts'
import { vsnapApi } from '@vsnap/vsnap-api/api.ts'
import { expect } from '@playwright/test'
import { direct } from './direct.ts'
import { test } from './fixtures.ts'
import { initialise, makeVolume, withPool } from './verbs.ts'

/** What does not change by itself from one moment to the next: volumes fill up. */
function settled(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer), (key, value: unknown) =>
    /^size_(used|free|before)/.test(key) ? 'a size' : value,
  )
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
  const { api, poolId } = await withPool(admin, appliance)
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
})
