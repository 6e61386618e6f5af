import { ApiError } from '@vsnap/contract/error.ts'
import { words } from './add-words.tsx'

const { addresses } = words.many

/** Appliances that are added at once, at most. */
const mostLines = 100

/** One appliance of a pasted list. */
export interface Line {
  readonly url: string
  /** As the console will show it. */
  readonly name: string
}

const fullUrl = (url: string) => (url.includes('://') ? url : `https://${url}`)

/** The host of an address without its domain, as a first suggestion of a name. */
export function hostOf(url: string): string {
  const full = fullUrl(url)
  if (!URL.canParse(full)) return url
  const { hostname } = new URL(full)
  return /^[\d.]+$|^\[/.test(hostname) ? hostname : hostname.split('.')[0] || url
}

/** The port of an address, as it will be used. */
export const portOf = (url: string): string => (URL.canParse(fullUrl(url)) && new URL(fullUrl(url)).port) || '8900'

/** What a list says: an address a line, and behind it a name when it is not to be that of the host. Empty lines do not count. */
export function linesOf(text: string): Line[] {
  const lines = text.split('\n').flatMap((line) => {
    const [, url, name = ''] = /^\s*([^\s,;]+)[\s,;]*(.*?)\s*$/.exec(line) ?? []
    return url === undefined ? [] : [{ url, name }]
  })
  const hosts = lines.map(({ url }) => hostOf(url))
  const isShared = (host: string) => hosts.filter((other) => other === host).length > 1
  // Two of one host are told apart by their ports.
  return lines.map(({ url, name }, index) => {
    const host = hosts[index] ?? url
    return { url, name: name || (isShared(host) ? `${host}:${portOf(url)}` : host) }
  })
}

/** What is wrong with a list before anybody is asked. */
export function linesProblem(text: string): string | undefined {
  const lines = linesOf(text)
  if (lines.length === 0) return addresses.missing
  if (lines.length > mostLines) return addresses.tooMany(lines.length, mostLines)
  const twice = (of: (line: Line) => string) => lines.map(of).find((value, index, all) => all.indexOf(value) !== index)
  const url = twice((line) => line.url)
  if (url !== undefined) return addresses.addressTwice(url)
  const name = twice((line) => line.name)
  return name === undefined ? undefined : addresses.nameTwice(name)
}

/** Shows the fingerprint of the certificate that an appliance has at its own port. */
export const fingerprintCommand = (url: string): string =>
  // Raw: what is typed is no sentence.
  String.raw`openssl s_client -connect localhost:${portOf(url)} </dev/null | openssl x509 -noout -sha256 -fingerprint`

/** The appliance that a refusal says is known already. */
export function knownAppliance(error: unknown): { id: string; name: string } | undefined {
  if (!(error instanceof ApiError) || error.type !== 'AlreadyRegistered') return undefined
  const { id, name } = error.details
  return typeof id === 'string' && typeof name === 'string' ? { id, name } : undefined
}
