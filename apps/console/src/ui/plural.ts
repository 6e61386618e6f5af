const rules = new Intl.PluralRules('en')
const figures = new Intl.NumberFormat('en')

/** The sentence for a number, `#` being the number itself: `plural(1200, { one: '# volume', other: '# volumes' })`. */
export const plural = (count: number, forms: { readonly one: string; readonly other: string }): string =>
  forms[rules.select(count) === 'one' ? 'one' : 'other'].replaceAll('#', figures.format(count))
