import { plural } from './plural.ts'

const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'] as const

/** Bytes in a binary unit with three significant digits, as `1.50 TiB`, `12.3 GiB`, `512 B`. */
export function formatBytes(bytes: number): string {
  let value = bytes
  let unit = 0
  // 1023.5 would be rounded to 1024: the next unit is meant.
  while (value >= 1023.5 && unit < units.length - 1) {
    value /= 1024
    unit += 1
  }
  const digits = unit === 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2
  const text = value.toFixed(digits)
  return `${digits > 0 ? text.replace(/\.?0+$/, '') : text} ${units[unit]}`
}

/** Bytes to the last one, as `1,649,267,441,664 bytes`. */
export function exactBytes(bytes: number): string {
  return plural(bytes, { one: '# byte', other: '# bytes' })
}

/** Bytes as a person would type them, `1.5 TiB`, when that is exact; else their number. `parseBytes` reads back the same. */
export function sizeText(bytes: number): string {
  const text = formatBytes(bytes)
  return parseBytes(text) === bytes ? text : String(bytes)
}

/** Digits in groups of three, as `exactBytes` writes them. What begins with a nought is no group: `0,125` is an eighth. */
const grouped = /^[1-9]\d{0,2}(?:,\d{3})+(?!\d|,)/

/**
 * Bytes from what a person types: `1.5 TiB`, `500G`, `10 mb`, `1,5 gib`, `4096`, or `1,649,267,441,664 bytes` as
 * `exactBytes` writes it. A comma before three digits sets thousands apart, as there, and is a decimal one anywhere else.
 * Units are binary, with and without the `i`; no unit means bytes. Undefined when it is not a size.
 */
export function parseBytes(text: string): number | undefined {
  const plain = text.trim().replace(grouped, (digits) => digits.replaceAll(',', ''))
  const match = /^(\d+(?:[.,]\d+)?|[.,]\d+)\s*(?:bytes?|([kmgtpe])?(?:i?b)?)$/i.exec(plain)
  if (!match) return undefined
  const value = Number(match[1]?.replace(',', '.'))
  const power = match[2] ? 'kmgtpe'.indexOf(match[2].toLowerCase()) + 1 : 0
  const bytes = Math.round(value * 1024 ** power)
  return Number.isSafeInteger(bytes) ? bytes : undefined
}
