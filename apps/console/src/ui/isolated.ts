/** Letters of scripts that run from right to left. */
const letter = String.raw`[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]`
const rightToLeft = new RegExp(letter, 'u')
/** Words with such letters, as many as follow each other. */
const words = new RegExp(String.raw`\S*${letter}\S*(?: \S*${letter}\S*)*`, 'gu')
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

/** A sentence that was kept without anything invisible in it (a task's title), seen: what runs from right to left in it is set apart. */
export const setApart = (sentence: string): string => sentence.replaceAll(words, isolated)

/** A sentence without what sets its names apart: for what is heard, compared or copied, where nothing invisible belongs. */
export const plain = (sentence: string): string => sentence.replaceAll(/[\u2068\u2069]/g, '')
