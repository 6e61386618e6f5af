/** A count and its thing, as `1 volume`, `1,200 volumes`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`

/** The lines of a list that say something: what is not there needs no line. */
export const countedLines = (...lines: readonly [count: number, one: string, many?: string][]): string[] =>
  lines.filter(([count]) => count > 0).map(([count, one, many]) => counted(count, one, many))

/** What has to be typed before things are deleted: the name of the only one, else the words for so many. */
export const phraseFor = (
  rows: readonly { readonly name: string }[],
  many: string | ((count: number) => string),
): string => {
  if (rows.length === 1) return rows[0]?.name ?? ''
  return typeof many === 'string' ? `delete ${rows.length} ${many}s` : many(rows.length)
}

/** The appliances of rows, each once. */
export function appliancesOf(
  rows: readonly { readonly appliance: { readonly id: string; readonly name: string } }[],
): { readonly id: string; readonly name: string }[] {
  return [...new Map(rows.map(({ appliance }) => [appliance.id, appliance])).values()]
}
