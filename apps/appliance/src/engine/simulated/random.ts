import { createHash } from 'node:crypto'

/** A number from 0 (inclusive) to 1 that depends on the words alone: the same words give the same number for ever. */
export function fraction(...words: readonly (string | number)[]): number {
  return createHash('sha256').update(words.join('\u0000')).digest().readUInt32BE(0) / 2 ** 32
}

/** A number between two bounds, chosen by the words. */
export function between(low: number, high: number, ...words: readonly (string | number)[]): number {
  return low + (high - low) * fraction(...words)
}

/** Hexadecimal digits chosen by the words. */
export function hex(digits: number, ...words: readonly (string | number)[]): string {
  return createHash('sha256').update(words.join('\u0000')).digest('hex').slice(0, digits)
}
