import type { HostSummary } from './host.ts'
import { allowed, all, refused, type Verdict } from './verdict.ts'

const forms = [
  // RFC 3721: iqn.yyyy-mm.reversed-domain[:anything]
  /^iqn\.\d{4}-(0[1-9]|1[0-2])\.[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[^\s]+)?$/i,
  /^eui\.[0-9a-f]{16}$/i,
  /^naa\.([0-9a-f]{16}|[0-9a-f]{32})$/i,
]

/** What may be done with hosts, and why not (§10). */
export const hostCan = {
  name(wanted: string, hosts: readonly HostSummary[], self?: string): Verdict {
    if (wanted.trim() === '') return refused('InvalidParameterError', 'A host needs a name.', 'name')
    if (wanted.length > 255)
      return refused(
        'InvalidParameterError',
        `The name has ${wanted.length} characters; a host's name has at most 255.`,
        'name',
      )
    if (!/^[A-Za-z0-9][A-Za-z0-9_.:-]*$/.test(wanted)) {
      return refused(
        'InvalidParameterError',
        'A host’s name starts with a letter or digit and has only letters, digits, and the characters _ . : -',
        'name',
      )
    }
    const other = hosts.find((host) => host.name === wanted && host.id !== self)
    return other
      ? refused('AlreadyExistsError', `A host with the name ${wanted} exists already. Choose another name.`, 'name')
      : allowed
  },

  /** One initiator: an `iqn.`, `eui.` or `naa.` name. */
  initiator(iqn: string): Verdict {
    return iqn.length <= 223 && forms.some((form) => form.test(iqn))
      ? allowed
      : refused(
          'InvalidParameterError',
          `${iqn} is not an initiator's name; expected iqn.1988-12.com.oracle:devoracle47, eui. with 16 or naa. with 16 or 32 hexadecimal digits.`,
          'iqns',
        )
  },

  /**
   * A whole list of initiators; each belongs to one host only, or two clients would write to one lun without knowing.
   * The same name in other letters is the same one (RFC 3722).
   */
  initiators(iqns: readonly string[], hosts: readonly HostSummary[], self?: string): Verdict {
    const names = iqns.map((iqn) => iqn.toLowerCase())
    const doubled = iqns.find((_, index) => names.indexOf(names[index] ?? '') !== index)
    const elsewhere = hosts
      .filter(({ id }) => id !== self)
      .find((host) => host.iqns?.some((iqn) => names.includes(iqn.toLowerCase())))
    return all(
      ...iqns.map((iqn) => hostCan.initiator(iqn)),
      doubled === undefined ? allowed : refused('InvalidParameterError', `${doubled} is named twice.`, 'iqns'),
      elsewhere
        ? refused('AlreadyExistsError', `An initiator in the list belongs to host ${elsewhere.name} already.`, 'iqns')
        : allowed,
    )
  },
}
