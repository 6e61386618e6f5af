import { expect, test } from 'vitest'
import { send } from '../testing/fake-appliance.ts'
import { startProxied } from '../testing/proxied.ts'

test('how old a replica is: when its snapshots were made on the primary, also while that does not answer', async () => {
  const proxied = await startProxied()
  const sent = (id: string, snapshot: string, there: string | null, more: object = {}) => {
    const snapshots = { local_snap_id: snapshot, remote_snap_id: there }
    return { id, rel_id: 'r1', status: 'COMPLETED', ...snapshots, time_queued: `${1000 + Number(id)}`, ...more }
  }
  const lists: Record<string, object[]> = {
    relationship: [
      { id: 'r1', local_role: 'primary', local_vol_id: '11' },
      { id: 'r9', local_role: 'replica', local_vol_id: '12' },
    ],
    session: [
      sent('1', '21', '41'),
      sent('2', '22', '42'),
      sent('3', '23', '43'),
      sent('4', '21', null, { status: 'FAILED' }),
      sent('5', '21', '45', { rel_id: 'r2' }),
    ],
    snapshot: [
      { id: '21', name: 'monday', parent_id: '11', time_created: '500' },
      { id: '23', name: 'tuesday', parent_id: '11', time_created: '900' },
    ],
  }
  proxied.fake.answer = ({ url }, res) => {
    const [, resource = ''] = /^\/api\/(\w+)$/.exec(url) ?? []
    if (resource === 'system') return false
    send(res, 200, { [`${resource}s`]: lists[resource] ?? [] })
    return true
  }
  const of = async (relationship: string) => {
    const path = `/api/relationships/${relationship}/sessions/snapshots`
    const { status, json } = await proxied.admin.call('GET', path)
    return status === 200 ? json : status
  }
  await proxied.admin.call('GET', '/api/fleet/relationship')
  // Not 42: its origin is deleted, and nobody knows how old it was.
  const known = {
    snapshots: expect.arrayContaining([
      { id: '41', made: 500 },
      { id: '43', made: 900 },
    ]),
    total: 2,
  }
  expect(await of('r1')).toEqual(known)
  expect(await of('r9')).toEqual({ snapshots: [], total: 0 })
  expect(await of('nothing')).toBe(404)

  await proxied.fake.stop()
  expect(await of('r1')).toEqual(known)
  await proxied.console.end()
})
