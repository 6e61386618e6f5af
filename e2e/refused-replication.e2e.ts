// What an appliance refuses of replication although the page's own checks passed.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { confirm, field, see, test, tryAll } from './attempts.ts'
import { direct } from './direct.ts'
import { addAppliance, initialise, makePartners, makeVolume, next, withPool } from './verbs.ts'

test('what an appliance refuses of replication stands in its words on the page', async ({
  adminPage: page,
  admin,
  startAppliance,
  gate,
  operations,
}) => {
  const [berlin, vienna] = await Promise.all([startAppliance('Berlin'), startAppliance('Vienna')])
  const far = await withPool(admin, vienna)
  const { id: berlinId } = await addAppliance(admin, berlin)
  await initialise(berlin)
  const api = direct(berlin)
  const { body: pool } = await api.post('/pool', { name: 'backup', pool_type: 'raid6' })
  const volume = await makeVolume(api, { name: 'payroll', volume_type: 'filesystem', pool_id: pool.id })
  await tryAll(page, gate, operations, [
    {
      operation: 'partnerCreate',
      at: `/replication/partners/add?appliance=${berlinId}`,
      fill: async (page) => {
        await next(page)
        await page.getByRole('textbox', { name: 'Address of the partner' }).fill(new URL(vienna.url).hostname)
        await page.getByRole('textbox', { name: 'Port' }).fill(new URL(vienna.url).port)
        await page.getByRole('textbox', { name: 'User name there' }).fill(vienna.username)
        await page.getByRole('textbox', { name: 'Password there' }).fill(vienna.password)
        await next(page)
        await page.getByRole('list', { name: 'Calls' }).waitFor()
        return [page.getByRole('textbox', { name: 'Port' }), new URL(vienna.url).port] as const
      },
      between: () => makePartners(berlin, vienna),
      press: 'Add partner',
      says: /That system is a partner already/,
    },
  ])
  const partner = (await api.get('/partner')).body.partners as { id: string; address: string }[]
  const [{ id: partnerId, address } = { id: '', address: '' }] = partner
  const relate = async () => {
    const made = await api.post(`/volume/${volume}/relationship`, {
      partner_id: partnerId,
      remote_pool_id: far.poolId,
      remote_vol_name: 'payroll',
    })
    return String(made.body.id)
  }
  let relation = ''
  await tryAll(page, gate, operations, [
    {
      operation: 'relationshipCreate',
      at: `/replication/create?appliance=${berlinId}&volume=${volume}`,
      fill: async (page) => {
        await next(page)
        await page.getByRole('combobox', { name: 'Partner' }).selectOption('Vienna')
        await next(page)
        await next(page)
        await page.getByRole('list', { name: 'Calls' }).waitFor()
        return undefined
      },
      between: async () => (relation = await relate()),
      press: 'Replicate',
      says: /has a relationship with this partner already/,
    },
  ])
  const at = `/appliances/${berlinId}/relationships/${relation}`
  // So slow that a session is under way until somebody cancels it.
  const sending = (transfer_rate: number) =>
    writeFileSync(join(berlin.data, 'control.json'), JSON.stringify({ preparation: 0, transfer_rate }))
  sending(256)
  const { body: monday } = await api.post(`/volume/${volume}/snapshot`, { name: 'monday' })
  await tryAll(page, gate, operations, [
    {
      operation: 'sessionStart',
      at: `${at}?do=start`,
      fill: async (page) => {
        await page.getByRole('combobox', { name: 'Snapshot' }).selectOption(String(monday.id))
        return field('Name on the replica', 'mon')(page)
      },
      between: () => api.delete(`/snapshot/${String(monday.id)}`),
      press: 'Start',
      says: /No snapshot has the id/,
    },
  ])
  const { body: session } = await api.post(`/relationship/${relation}/session`, {})
  await tryAll(page, gate, operations, [
    {
      operation: 'sessionCancel',
      at: `${at}?do=cancel`,
      fill: see(/^It is/),
      between: () => api.post(`/session/${String(session.id)}`, { action: 'cancel' }),
      press: 'Cancel session',
      says: /has ended already/,
    },
    {
      operation: 'relationshipDelete',
      at: `${at}?do=delete`,
      fill: confirm('payroll'),
      between: () => api.delete(`/relationship/${relation}?preserve_replica=true`),
      press: 'Delete',
      says: `No relationship has the id ${relation}.`,
    },
    {
      operation: 'partnerDelete',
      at: `/appliances/${berlinId}/partners/${partnerId}?do=remove`,
      fill: confirm(address),
      between: () => api.delete(`/partner/${partnerId}`),
      press: 'Remove',
      says: /No partner has the id/,
    },
  ])
})
