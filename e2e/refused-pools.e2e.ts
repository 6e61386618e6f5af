// What an appliance refuses of pools although the page's own checks passed: somebody else was quicker, behind the console's back.
import type { Page } from '@playwright/test'
import type { VsnapOperation } from '@vsnap/vsnap-api/api.ts'
import { confirm, field, see, test, tryAll } from './attempts.ts'
import { direct } from './direct.ts'
import type { RunningAppliance } from './processes.ts'
import { addAppliance, initialise, next } from './verbs.ts'

const isNoCandidate = /is not a valid candidate for a pool/

/** An initialised appliance with a pool of its first three disks; what a story does with the others. */
async function withDisks(appliance: RunningAppliance) {
  await initialise(appliance)
  const api = direct(appliance)
  const disks = (await api.get('/disk')).body.disks as { uuid: string; name: string }[]
  const uuids = (from: number, to: number) => disks.slice(from, to).map(({ uuid }) => uuid)
  const makePool = async (name: string, disk_list: string[], pool_type = 'raid0') => {
    const made = await api.post('/pool', { name, pool_type, disk_list })
    if (made.status !== 200) throw new Error(`No pool was made: ${JSON.stringify(made.body)}`)
    return String(made.body.id)
  }
  const pool = await makePool('backup', uuids(0, 3), 'raid5')
  const onPool = (body: object) => api.post(`/pool/${pool}`, body)
  const pick =
    (...indices: number[]) =>
    async (page: Page) => {
      for (const index of indices) await page.getByLabel(disks[index]?.name ?? '', { exact: true }).check()
      return undefined
    }
  return { api, pool, disks, uuids, makePool, onPool, pick }
}

test('what an appliance refuses of a pool stands in its words on the page, and the form is still filled in', async ({
  adminPage: page,
  admin,
  startAppliance,
  gate,
  operations,
}) => {
  const appliance = await startAppliance('vault', { disks: 16 })
  const { api, pool, uuids, makePool, pick } = await withDisks(appliance)
  const { id: applianceId } = await addAppliance(admin, appliance)
  const poolAt = `/appliances/${applianceId}/pools/${pool}`
  const empty = await makePool('empty', uuids(12, 13))
  await tryAll(page, gate, operations, [
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

test("what an appliance refuses of a pool's log, cache and spares stands in its words on the page", async ({
  adminPage: page,
  admin,
  startAppliance,
  gate,
  operations,
}) => {
  const appliance = await startAppliance('vault', { disks: 16 })
  const { pool, disks, uuids, makePool, onPool, pick } = await withDisks(appliance)
  const { id: applianceId } = await addAppliance(admin, appliance)
  const poolAt = `/appliances/${applianceId}/pools/${pool}`
  const add = (operation: VsnapOperation, use: string, disk: number, press: string) => ({
    operation,
    at: `${poolAt}?do=add-${use}`,
    fill: pick(disk),
    between: () => makePool(`quick-${use}`, uuids(disk, disk + 1)),
    press,
    says: isNoCandidate,
  })
  await tryAll(page, gate, operations, [
    add('poolAddSpare', 'spare', 3, 'Add spare disks'),
    add('poolAddLog', 'log', 6, 'Add log disks'),
    add('poolAddCache', 'cache', 7, 'Add cache disk'),
  ])
  await onPool({ action: 'addlog', disk_list: uuids(11, 12) })
  await onPool({ action: 'addcache', disk: disks[4]?.uuid })
  await onPool({ action: 'addspare', disk_list: uuids(5, 6) })
  const remove = (operation: VsnapOperation, use: string, disk: number, press: string, body: object = {}) => ({
    operation,
    at: `${poolAt}?do=remove-${use}`,
    fill: see(disks[disk]?.name ?? ''),
    between: () => onPool({ action: `remove${use}`, ...body }),
    press,
    says: new RegExp(`has no ${use}`),
  })
  await tryAll(page, gate, operations, [
    remove('poolRemoveLog', 'log', 11, 'Remove log disks'),
    remove('poolRemoveCache', 'cache', 4, 'Remove cache disk'),
    remove('poolRemoveSpare', 'spare', 5, 'Remove spare disks', { disk_list: uuids(5, 6) }),
  ])
})
