// What an appliance refuses of volumes and snapshots although the page's own checks passed: somebody else was quicker, behind the console's back.
import { confirm, field, test, tryAll } from './attempts.ts'
import { makeVolume, next, onToReview, withPool } from './verbs.ts'

test('what an appliance refuses of volumes and snapshots stands in its words on the page, and the form is still filled in', async ({
  adminPage: page,
  admin,
  appliance,
  gate,
  operations,
}) => {
  const { api, applianceId, poolId: pool } = await withPool(admin, appliance)
  const files = await makeVolume(api, { name: 'files', volume_type: 'filesystem', pool_id: pool })
  const plain = await makeVolume(api, { name: 'plain', volume_type: 'filesystem', pool_id: pool })
  const at = `/appliances/${applianceId}/volumes/${files}`
  const snapshot = async (name: string) => String((await api.post(`/volume/${files}/snapshot`, { name })).body.id)
  const [kept, cloned] = [await snapshot('kept'), await snapshot('cloned')]
  await tryAll(page, gate, operations, [
    {
      operation: 'volumeCreate',
      at: `/volumes/create?appliance=${applianceId}&pool=${pool}`,
      fill: async (page) => {
        await next(page)
        await next(page)
        const name = await field('Name', 'media')(page)
        await onToReview(page)
        return name
      },
      between: () => makeVolume(api, { name: 'media', volume_type: 'filesystem', pool_id: pool }),
      press: 'Create volume',
      says: /A volume with the name media exists already on this system/,
      isAtField: true,
    },
    {
      operation: 'volumeClone',
      at: `/volumes/create?appliance=${applianceId}&snapshot=${kept}`,
      fill: async (page) => {
        await next(page)
        const name = await field('Name', 'files-copy')(page)
        await next(page)
        await page.getByRole('list', { name: 'Calls' }).waitFor()
        return name
      },
      between: () => makeVolume(api, { name: 'files-copy', volume_type: 'filesystem', pool_id: pool }),
      press: 'Create clone',
      says: /A volume with the name files-copy exists already on this system/,
      isAtField: true,
    },
    {
      operation: 'snapshotCreate',
      at: `${at}?do=snapshot`,
      fill: field('Name', 'nightly'),
      between: () => snapshot('nightly'),
      press: 'Create snapshot',
      says: /a snapshot with the name nightly already/,
      isAtField: true,
    },
    {
      operation: 'volumeUpdate',
      at: `${at}?tab=settings&do=rename`,
      fill: field('Name', 'papers'),
      between: () => makeVolume(api, { name: 'papers', volume_type: 'filesystem', pool_id: pool }),
      readsFirst: true,
      press: 'Rename',
      says: /A volume with the name papers exists already on this system\. Choose another name\./,
      isAtField: true,
    },
    {
      operation: 'snapshotDelete',
      at: `${at}?tab=snapshots&do=delete-snapshot&on=${cloned}`,
      fill: confirm('cloned'),
      between: () => api.post('/volume', { name: 'clone', snapshot_id: cloned }),
      press: 'Delete',
      says: /Snapshot cloned has clones/,
    },
    {
      operation: 'volumeDelete',
      at: `/appliances/${applianceId}/volumes/${plain}?do=delete`,
      fill: confirm('plain'),
      async between() {
        const { body } = await api.post(`/volume/${plain}/snapshot`, { name: 'origin' })
        await api.post('/volume', { name: 'plain-clone', snapshot_id: body.id })
      },
      press: 'Delete',
      says: /Volume plain cannot be deleted/,
    },
  ])
})
