// What an appliance refuses of shares although the page's own checks passed: somebody else was quicker, behind the console's back.
import { confirm, field, test, tryAll } from './attempts.ts'
import { makeVolume, next, withPool } from './verbs.ts'

test('what an appliance refuses of shares stands in its words on the page, and the form is still filled in', async ({
  adminPage: page,
  admin,
  appliance,
  gate,
  operations,
}) => {
  const { api, applianceId, poolId: pool } = await withPool(admin, appliance)
  const files = await makeVolume(api, { name: 'files', volume_type: 'filesystem', pool_id: pool })
  const at = `/appliances/${applianceId}/volumes/${files}`
  const share = async () => String((await api.post(`/volume/${files}/share`, { share_type: 'nfs' })).body.id)
  await share()
  await tryAll(page, gate, operations, [
    {
      operation: 'volumeShareDelete',
      at: `${at}?do=delete-share`,
      fill: confirm('/data/files'),
      between: () => api.delete(`/volume/${files}/share`),
      press: 'Delete',
      says: 'Volume files has no share.',
    },
  ])
  const shareId = await share()
  await tryAll(page, gate, operations, [
    {
      operation: 'shareUpdate',
      at: `${at}?tab=access&do=edit-share`,
      fill: field('Allowed hosts', 'media.example.com'),
      between: () => api.delete(`/share/${shareId}`),
      readsFirst: true,
      press: 'Save',
      says: 'Volume files has no share.',
    },
    {
      operation: 'shareCreate',
      at: `/shares/create?appliance=${applianceId}&volume=${files}`,
      fill: async (page) => {
        await next(page)
        await field('Allowed hosts', 'media.example.com')(page)
        await next(page)
        await page.getByRole('list', { name: 'Calls' }).waitFor()
        return undefined
      },
      between: share,
      press: 'Create share',
      says: 'Volume files has a share already. Edit it, or delete it first.',
    },
    {
      operation: 'shareDelete',
      at: `/shares?do=delete&on=${applianceId}/${Number(shareId) + 1}`,
      fill: confirm('/data/files'),
      between: () => api.delete(`/volume/${files}/share`),
      press: 'Delete',
      says: `No share has the id ${Number(shareId) + 1}.`,
    },
  ])
})
