import type { Row } from './lists.ts'

/** The fields that objects are known by, to people and to other machines. */
export const knownFields = [
  'name',
  'id',
  'uuid',
  'serial',
  'wwn',
  'iqns',
  'address',
  'local_vol_name',
  'remote_vol_name',
] as const

/** The texts of a field: one, or those of a list. */
export function wordsOf(value: unknown): string[] {
  return [value]
    .flat()
    .filter((each) => typeof each === 'string' || typeof each === 'number')
    .map(String)
}

/** What the search of everything looks in: lower case, one a line. */
export function knownWords(row: Row): string {
  return knownFields
    .flatMap((field) => wordsOf(row[field]))
    .map((word) => word.toLocaleLowerCase('en'))
    .join('\n')
}
