import { describe, expect, it } from 'vitest'
import { meantServices, networkCan } from './network.rules.ts'

const [front, back] = [
  { id: '1', name: 'ens192', services: ['mgmt', 'nfs'] },
  { id: '2', name: 'ens224', services: ['repl'] },
]

describe('services of an interface', () => {
  it('all means every one, in their order', () =>
    expect(meantServices(['nfs', 'all'])).toEqual(['mgmt', 'nfs', 'smb', 'iscsi', 'repl']))
  it('keeps mgmt on the last interface that has it', () =>
    expect(networkCan.update(front, ['nfs'], [front, back])).toMatchObject({
      ok: false,
      type: 'InUseError',
      field: 'services',
      reason: expect.stringContaining('ens192') as string,
    }))
  it('lets mgmt go when another one has it', () =>
    expect(networkCan.update(front, [], [front, { ...back, services: ['mgmt'] }])).toEqual({ ok: true }))
  it('never minds an interface that had no mgmt', () =>
    expect(networkCan.update(back, [], [front, back])).toEqual({ ok: true }))
})
