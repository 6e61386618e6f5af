import type { Share } from '@vsnap/vsnap-api/share.ts'
import type { Network } from '@vsnap/vsnap-api/network.ts'

/** What serves a share or a LUN: a service of network interfaces (guide §4.2). */
type Service = 'nfs' | 'smb' | 'iscsi'

/**
 * Under which address clients reach a service of an appliance: an interface that carries it, else the host that the
 * console itself talks to. `url`: `https://vault.example.com:8900`.
 */
export function serviceHost(url: string, networks: readonly Network[] | undefined, service: Service): string {
  const carrier = networks?.find(({ services }) => services?.some((name) => name === service || name === 'all'))
  const address = carrier?.ip4_addrs?.[0]
  if (address) return address
  return URL.canParse(url) ? new URL(url).hostname : url
}

/** A word for a shell, quoted when it needs to be. */
const word = (text: string) => (/^[A-Za-z0-9_./:@=,[\]-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`)

/** The line that mounts a share on a client: `mount -t nfs 10.0.0.5:/data/vol1 /mnt/vol1`. */
export function mountLine(share: Pick<Share, 'name' | 'share_type'>, host: string): string {
  const folder = word(`/mnt/${share.name.split('/').findLast((part) => part !== '') ?? 'share'}`)
  if (share.share_type === 'smb')
    return ['mount', '-t', 'cifs', word(`//${host}/${share.name}`), folder, '-o', 'username=USER'].join(' ')
  return ['mount', '-t', 'nfs', word(`${host}:${share.name}`), folder].join(' ')
}

/** How Windows names an SMB share: `\\10.0.0.5\vol1`. */
export function uncPath(share: Pick<Share, 'name'>, host: string): string {
  return `\\\\${host}\\${share.name}`
}
