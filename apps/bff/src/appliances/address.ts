import { ApiError } from '@vsnap/contract/error.ts'
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
  if (scheme.toLowerCase() !== 'https') throw wrong('the vSnap API speaks https only')
  if (/^[/\\]|[\\\p{Cc}\s]/u.test(rest)) throw wrong('expected https://host:port')
  const bare = isIP(rest) === 6 ? `[${rest}]` : rest
  const url = URL.parse(`https://${bare}`)
  if (!url || !url.hostname) throw wrong('expected https://host:port')
  if (url.username || url.password) throw wrong('give the user and the password in their own fields')
  if (url.search || url.hash || !['/', '/api', '/api/'].includes(url.pathname))
    throw wrong('expected only host and port, no path')
  const written = /^(?:\[[^\]]*\]|[^:/]*):(\d+)/.exec(bare)?.[1]
  const port = Number(written ?? usualPort)
  if (port === 0) throw wrong('port 0 is no address')
  return { url: `https://${url.hostname}:${port}`, host: url.hostname.replace(/^\[(.*)\]$/, '$1'), port }
}

function wrong(why: string): ApiError {
  return new ApiError(400, 'InvalidParameterError', `url: ${why}.`, { field: 'url' })
}
