/** Letters of scripts that run from right to left. */
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const [begin, end] = ['\u2068', '\u2069'] as const

/**
 * A name within a text that is no element (a title, a toast, an option): set apart when it runs from right to left, so that
 * what follows it stays behind it. Where there are elements, `<bdi>` does the same.
 */
export const isolated = (name: string): string =>
  rightToLeft.test(name) && !name.startsWith(begin) ? `${begin}${name}${end}` : name

/** A sentence that is seen, with names in it, each set apart: said`Pool ${pool.name} deleted`. The linter asks for it. */
export const said = (words: TemplateStringsArray, ...names: readonly (string | number)[]): string =>
  String.raw({ raw: words }, ...names.map((name) => (typeof name === 'string' ? isolated(name) : name)))

/** A sentence without what sets its names apart: for what is heard, compared or copied, where nothing invisible belongs. */
export const plain = (sentence: string): string => sentence.replaceAll(/[\u2068\u2069]/g, '')
