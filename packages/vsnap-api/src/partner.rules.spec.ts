import { describe, expect, it } from 'vitest'
import { partnerCan } from './partner.rules.ts'

const partner = { id: 'sys-b', address: '10.0.0.7', api_port: 8900, ssh_port: 22 }
const relationship = { id: 'r1', local_vol_name: 'sql', partner_id: 'sys-b' }

describe('partnerCan.address', () => {
  it.each(['10.0.0.7', 'vsnap-b', 'vsnap-b.example.com', '2001:db8::7', '3com.example'])('takes %s', (address) => {
    expect(partnerCan.address(address, 'remote_addr')).toEqual({ ok: true })
  })

  it.each(['', 'https://10.0.0.7', '10.0.0.7:8900', '10.0.0.300', '10.0.0', 'a b', '-host', 'host/'])(
    'refuses %j, and says where the port goes',
    (address) => {
      expect(partnerCan.address(address, 'local_addr')).toMatchObject({
        ok: false,
        field: 'local_addr',
        reason: expect.stringContaining('local_api_port') as string,
      })
    },
  )
})

describe('partnerCan.port', () => {
  it.each([null, undefined, 1, 8900, 65_535])('takes %s', (port) => {
    expect(partnerCan.port(port, 'remote_api_port')).toEqual({ ok: true })
  })

  it.each([0, -1, 65_536])('refuses %d', (port) => {
    expect(partnerCan.port(port, 'remote_api_port')).toMatchObject({ ok: false, field: 'remote_api_port' })
  })
})

describe('partnerCan.add', () => {
  it('takes another system', () => {
    expect(partnerCan.add('sys-c', 'sys-a', [partner])).toEqual({ ok: true })
  })

  it('refuses the system itself, and one that is a partner already', () => {
    expect(partnerCan.add('sys-a', 'sys-a', [])).toMatchObject({ type: 'InvalidParameterError', field: 'remote_addr' })
    expect(partnerCan.add('sys-b', 'sys-a', [partner])).toMatchObject({
      type: 'AlreadyExistsError',
      reason: expect.stringContaining('10.0.0.7') as string,
    })
  })
})

describe('partnerCan.delete', () => {
  it('refuses while volumes replicate with it, and names them', () => {
    expect(partnerCan.delete(partner, [relationship])).toMatchObject({
      type: 'InUseError',
      reason: expect.stringContaining('sql (r1)') as string,
    })
  })

  it('allows it without relationships, and when it does not answer any more', () => {
    expect(partnerCan.delete(partner, [{ ...relationship, partner_id: 'sys-c' }])).toEqual({ ok: true })
    expect(partnerCan.delete(partner, [relationship], false)).toEqual({ ok: true })
  })
})
