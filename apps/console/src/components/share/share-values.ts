import { shareCan } from '@vsnap/vsnap-api/share.rules.ts'
import type { Share, ShareType } from '@vsnap/vsnap-api/share.ts'
import { words } from './words.tsx'

/** A share as a form holds it. */
export interface ShareValues {
  share_type: ShareType
  read_only: boolean
  /** One a line, or separated by commas or blanks. */
  allowed_hosts: string
}

/** The two kinds of shares, as a person chooses between them. */
export const types = [
  { value: 'nfs', label: words.nfs, help: words.nfsHelp },
  { value: 'smb', label: words.smb, help: words.smbHelp },
] as const satisfies readonly { value: ShareType; label: string; help: string }[]

/** The hosts that a person typed. */
export const hostsOf = (text: string): string[] => text.split(/[\s,;]+/).filter((host) => host !== '')

/** What is wrong with the hosts, in the words of the appliance. */
export const hostsProblem = ({ share_type: type, allowed_hosts: text }: ShareValues) =>
  type === 'nfs' ? shareCan.allowHosts(hostsOf(text)) : undefined

/** What a list of hosts means for clients, beside the list; `shares`: how many have it. */
export function hostsMeaning(text: string, shares = 1): string {
  const hosts = hostsOf(text)
  return meaningUnlessNamed(hosts, shares) ?? words.hosts.only(hosts.length, shares)
}

/** The same where the list is not seen: it is said, a long one as far as it is readable. */
export function hostsNamed(text: string, shares = 1): string {
  const hosts = hostsOf(text)
  const shown = hosts.length <= readable ? hosts : hosts.slice(0, readable - 1)
  return meaningUnlessNamed(hosts, shares) ?? words.hosts.named(shown, hosts.length - shown.length, shares)
}

function meaningUnlessNamed(hosts: readonly string[], shares: number): string | undefined {
  if (hosts.length === 0) return words.hosts.nobody(shares)
  return hosts.includes('all') ? words.hosts.everybody(shares) : undefined
}

/** More hosts than this are counted and not named. */
const readable = 6

/** A share as it is, for a form. */
export const valuesOf = ({ share_type: type, share_options: options }: Share): ShareValues => ({
  share_type: type === 'smb' ? 'smb' : 'nfs',
  read_only: options?.read_only === true,
  allowed_hosts: (options?.allowed_hosts ?? []).join('\n'),
})

/** The body of shareCreate. */
export function shareBody({ share_type: type, read_only, allowed_hosts }: ShareValues) {
  return type === 'smb'
    ? { share_type: 'smb' as const }
    : { share_type: 'nfs' as const, share_options: { read_only, allowed_hosts: hostsOf(allowed_hosts) } }
}

/** The body of shareUpdate: the whole share as it was read, with what the form changes (guide §9.3). */
export function changedShare({ id, name, vol_id, time_created, time_updated }: Share, values: ShareValues) {
  return {
    id,
    name,
    ...(vol_id == null ? {} : { vol_id }),
    ...(time_created == null ? {} : { time_created }),
    ...(time_updated == null ? {} : { time_updated }),
    ...shareBody(values),
  }
}
