const secret = /pass|secret|token|credential|authorization|cookie|private|chap/i
/** Whether what stands under this key is nobody's business. */
export const soundsSecret = (key: string): boolean => secret.test(key)
const longest = { text: 1000, list: 200, depth: 8 }

/**
 * What the audit trail keeps of a request: the same value without secrets (any key that sounds like one; the guide has
 * `remote_pass`, §12.1), and with what is too long cut off, saying so.
 */
export function redact(value: unknown, depth = 0): unknown {
  // Whoever knows the whole address of a webhook may post to it.
  if (typeof value === 'string' && /^https?:\/\/[^/]+\/./i.test(value)) return `${/^[^/]+\/\/[^/]+/.exec(value)?.[0]}/…`
  if (typeof value === 'string')
    return value.length > longest.text ? `${value.slice(0, longest.text)}… (${value.length} characters)` : value
  if (typeof value !== 'object' || value === null) return value
  if (depth === longest.depth) return '…'
  if (Array.isArray(value)) {
    const kept = value.slice(0, longest.list).map((one) => redact(one, depth + 1))
    return kept.length < value.length ? [...kept, `… (${value.length} in all)`] : kept
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      soundsSecret(key) && one != null ? '(not kept)' : redact(one, depth + 1),
    ]),
  )
}
