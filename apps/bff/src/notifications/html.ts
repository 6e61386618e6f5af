/** HTML that is safe to show: what was put into it is escaped. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Value = Html | string | number | readonly Html[]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function textOf(value: Value): string {
  if (value instanceof Html) return value.text
  if (Array.isArray(value)) return value.map((one: Html) => one.text).join('')
  return String(value).replace(/[&<>"']/g, (character) => entities[character] ?? '')
}

/** Markup around values that may hold anything. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(parts.reduce((text, part, n) => text + textOf(values[n - 1] ?? '') + part))
}
