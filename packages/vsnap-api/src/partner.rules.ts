import { z } from 'zod'
import type { Partner } from './partner.ts'
import type { Relationship } from './relationship.ts'
import { allowed, refused, type Verdict } from './verdict.ts'

/** Ports that are meant where none is given (§12.1). */
export const defaultPorts = { api: 8900, ssh: 22 } as const

const hostname =
  /^(?=.{1,253}$)([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$/
const ip = z.union([z.ipv4(), z.ipv6()])

/** What may be done with partners, and why not (§12). */
export const partnerCan = {
  /** The address of a system: a hostname or an address, and nothing around it. */
  address(wanted: string, field: 'remote_addr' | 'local_addr'): Verdict {
    const numeric = /^[0-9.]+$|:/.test(wanted)
    const ok = numeric ? ip.safeParse(wanted).success : hostname.test(wanted)
    return ok
      ? allowed
      : refused(
          'InvalidParameterError',
          `${wanted} is neither a hostname nor an address. Give the port as ${field === 'remote_addr' ? 'remote_api_port' : 'local_api_port'}, and no https://.`,
          field,
        )
  },

  port(wanted: number | null | undefined, field: string): Verdict {
    return wanted == null || (wanted >= 1 && wanted <= 65_535)
      ? allowed
      : refused('InvalidParameterError', `${wanted} is no port; it is a number from 1 to 65535.`, field)
  },

  /** §12.1. `id` is the remote system's; not the system itself, and each once. */
  add(id: string, selfId: string, partners: readonly Partner[]): Verdict {
    if (id === selfId)
      return refused(
        'InvalidParameterError',
        'The address leads to this system itself; a partner is another one.',
        'remote_addr',
      )
    const known = partners.find((partner) => partner.id === id)
    return known
      ? refused(
          'AlreadyExistsError',
          `That system is a partner already, with the address ${known.address ?? 'that it was given'} and the id ${id}.`,
          'remote_addr',
        )
      : allowed
  },

  /**
   * §12.4. Not while volumes replicate with it: those relationships are deleted first, since only then it is said what
   * becomes of the replicas. A partner that does not answer any more can be removed with its relationships.
   */
  delete(partner: Partner, relationships: readonly Relationship[], answers = true): Verdict {
    const with_it = relationships.filter(({ partner_id: id }) => id === partner.id)
    if (!answers || with_it.length === 0) return allowed
    const names = with_it.map(({ local_vol_name: name, id }) => `${name ?? 'a volume'} (${id})`).join(', ')
    return refused(
      'InUseError',
      `Partner ${partner.address ?? partner.id} has relationships: ${names}. Delete them first.`,
    )
  },
}
