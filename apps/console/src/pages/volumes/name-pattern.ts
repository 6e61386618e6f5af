import { words } from './create-words.tsx'

/** Volumes that are made at once, at most: each may take several calls, and the review stays readable. */
export const mostNames = 250

/** What a pattern stands for: its names, or why it stands for nothing. */
export type Expansion =
  | { readonly names: readonly string[]; readonly problem?: undefined }
  | { readonly names?: undefined; readonly problem: string }

const range = /\{([^{}]*)\}/g
/** Nine digits: a number that can be counted to. */
const bounds = /^(\d{1,9})\.\.(\d{1,9})$/

/** The numbers of a range as text: as wide as its wider bound when one of them begins with a zero, as shells have it. */
function numbers(from: string, to: string): { count: number; at: (index: number) => string } {
  const isPadded = [from, to].some((bound) => bound.length > 1 && bound.startsWith('0'))
  const width = isPadded ? Math.max(from.length, to.length) : 0
  return { count: Number(to) - Number(from) + 1, at: (index) => String(Number(from) + index).padStart(width, '0') }
}

/** The names that a pattern stands for: `vol-{01..12}` for twelve; a text without a range for itself. Several ranges are combined. */
export function expandNames(pattern: string): Expansion {
  const ranges = [...pattern.matchAll(range)].map(([, text = '']) => bounds.exec(text))
  if (/[{}]/.test(pattern.replaceAll(range, '')) || ranges.includes(null)) return { problem: words.names.notARange }
  const all = ranges.flatMap((match) => (match ? [numbers(match[1] ?? '', match[2] ?? '')] : []))
  if (all.some(({ count }) => count < 1)) return { problem: words.names.backwards }
  const total = all.reduce((product, { count }) => product * count, 1)
  if (total > mostNames) return { problem: words.names.tooMany(total, mostNames) }
  const parts = pattern.split(/\{[^{}]*\}/)
  const names = all.reduce(
    (begun, { count, at }, place) =>
      begun.flatMap((name) =>
        Array.from({ length: count }, (_, index) => `${name}${at(index)}${parts[place + 1] ?? ''}`),
      ),
    [parts[0] ?? ''],
  )
  return new Set(names).size === names.length ? { names } : { problem: words.names.twice }
}

/** Some names in a few words: `vol-01`, `vol-01 and vol-02`, `vol-01 … vol-12`. */
export function namesInShort(names: readonly string[]): string {
  const [first = '', last = first] = [names[0], names.at(-1)]
  if (names.length < 2) return first
  return names.length === 2 ? words.names.two(first, last) : words.names.firstAndLast(first, last)
}
