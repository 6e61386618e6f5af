import { shareCan } from '@vsnap/vsnap-api/share.rules.ts'
import type { ShareType } from '@vsnap/vsnap-api/share.ts'

/** A share as a form holds it. */
export interface ShareValues {
  share_type: ShareType
  read_only: boolean
  /** One a line, or separated by commas or blanks. */
  allowed_hosts: string
}

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

/** The body of shareCreate and shareUpdate. */
export function shareBody({ share_type: type, read_only, allowed_hosts }: ShareValues) {
  return type === 'smb'
    ? { share_type: 'smb' as const }
    : { share_type: 'nfs' as const, share_options: { read_only, allowed_hosts: hostsOf(allowed_hosts) } }
}
