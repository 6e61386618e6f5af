import { shareCan } from '@vsnap/vsnap-api/share.rules.ts'
import type { Share, ShareType } from '@vsnap/vsnap-api/share.ts'

/** A share as a form holds it. */
export interface ShareValues {
  share_type: ShareType
  read_only: boolean
  /** One a line, or separated by commas or blanks. */
  allowed_hosts: string
}

/** The two kinds of shares, as a person chooses between them. */
export const types = [
  { value: 'nfs', label: 'NFS', help: 'For Linux, Unix and hypervisors. You say which hosts may mount it.' },
  { value: 'smb', label: 'SMB', help: 'For Windows. Who may use it is decided by the users of the appliance.' },
] as const satisfies readonly { value: ShareType; label: string; help: string }[]

/** The hosts that a person typed. */
export const hostsOf = (text: string): string[] => text.split(/[\s,;]+/).filter((host) => host !== '')

/** What is wrong with the hosts, in the words of the appliance. */
export const hostsProblem = ({ share_type: type, allowed_hosts: text }: ShareValues) =>
  type === 'nfs' ? shareCan.allowHosts(hostsOf(text)) : undefined

/** What a list of hosts means for clients. */
export function hostsMeaning(text: string): string {
  const hosts = hostsOf(text)
  if (hosts.length === 0) return 'Nobody can reach this share while the list is empty.'
  if (hosts.includes('all')) return 'Everybody on the network can reach this share.'
  return `${hosts.length} ${hosts.length === 1 ? 'entry' : 'entries'}: only these can reach it.`
}

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
