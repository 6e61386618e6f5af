import { describe, expect, it } from 'vitest'
import { shareCan } from './share.rules.ts'

describe('shareCan.allowHost', () => {
  it.each([
    'all',
    'host',
    'host.domain.com',
    '192.168.1.128',
    '192.168.1.0/24',
    'fe80::1',
    '2001:db8::/32',
    '3com.example',
  ])('takes %s', (host) => {
    expect(shareCan.allowHost(host)).toEqual({ ok: true })
  })

  it.each([
    '',
    '10.0.0.300',
    '10.0.0.0/33',
    '-host',
    'host_name!',
    'a b',
    '10.0.0',
    '*',
    'host:8080',
    '2001:db8::/129',
  ])('refuses %j', (host) => {
    expect(shareCan.allowHost(host)).toMatchObject({ ok: false, field: 'allowed_hosts' })
  })

  it('takes an empty list, and no host twice', () => {
    expect(shareCan.allowHosts([])).toEqual({ ok: true })
    expect(shareCan.allowHosts(['a', 'a'])).toMatchObject({ ok: false })
  })
})
