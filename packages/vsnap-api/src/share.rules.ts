import { z } from 'zod'
import { allowed, all, refused, type Verdict } from './verdict.ts'

const address = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])
const hostname =
  /^(?=.{1,253}$)([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$/
/** Looks like an address, so it has to be one: `10.0.0.300` is no host's name. */
const numeric = /^[0-9.:/]+$|[/:]/

/** What may be done with shares, and why not (§8.8, §9). */
export const shareCan = {
  /** One entry of `allowed_hosts`: hostname, address, subnet, or `all`. */
  allowHost(host: string): Verdict {
    const ok = host === 'all' || (numeric.test(host) ? address.safeParse(host).success : hostname.test(host))
    return ok
      ? allowed
      : refused(
          'InvalidParameterError',
          `${host === '' ? 'An empty entry' : host} is neither a hostname (host.domain.com), an address (192.168.1.128), a subnet (192.168.1.0/24), nor all.`,
          'allowed_hosts',
        )
  },

  /** A whole list of `allowed_hosts`. An empty one lets nobody in, which is allowed. */
  allowHosts(hosts: readonly string[]): Verdict {
    const doubled = hosts.find((host, index) => hosts.indexOf(host) !== index)
    return all(
      ...hosts.map((host) => shareCan.allowHost(host)),
      doubled === undefined ? allowed : refused('InvalidParameterError', `${doubled} is named twice.`, 'allowed_hosts'),
    )
  },
}
