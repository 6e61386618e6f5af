const whole = /^(-?)0*(\d+)(\.\d+)?$/

/** Digits behind their number, so that text sorts as people count: `2` before `10`. */
const counted = (digits: string) => `${String(digits.length).padStart(2, '0')}${digits}`

/**
 * What a field is sorted by, as text that compares byte by byte: numbers (they travel as text) by value, names without
 * regard to case and with their digits as numbers. Null for what has no order: nothing, a list, an object.
 */
export function sortKey(value: unknown): string | null {
  if (typeof value === 'boolean') return String(value)
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const text = String(value)
  const [, sign, digits, fraction = ''] = whole.exec(text) ?? []
  if (digits !== undefined && sign === '') return `${counted(digits)}${fraction}`
  return text
    .normalize('NFKD')
    .toLocaleLowerCase('en')
    .replaceAll(/0*(\d+)/g, (_, run: string) => counted(run))
}

/** Every text and number of a row, those of its lists too, for searching: lower case, one a line. */
export function searchText(values: readonly unknown[]): string {
  return values
    .flat()
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .map((value) => String(value).toLocaleLowerCase('en'))
    .join('\n')
}
