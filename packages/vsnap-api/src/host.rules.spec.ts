import { describe, expect, it } from 'vitest'
import { hostCan } from './host.rules.ts'

const oracle = { id: '1', name: 'oracle', iqns: ['iqn.1988-12.com.oracle:devoracle47'] }

describe('hostCan.initiator', () => {
  it.each([
    'iqn.1988-12.com.oracle:devoracle47',
    'iqn.1991-05.com.microsoft:host.domain',
    'eui.02004567A425678D',
    'naa.52004567BA64678D',
  ])('takes %s', (iqn) => {
    expect(hostCan.initiator(iqn)).toEqual({ ok: true })
  })

  it.each([
    '',
    'oracle',
    'iqn.1988.com.oracle',
    'iqn.1988-13.com.oracle:x',
    'iqn.1988-12.com.oracle:a b',
    'eui.12',
    'naa.xyz',
  ])('refuses %j', (iqn) => {
    expect(hostCan.initiator(iqn)).toMatchObject({ ok: false, field: 'iqns' })
  })
})

describe('hosts', () => {
  it('have names of their own, and initiators of their own', () => {
    expect(hostCan.name('oracle', [oracle])).toMatchObject({ type: 'AlreadyExistsError' })
    expect(hostCan.name('oracle', [oracle], '1')).toEqual({ ok: true })
    expect(hostCan.initiators(oracle.iqns, [oracle])).toMatchObject({ type: 'AlreadyExistsError' })
    expect(hostCan.initiators(oracle.iqns, [oracle], '1')).toEqual({ ok: true })
    expect(hostCan.initiators([], [oracle])).toEqual({ ok: true })
    const loud = oracle.iqns.map((iqn) => iqn.toUpperCase())
    expect(hostCan.initiators(loud, [oracle])).toMatchObject({ type: 'AlreadyExistsError' })
    expect(hostCan.initiators([...loud, ...oracle.iqns], [])).toMatchObject({
      reason: expect.stringContaining('named twice') as string,
    })
  })
})
