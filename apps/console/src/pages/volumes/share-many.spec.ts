import type { Relationship } from '@vsnap/vsnap-api/relationship.ts'
import { expect, it } from 'vitest'
import { shareable, shareCalls } from './share-many.ts'

const appliance = { id: 'a', name: 'Berlin' }
const row = (id: string, name: string, kind = 'filesystem', at = appliance) => ({
  id,
  name,
  volume_type: kind,
  is_clone: false,
  size_total: null,
  size_free: null,
  size_used: null,
  appliance: at,
})
const elsewhere = { id: 'b', name: 'Vienna' }
const [files, shared, disk, copy, gone, same] = [
  row('1', 'files'),
  row('2', 'shared'),
  row('3', 'disk', 'lun'),
  row('4', 'copy'),
  row('5', 'gone'),
  // The same id on another appliance is another volume.
  row('2', 'mail', 'filesystem', elsewhere),
]
const relationship = { id: '9', local_vol_id: '4', local_role: 'replica', remote_vol_name: 'payroll' } as Relationship
const known = new Map([
  ['a', { volumes: [files, shared, disk, copy], shares: [{ id: '7', vol_id: '2' }], relationships: [relationship] }],
  ['b', { volumes: [same], shares: [], relationships: [] }],
])

it('what cannot be shared is left out, in the words of the appliance', () => {
  const { able, left } = shareable([files, shared, disk, copy, gone, same], known)
  expect(able).toEqual([files, same])
  expect(left.map((each) => each.row)).toEqual([shared, disk, copy, gone])
  for (const [index, reason] of [
    'has a share already',
    'Only a filesystem',
    'is the replica of payroll',
    'gone',
  ].entries())
    expect(left[index]?.reason).toContain(reason)
})

it('all get the same options, each on its own appliance', () => {
  const nfs = { share_type: 'nfs', read_only: true, allowed_hosts: '10.0.0.0/8\ndb-1' } as const
  const calls = shareCalls([files, same], nfs)
  expect(calls.map((call) => call.appliance.name)).toEqual(['Berlin', 'Vienna'])
  expect(calls.map(({ input }) => input)).toEqual(
    ['1', '2'].map((id) => ({
      params: { id },
      body: { share_type: 'nfs', share_options: { read_only: true, allowed_hosts: ['10.0.0.0/8', 'db-1'] } },
    })),
  )
  expect(shareCalls([files], { ...nfs, share_type: 'smb' })[0]?.input).toEqual({
    params: { id: '1' },
    body: { share_type: 'smb' },
  })
})
