import type { Appliance } from '@vsnap/console-api/appliance.ts'
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

describe('a partnership', () => {
  it('is well when both have each other', () => {
    expect(troubleOf(there, [fra, lon], [there, back], now)).toBeUndefined()
  })

  it('is not, when another system answers at the partner’s address', () => {
    const moved = appliance('c', 'Oslo', 8901)
    expect(troubleOf(there, [fra, { ...lon, url: 'https://10.0.0.1:8902' }, moved], [there, back], now)).toBe(
      'At 10.0.0.1:8901 the console finds Oslo, which is another system.',
    )
  })

  it('is not, when the other side has forgotten it; but it has time to learn of it, and to answer', () => {
    expect(troubleOf(there, [fra, lon], [there], now)).toBe('London does not have Frankfurt as a partner.')
    expect(troubleOf({ ...there, time_updated: now - 5 }, [fra, lon], [there], now)).toBeUndefined()
    expect(troubleOf(there, [fra, { ...lon, state: 'unreachable' }], [there], now)).toBeUndefined()
  })

  it('with a system that is not in this console is taken as it is', () => {
    expect(troubleOf(partner(fra, 'elsewhere', 9000), [fra, lon], [], now)).toBeUndefined()
  })
})
