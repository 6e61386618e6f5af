import { locale } from '../../ui/locale.ts'
import type { PickItem } from './PickList.tsx'

/** Those of a list whose names, or what is said beside them, contain a text. */
export function itemsWith(items: readonly PickItem[], text: string): readonly PickItem[] {
  const wanted = text.trim().toLocaleLowerCase(locale)
  if (wanted === '') return items
  return items.filter(({ label, aside }) =>
    [label, aside].some((each) => typeof each === 'string' && each.toLocaleLowerCase(locale).includes(wanted)),
  )
}
