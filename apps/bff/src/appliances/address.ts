import { type ApiError, invalidParameter } from '@vsnap/contract/error.ts'
import { isIP } from 'node:net'

/** The port of the vSnap API (guide §1). */
const usualPort = 8900

export interface Address {
  /** `https://host:port`, the port always written. */
  readonly url: string
  /** Without the brackets of an IPv6 address. */
  readonly host: string
  readonly port: number
}

/**
 * Reads an appliance's address as a person writes it: `host`, `host:8900`, `https://host:8900/`, `https://host:8900/api`.
 * @throws ApiError 400 InvalidParameterError
 */
export function parseAddress(text: string): Address {
  const [, scheme = 'https', rest = ''] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(.*)$/is.exec(text.trim()) ?? []
  if (scheme.toLowerCase() !== 'https')
    throw wrong('The vSnap API speaks https only: leave out the scheme, or write https://.')
  if (/^[/\\]|[\\\p{Cc}\s]/u.test(rest))
    throw wrong(
      'This is no address. Write it as vsnap-01.example.com, with the port after a colon where it is not 8900.',
    )
  const bare = isIP(rest) === 6 ? `[${rest}]` : rest
  const url = URL.parse(`https://${bare}`)
  if (!url || !url.hostname)
    throw wrong(
      'This is no address. Write it as vsnap-01.example.com, with the port after a colon where it is not 8900.',
    )
  if (url.username || url.password) throw wrong('Give the user and the password in their own fields.')
  if (url.search || url.hash || !['/', '/api', '/api/'].includes(url.pathname))
    throw wrong('Give only the host and the port, no path.')
  const written = /^(?:\[[^\]]*\]|[^:/]*):(\d+)/.exec(bare)?.[1]
  const port = Number(written ?? usualPort)
  if (port === 0) throw wrong('Port 0 is no port: it is a number from 1 to 65535.')
  return { url: `https://${url.hostname}:${port}`, host: url.hostname.replace(/^\[(.*)\]$/, '$1'), port }
}

function wrong(why: string): ApiError {
  return invalidParameter(why, 'url')
}
