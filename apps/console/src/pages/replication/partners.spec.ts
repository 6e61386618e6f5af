import type { Appliance } from '@vsnap/console-api/appliance.ts'
import type { PartnerCheck } from '@vsnap/console-api/partner-check.ts'
import { describe, expect, it } from 'vitest'
import { troubleOf, type PartnerRow } from './partners.ts'

const now = 1_000_000
const appliance = (id: string, name: string, port: number) =>
  ({ id, name, system_id: `sys-${id}`, url: `https://10.0.0.1:${port}`, state: 'online' }) as Appliance
const [fra, lon] = [appliance('a', 'Frankfurt', 8900), appliance('b', 'London', 8901)]
const partner = (of: Appliance, system: string, port: number): PartnerRow => ({
  appliance: { id: of.id, name: of.name },
  id: system,
  address: '10.0.0.1',
  api_port: port,
  time_updated: now - 3600,
})
const [there, back] = [partner(fra, 'sys-b', 8901), partner(lon, 'sys-a', 8900)]
/** What is wrong with the first of these. */
function trouble(partners: readonly PartnerRow[], appliances = [fra, lon], checks: readonly PartnerCheck[] = []) {
  const [first] = partners
  return first && troubleOf(first, { appliances, partners, checks, now })
}

describe('a partnership', () => {
  it('is well when both have each other', () => {
    expect(trouble([there, back])).toBeUndefined()
  })

  it('is not, when another system answers at the partner’s address', () => {
    const moved = appliance('c', 'Oslo', 8901)
    expect(trouble([there, back], [fra, { ...lon, url: 'https://10.0.0.1:8902' }, moved])).toBe(
      'At 10.0.0.1:8901 the console finds Oslo, which is another system.',
    )
  })

  it('is not, when the other side has forgotten it; but it has time to learn of it, and to answer', () => {
    expect(trouble([there])).toBe('London does not have Frankfurt as a partner.')
    expect(trouble([{ ...there, time_updated: now - 5 }])).toBeUndefined()
    expect(trouble([there], [fra, { ...lon, state: 'unreachable' }])).toBeUndefined()
  })

  it('is not, when its address shows the certificate of another one, or of nobody that is known', () => {
    const check = (found: PartnerCheck['found'], other: PartnerCheck['other'] = null, london = lon) =>
      trouble([there, back], [fra, london], [{ appliance: 'a', partner: 'sys-b', found, other }])
    expect(check('same')).toBeUndefined()
    expect(check('nobody')).toBeUndefined()
    expect(check('other', { id: 'c', name: 'Oslo' })).toMatch(/finds Oslo, which is another system/)
    expect(check('other')).toBe('10.0.0.1:8901 no longer leads to London: what answers there has another certificate.')
    expect(check('other', null, { ...lon, state: 'unreachable' })).toMatch(/trusts for London: that has a new one, or/)
  })

  it('is not, when the partner was installed anew', () => {
    const anew = { ...lon, error: { type: 'AnotherSystem', message: '' } }
    expect(trouble([there, back], [fra, anew])).toBe('Another system answers at the address of London.')
  })

  it('with a system that is not in this console is taken as it is', () => {
    expect(trouble([partner(fra, 'elsewhere', 9000)])).toBeUndefined()
  })
})
