import type { FleetRow } from '../../api/fleet.ts'
import type { Relation } from '../../components/replication/relations.ts'
import { answers, type Appliance } from '@vsnap/console-api/appliance.ts'
import type { PartnerCheck } from '@vsnap/console-api/partner-check.ts'
import { defaultPorts } from '@vsnap/vsnap-api/partner.rules.ts'
import { words } from './words.tsx'

const { trouble } = words

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

/** What the console's server found at a partner's address; undefined while nobody has looked, or had anything to compare. */
export const checkOf = ({ appliance, id }: Pick<PartnerRow, 'appliance' | 'id'>, checks: readonly PartnerCheck[]) =>
  checks.find((check) => check.appliance === appliance.id && check.partner === id)

/** What is wrong with a partnership, as far as the console can see (`now`: epoch seconds): a sentence; undefined when nothing is. */
export function troubleOf(
  partner: PartnerRow,
  {
    appliances,
    partners,
    checks,
    now = Math.floor(Date.now() / 1000),
  }: {
    readonly appliances: readonly Appliance[]
    readonly partners: readonly PartnerRow[]
    readonly checks: readonly PartnerCheck[]
    readonly now?: number
  },
): string | undefined {
  const there = appliances.find(({ url }) => new URL(url).host === addressOf(partner))
  if (there?.system_id != null && there.system_id !== partner.id)
    return trouble.anotherSystem(addressOf(partner), there.name)
  const known = knownAs(partner, appliances)
  const check = checkOf(partner, checks)
  if (check?.found === 'other' && check.other) return trouble.anotherSystem(addressOf(partner), check.other.name)
  // Who still shows its own certificate elsewhere is not there any more; who shows it nowhere may have got a new one.
  if (check?.found === 'other')
    return known && answers(known.state)
      ? trouble.elsewhere(addressOf(partner), known.name)
      : trouble.anotherCertificate(addressOf(partner), known?.name)
  if (known?.error?.type === 'AnotherSystem') return trouble.replaced(known.name)
  const own = appliances.find(({ id }) => id === partner.appliance.id)?.system_id
  if (!known || known.state !== 'online' || own == null) return undefined
  if (now - (partner.time_updated ?? partner.time_created ?? 0) < settled) return undefined
  const isMutual = partners.some(({ appliance, id }) => appliance.id === known.id && id === own)
  return isMutual ? undefined : trouble.oneSided(known.name, partner.appliance.name)
}
