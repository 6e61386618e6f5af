import { createHash } from 'node:crypto'

/** What was asked for lately: lists ask for the same words again and again, and hashing is what would take the time. */
const known = new Map<string, number>()
const enough = 100_000

/** A number from 0 (inclusive) to 1 that depends on the words alone: the same words give the same number for ever. */
export function fraction(...words: readonly (string | number)[]): number {
  const text = words.join('\u0000')
  const before = known.get(text)
  if (before !== undefined) return before
  const value = createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32
  if (known.size >= enough) known.clear()
  known.set(text, value)
  return value
}

/** A number between two bounds, chosen by the words. */
export function between(low: number, high: number, ...words: readonly (string | number)[]): number {
  return low + (high - low) * fraction(...words)
}

/** Hexadecimal digits chosen by the words. */
export function hex(digits: number, ...words: readonly (string | number)[]): string {
  return createHash('sha256').update(words.join('\u0000')).digest('hex').slice(0, digits)
}
