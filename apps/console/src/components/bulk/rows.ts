/** What has to be typed before things are deleted: the name of the only one, else the words for so many. */
export const phraseFor = (rows: readonly { readonly name: string }[], many: (count: number) => string): string =>
  rows.length === 1 ? (rows[0]?.name ?? '') : many(rows.length)

/** The appliances of rows, each once. */
export function appliancesOf(
  rows: readonly { readonly appliance: { readonly id: string; readonly name: string } }[],
): { readonly id: string; readonly name: string }[] {
  return [...new Map(rows.map(({ appliance }) => [appliance.id, appliance])).values()]
}
