import { words } from './words.tsx'

/** What somebody else made of one thing. */
export interface Change {
  /** As the form calls it: `Limit`. */
  readonly label: string
  readonly before: string
  readonly now: string
}

/** What is said of an object, by the form's own labels, exactly: two that are told the same are the same. */
export type Told = Readonly<Record<string, string>>

/** What differs between how an object was and how it is. */
export function changesBetween(before: Told, now: Told): readonly Change[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .map((label) => ({ label, before: before[label] ?? '', now: now[label] ?? '' }))
    .filter((change) => change.before !== change.now)
}

/** Yes or no, for what is told. */
export const onOff = (value: boolean | null | undefined): string => (value === true ? words.onOff.on : words.onOff.off)
