import { describe, expect, it } from 'vitest'
import { ownPath, paths } from './paths.ts'

describe('paths', () => {
  it('encodes what it is given', () => expect(paths.pool('a/b', '1?x')).toBe('/appliances/a%2Fb/pools/1%3Fx'))
  it('leaves out what is not given', () => expect(paths.pools({ appliance: undefined })).toBe('/pools'))
  it('carries several values', () =>
    expect(paths.replicate({ appliance: 'a', volume: ['1', '2'] })).toBe(
      '/replication/create?appliance=a&volume=1&volume=2',
    ))
  it('carries a query', () => expect(paths.appliance('1', { tab: 'disks' })).toBe('/appliances/1?tab=disks'))
})

describe('ownPath', () => {
  it.each(['/pools?q=a#b', '/appliances/1', '/'])('keeps %s', (to) => expect(ownPath(to)).toBe(to))
  it.each([
    null,
    '',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/login?to=/x',
    '/.//evil.example',
  ])('turns %j away', (to) => expect(ownPath(to)).toBe('/'))
})
