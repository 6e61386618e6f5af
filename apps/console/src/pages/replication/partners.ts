import type { FleetRow } from '../../api/fleet.ts'
import type { Relation } from '../../components/replication/relations.ts'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import { defaultPorts } from '@vsnap/vsnap-api/partner.rules.ts'

export type PartnerRow = FleetRow<'partner'>

/** `10.0.0.7:8900` */
export const addressOf = ({ address, api_port: port }: Pick<PartnerRow, 'address' | 'api_port'>) =>
  `${address ?? '?'}:${port ?? defaultPorts.api}`

/** The appliance of the console that a partner is. */
export const knownAs = ({ id }: Pick<PartnerRow, 'id'>, appliances: readonly Appliance[]) =>
  appliances.find(({ system_id: system }) => system === id)

/** Relationships between an appliance and its partner, in either direction. */
export function between({ appliance, id }: PartnerRow, relations: readonly Relation[]): Relation[] {
  return relations.filter(({ primary, replica }) => {
    const ends = [primary, replica]
    return ends.some((end) => end.appliance?.id === appliance.id) && ends.some(({ systemId }) => systemId === id)
  })
}

/** Seconds after which both lists have been read anew, on whichever side a partnership was made. */
const settled = 600

/** What is wrong with a partnership, as far as the console can see (`now`: epoch seconds): a sentence; undefined when nothing is. */
export function troubleOf(
  partner: PartnerRow,
  appliances: readonly Appliance[],
  partners: readonly PartnerRow[],
  now = Math.floor(Date.now() / 1000),
): string | undefined {
  const there = appliances.find(({ url }) => new URL(url).host === addressOf(partner))
  if (there?.system_id != null && there.system_id !== partner.id)
    return `At ${addressOf(partner)} the console finds ${there.name}, which is another system.`
  const known = knownAs(partner, appliances)
  const own = appliances.find(({ id }) => id === partner.appliance.id)?.system_id
  if (!known || known.state !== 'online' || own == null) return undefined
  if (now - (partner.time_updated ?? partner.time_created ?? 0) < settled) return undefined
  const isMutual = partners.some(({ appliance, id }) => appliance.id === known.id && id === own)
  return isMutual ? undefined : `${known.name} does not have ${partner.appliance.name} as a partner.`
}
