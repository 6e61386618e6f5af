// What an appliance refuses although the page's own checks passed: somebody else was quicker, behind the console's back.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { confirm, field, next, tryAll } from './attempts.ts'
import { direct } from './direct.ts'
import { test } from './fixtures.ts'
import type { RunningAppliance } from './processes.ts'
import { addAppliance, initialise, makeVolume, onToReview } from './verbs.ts'

test('what an appliance refuses stands in its words on the page, and the form is still filled in', async ({
  adminPage: page,
  admin,
  startAppliance,
  operations,
}) => {
  test.setTimeout(180_000)
  const appliance = await startAppliance('vault', { disks: 16, interfaces: 2 })
  const api = direct(appliance)
  await initialise(appliance)
  const disks = (await api.get('/disk')).body.disks as { uuid: string; name: string }[]
  const uuids = (from: number, to: number) => disks.slice(from, to).map(({ uuid }) => uuid)
  const makePool = async (name: string, disk_list: string[], pool_type = 'raid0') => {
    const made = await api.post('/pool', { name, pool_type, disk_list })
    expect(made.status).toBe(200)
    return String(made.body.id)
  }
  const pool = await makePool('backup', uuids(0, 3), 'raid5')
  const { id: applianceId } = await addAppliance(admin, appliance)
  const poolAt = `/appliances/${applianceId}/pools/${pool}`
  const onPool = (body: object) => api.post(`/pool/${pool}`, body)
  const pick =
    (...indices: number[]) =>
    async (page: Page) => {
      for (const index of indices) await page.getByLabel(disks[index]?.name ?? '', { exact: true }).check()
      return undefined
    }
  const see = (text: string) => async (page: Page) => {
    await page.getByRole('dialog').getByText(text).first().waitFor()
    return undefined
  }
  const isNoCandidate = /is not a valid candidate for a pool/

  await tryAll(page, operations, [
    {
      operation: 'poolUpdate',
      at: `${poolAt}?do=rename`,
      fill: field('Name', 'archive'),
      between: () => makePool('archive', uuids(13, 14)),
      readsFirst: true,
      press: 'Rename',
      says: /A pool with the name archive exists already\. Choose another name\./,
      isAtField: true,
    },
    {
      operation: 'poolCreate',
      at: `/pools/create?appliance=${applianceId}`,
      fill: async (page) => {
        const name = await field('Name', 'tape')(page)
        for (let step = 0; step < 4; step += 1) await next(page)
        return name
      },
      between: () => makePool('tape', uuids(14, 15)),
      press: 'Create pool',
      says: /A pool with the name tape exists already\. Choose another name\./,
      isAtField: true,
    },
    {
      operation: 'poolAddSpare',
      at: `${poolAt}?do=add-spare`,
      fill: pick(3),
      between: () => makePool('quick-spare', uuids(3, 4)),
      press: 'Add spare disks',
      says: isNoCandidate,
    },
    {
      operation: 'poolAddLog',
      at: `${poolAt}?do=add-log`,
      fill: pick(6),
      between: () => makePool('quick-log', uuids(6, 7)),
      press: 'Add log disks',
      says: isNoCandidate,
    },
    {
      operation: 'poolAddCache',
      at: `${poolAt}?do=add-cache`,
      fill: pick(7),
      between: () => makePool('quick-cache', uuids(7, 8)),
      press: 'Add cache disk',
      says: isNoCandidate,
    },
    {
      operation: 'poolExpand',
      at: `${poolAt}/expand`,
      fill: async (page) => {
        await pick(8, 9, 10)(page)
        await next(page)
        return undefined
      },
      between: () => makePool('quick-disk', uuids(8, 9)),
      press: 'Expand pool',
      says: isNoCandidate,
    },
  ])
  await onPool({ action: 'addlog', disk_list: uuids(11, 12) })
  await onPool({ action: 'addcache', disk: disks[4]?.uuid })
  await onPool({ action: 'addspare', disk_list: uuids(5, 6) })
  await tryAll(page, operations, [
    {
      operation: 'poolRemoveLog',
      at: `${poolAt}?do=remove-log`,
      fill: see(disks[11]?.name ?? ''),
      between: () => onPool({ action: 'removelog' }),
      press: 'Remove log disks',
      says: /has no log/,
    },
    {
      operation: 'poolRemoveCache',
      at: `${poolAt}?do=remove-cache`,
      fill: see(disks[4]?.name ?? ''),
      between: () => onPool({ action: 'removecache' }),
      press: 'Remove cache disk',
      says: /has no cache/,
    },
    {
      operation: 'poolRemoveSpare',
      at: `${poolAt}?do=remove-spare`,
      fill: see(disks[5]?.name ?? ''),
      between: () => onPool({ action: 'removespare', disk_list: uuids(5, 6) }),
      press: 'Remove spare disks',
      says: /has no spares/,
    },
  ])

  const files = await makeVolume(api, { name: 'files', volume_type: 'filesystem', pool_id: pool })
  const at = `/appliances/${applianceId}/volumes/${files}`
  const networks = (await api.get('/network')).body.networks as { id: string; name: string }[]
  const [front = '', back = ''] = ['ens192', 'ens224'].map((name) => networks.find((one) => one.name === name)?.id)
  const snapshot = async (name: string) => String((await api.post(`/volume/${files}/snapshot`, { name })).body.id)
  const [kept, cloned] = [await snapshot('kept'), await snapshot('cloned')]
  await api.post(`/volume/${files}/share`, { share_type: 'nfs' })
  await tryAll(page, operations, [
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
      operation: 'volumeShareDelete',
      at: `${at}?do=delete-share`,
      fill: confirm('/data/files'),
      between: () => api.delete(`/volume/${files}/share`),
      press: 'Delete',
      says: 'Volume files has no share.',
    },
    {
      operation: 'networkUpdate',
      at: `/appliances/${applianceId}?tab=network&do=services&on=${front}`,
      async fill(page) {
        await page.getByRole('checkbox', { name: 'mgmt' }).uncheck()
        return undefined
      },
      // The other interface had mgmt until now.
      between: () => api.put(`/network/${back}`, { services: ['nfs'] }),
      readsFirst: true,
      press: 'Save',
      says: /ens192 is the last interface with mgmt/,
    },
    {
      operation: 'diskRescan',
      at: `/appliances/${applianceId}?tab=disks`,
      between: () => failing(appliance, 'rescan'),
      press: 'Rescan',
      says: /rescan/,
    },
  ])

  const reach = [`iqn.1988-12.com.oracle:one`, `iqn.1988-12.com.oracle:two`]
  const disk = await makeVolume(api, { name: 'disk', volume_type: 'lun', pool_id: pool, size_total: '1073741824' })
  const { body: esx } = await api.post('/host', { name: 'esx-01', iqns: [reach[0]] })
  const host = String(esx.id)
  const map = (action: 'map' | 'unmap') => api.post(`/host/${host}`, { action, vol_id: disk })
  const share = async () => String((await api.post(`/volume/${files}/share`, { share_type: 'nfs' })).body.id)
  const shareId = await share()
  await tryAll(page, operations, [
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

  const plain = await makeVolume(api, { name: 'plain', volume_type: 'filesystem', pool_id: pool })
  const empty = await makePool('empty', uuids(12, 13))
  await tryAll(page, operations, [
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
    {
      operation: 'poolDelete',
      at: `/appliances/${applianceId}/pools/${empty}?do=delete`,
      fill: confirm('empty'),
      between: () => api.delete(`/pool/${empty}`),
      press: 'Delete',
      says: `No pool has the id ${empty}.`,
    },
  ])
})

/** From now on a call of the simulated machine fails. */
function failing(appliance: RunningAppliance, call: string): Promise<void> {
  writeFileSync(join(appliance.data, 'control.json'), JSON.stringify({ preparation: 0, failing_calls: [call] }))
  return Promise.resolve()
}
