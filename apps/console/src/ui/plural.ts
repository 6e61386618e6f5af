import { locale } from './locale.ts'

const rules = new Intl.PluralRules(locale)
const figures = new Intl.NumberFormat(locale)

/** A number as it stands in a sentence: `1,200`. */
export const figure = (count: number): string => figures.format(count)

/** A sentence, `#` being the number; or a function of the number as it is written, when names stand in it too. */
type Form = string | ((figure: string) => string)

/** Of each form that the language has for numbers its own sentence (English has `one` and `other`). */
type Forms = { readonly other: Form } & Partial<Readonly<Record<Intl.LDMLPluralRule, Form>>>

/** The sentence for a number: `plural(1200, { one: '# volume', other: '# volumes' })` is `1,200 volumes`. */
export function plural(count: number, forms: Forms): string {
  const form = forms[rules.select(count)] ?? forms.other
  return typeof form === 'function' ? form(figure(count)) : form.replaceAll('#', figure(count))
}
