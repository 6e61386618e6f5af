import { ApiError } from '@vsnap/contract/error.ts'
import { soundsSecret } from '../audit/redact.ts'

/** What stands where a secret stood. */
const blot = '(not shown)'

/**
 * Letters of a secret that is looked for, at the least. Three letters stand in every other sentence: to blot them out would leave
 * nothing to read, and tell what they are. In data, where a text may also be an object's name, less than eight would do harm.
 */
const least = { said: 4, data: 8 }

/** Takes out of what an appliance answers what it was told in confidence. */
export interface Blotter {
  /** Of an error, everything: it is answered, logged and kept in the audit trail. */
  said(error: ApiError): ApiError
  /** Of JSON text, the texts in it; the same buffer when there is nothing to take out. */
  data(body: Buffer): Buffer
}

const known = new WeakMap<object, readonly string[]>()

/**
 * A blotter for the answer to one call: the password of the appliance, what it is sent as, and what sounds like a secret in the
 * body of the call (JSON text).
 */
export function createBlotter(connection: { readonly authorization: string }, sent?: string): Blotter {
  const own = known.get(connection) ?? formsOf(...accountOf(connection.authorization))
  known.set(connection, own)
  const forms = sent === undefined ? own : [...own, ...formsOf(...secretsIn(JSON.parse(sent)))]
  return {
    said({ status, type, message, details }) {
      const without = remover(forms, least.said)
      const clean = without ? deep({ type, message, details }, without, true) : { type, message, details }
      return new ApiError(status, clean.type, clean.message, clean.details)
    },
    data(body) {
      const long = forms.filter(({ length }) => length >= least.data)
      if (![...new Set(long)].some((form) => written(form).some((one) => body.includes(one)))) return body
      const without = remover(long, least.data) ?? String
      const text = body.toString('utf8')
      try {
        return Buffer.from(JSON.stringify(deep(JSON.parse(text), without, false)))
      } catch {
        // It is no JSON, and whoever says so quotes from it.
        return Buffer.from(without(text))
      }
    },
  }
}

/** `user:password`, and the password: a user's name has no colon. */
function accountOf(authorization: string): string[] {
  const pair = Buffer.from(authorization.replace(/^Basic /, ''), 'base64').toString('utf8')
  return [pair, pair.slice(pair.indexOf(':') + 1)]
}

/** The ways in which a secret is written: as it is, as a header has it, in an address. */
function formsOf(...secrets: string[]): string[] {
  return secrets.flatMap((secret) => {
    const coded = Buffer.from(secret).toString('base64').replace(/=+$/, '')
    return [secret, coded, encodeURIComponent(secret)]
  })
}

/** Texts under keys that sound secret (`remote_pass`, §12.1). */
function secretsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) =>
    typeof one === 'string' ? (soundsSecret(key) ? [one] : []) : secretsIn(one),
  )
}

/** As JSON has a text: as it is, or with nothing but ASCII. */
function written(text: string): string[] {
  const plain = JSON.stringify(text).slice(1, -1)
  const ascii = plain.replace(/[^ -~]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return [...new Set([plain, ascii])]
}

/** undefined: there is nothing to take out. */
function remover(forms: readonly string[], shortest: number): ((text: string) => string) | undefined {
  // The longest first: of a pair no half is left.
  const looked = [...new Set(forms)]
    .filter(({ length }) => length >= shortest)
    .toSorted((a, b) => b.length - a.length)
    .map((form) => form.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
  if (looked.length === 0) return undefined
  const any = new RegExp(`(?:${looked.join('|')})=*`, 'g')
  return (text) => text.replace(any, blot)
}

function deep<T>(value: T, without: (text: string) => string, keysToo: boolean): T {
  const clean = (one: unknown): unknown => {
    if (typeof one === 'string') return without(one)
    if (typeof one !== 'object' || one === null) return one
    if (Array.isArray(one)) return one.map(clean)
    return Object.fromEntries(Object.entries(one).map(([key, each]) => [keysToo ? without(key) : key, clean(each)]))
  }
  return clean(value) as T
}
