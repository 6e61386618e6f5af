/** Volumes that are made at once, at most: each may take several calls, and the review stays readable. */
export const mostNames = 250

/** What a pattern stands for: its names, or why it stands for nothing. */
export type Expansion =
  | { readonly names: readonly string[]; readonly problem?: undefined }
  | { readonly names?: undefined; readonly problem: string }

const range = /\{([^{}]*)\}/g
/** Nine digits: a number that can be counted to. */
const bounds = /^(\d{1,9})\.\.(\d{1,9})$/
const help = 'Write a range of numbers as {01..12}.'

/** The numbers of a range as text: as wide as its wider bound when one of them begins with a zero, as shells have it. */
function numbers(from: string, to: string): { count: number; at: (index: number) => string } {
  const isPadded = [from, to].some((bound) => bound.length > 1 && bound.startsWith('0'))
  const width = isPadded ? Math.max(from.length, to.length) : 0
  return { count: Number(to) - Number(from) + 1, at: (index) => String(Number(from) + index).padStart(width, '0') }
}

/** The names that a pattern stands for: `vol-{01..12}` for twelve; a text without a range for itself. Several ranges are combined. */
export function expandNames(pattern: string): Expansion {
  const ranges = [...pattern.matchAll(range)].map(([, text = '']) => bounds.exec(text))
  if (/[{}]/.test(pattern.replaceAll(range, '')) || ranges.includes(null)) return { problem: help }
  const all = ranges.flatMap((match) => (match ? [numbers(match[1] ?? '', match[2] ?? '')] : []))
  if (all.some(({ count }) => count < 1)) return { problem: 'The range ends before it begins.' }
  const total = all.reduce((product, { count }) => product * count, 1)
  if (total > mostNames)
    return { problem: `That is ${total.toLocaleString('en')} volumes; ${mostNames} at most are made at once.` }
  const parts = pattern.split(/\{[^{}]*\}/)
  const names = all.reduce(
    (begun, { count, at }, place) =>
      begun.flatMap((name) =>
        Array.from({ length: count }, (_, index) => `${name}${at(index)}${parts[place + 1] ?? ''}`),
      ),
    [parts[0] ?? ''],
  )
  return new Set(names).size === names.length ? { names } : { problem: 'Some of these names are the same.' }
}

/** Some names in a few words: `vol-01`, `vol-01 and vol-02`, `vol-01 … vol-12`. */
export function namesInShort(names: readonly string[]): string {
  const [first = '', ...others] = names
  if (others.length === 0) return first
  return `${first}${others.length === 1 ? ' and ' : ' … '}${others.at(-1)}`
}
