// What an appliance refuses of hosts although the page's own checks passed: somebody else was quicker, behind the console's back.
import { confirm, field, see, test, tryAll } from './attempts.ts'
import { makeVolume, next, withPool } from './verbs.ts'

test('what an appliance refuses of hosts stands in its words on the page, and the form is still filled in', async ({
  adminPage: page,
  admin,
  appliance,
  gate,
  operations,
}) => {
  const { api, applianceId, poolId: pool } = await withPool(admin, appliance)
  const reach = [`iqn.1988-12.com.oracle:one`, `iqn.1988-12.com.oracle:two`]
  const disk = await makeVolume(api, { name: 'disk', volume_type: 'lun', pool_id: pool, size_total: '1073741824' })
  const { body: esx } = await api.post('/host', { name: 'esx-01', iqns: [reach[0]] })
  const host = String(esx.id)
  const map = (action: 'map' | 'unmap') => api.post(`/host/${host}`, { action, vol_id: disk })
  await tryAll(page, gate, operations, [
    {
      operation: 'hostCreate',
      at: `/hosts?appliance=${applianceId}&do=create`,
      fill: field('Name', 'esx-02'),
      between: () => api.post('/host', { name: 'esx-02', iqns: [reach[1]] }),
      press: 'Create host',
      says: /A host with the name esx-02 exists already\. Choose another name\./,
      isAtField: true,
    },
    {
      operation: 'hostUpdate',
      at: `/appliances/${applianceId}/hosts/${host}?do=edit`,
      fill: field('Name', 'esx-03'),
      between: () => api.post('/host', { name: 'esx-03', iqns: [] }),
      readsFirst: true,
      press: 'Save',
      says: /A host with the name esx-03 exists already\. Choose another name\./,
      isAtField: true,
    },
    {
      operation: 'volumeMap',
      at: `/appliances/${applianceId}/volumes/${disk}?tab=access&do=map`,
      fill: async (page) => {
        const chosen = page.getByRole('combobox', { name: 'Host' })
        await chosen.selectOption('esx-01')
        return [chosen, host] as const
      },
      between: () => map('map'),
      press: 'Map',
      says: /Volume disk is mapped to this host already\./,
      isAtField: true,
    },
    {
      operation: 'hostUnmap',
      at: `/appliances/${applianceId}/hosts/${host}?do=unmap&on=${disk}`,
      fill: see('The host loses the disk at once'),
      between: () => map('unmap'),
      press: 'Unmap',
      says: 'Volume disk is not mapped to host esx-01.',
    },
    {
      operation: 'hostMap',
      at: `/hosts/map?appliance=${applianceId}&host=${host}&volume=${disk}`,
      fill: async (page) => {
        await next(page)
        await next(page)
        await page.getByRole('list', { name: 'Calls' }).waitFor()
        return undefined
      },
      between: () => map('map'),
      press: 'Map',
      says: 'Volume disk is mapped to this host already.',
    },
    {
      operation: 'hostDelete',
      at: `/hosts?do=delete&on=${applianceId}/${host}`,
      fill: confirm('esx-01'),
      between: () => api.delete(`/host/${host}`),
      press: 'Delete',
      says: `No host has the id ${host}.`,
    },
  ])
})
