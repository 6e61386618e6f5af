// The house's own lint rules, an oxlint plugin. What may import what is the table `zones`.
import { posix, relative, resolve, sep } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const src = 'apps/console/src'

interface Zone {
  readonly name: string
  /** Where its files are (first match wins); inside, imports are free. */
  readonly in: string
  /** Splits the zone: each of these folders is a zone of its own. */
  readonly each?: true
  /** Other files of the repository that it may import. */
  readonly may?: readonly string[]
  /** Those that its tests may import besides. */
  readonly tests?: readonly string[]
  /** The only npm packages that it may import; absent: any that its package.json names. */
  readonly packages?: readonly string[]
  /** npm packages of which it may import the types too. */
  readonly types?: readonly string[]
  /** npm packages that it must not know. */
  readonly never?: readonly string[]
}

const paths = `${src}/paths.ts`
const [api, ui, components, layouts] = ['api', 'ui', 'components', 'layouts'].map((name) => `${src}/${name}/`) as [
  string,
  string,
  string,
  string,
]

/** The folders of packages, by their names. */
const foldersOf = (...packages: readonly string[]): string[] => packages.map((name) => `packages/${name}/`)

/** What a browser may have of the packages. */
const inBrowser = foldersOf('contract', 'openapi', 'vsnap-api', 'console-api')

const zones: readonly Zone[] = [
  { name: 'codecs', in: 'packages/codecs/', packages: ['zod'] },
  { name: 'contract', in: 'packages/contract/', tests: ['packages/codecs/'], packages: ['zod'], types: ['express'] },
  { name: 'openapi', in: 'packages/openapi/', may: ['packages/contract/'], packages: ['zod'] },
  { name: 'vsnap-api', in: 'packages/vsnap-api/', may: ['packages/codecs/', 'packages/contract/'], packages: ['zod'] },
  {
    name: 'console-api',
    in: 'packages/console-api/',
    may: ['packages/codecs/', 'packages/contract/'],
    packages: ['zod'],
  },
  { name: 'request-body', in: 'packages/request-body/', may: ['packages/contract/'], packages: ['express'] },
  { name: 'data-directory', in: 'packages/data-directory/', packages: ['better-sqlite3', 'node:path'] },
  {
    name: 'appliance',
    in: 'apps/appliance/',
    may: foldersOf('codecs', 'contract', 'openapi', 'vsnap-api', 'request-body', 'data-directory'),
  },
  { name: 'bff', in: 'apps/bff/', may: ['packages/'] },
  { name: 'console/ui', in: ui, never: ['react-router', '@tanstack/react-query', 'node:*'] },
  { name: 'console/api', in: api, may: [...inBrowser, paths], never: ['@patternfly/*', 'node:*'] },
  { name: 'console/components', in: components, may: [...inBrowser, paths, api, ui], never: ['node:*'] },
  { name: 'console/layouts', in: layouts, may: [...inBrowser, paths, api, ui, components], never: ['node:*'] },
  {
    name: 'console/pages',
    in: `${src}/pages/`,
    each: true,
    may: [...inBrowser, paths, api, ui, components, layouts],
    never: ['node:*'],
  },
  { name: 'console/paths', in: paths, may: inBrowser, never: ['node:*'] },
  { name: 'console', in: `${src}/`, may: inBrowser, never: ['node:*'] },
  { name: 'console', in: 'apps/console/' },
  // Its stories have the same mail server as the server's own tests, and the same certificates.
  {
    name: 'e2e',
    in: 'e2e/',
    may: ['packages/', '.scripts/', 'apps/bff/src/testing/mail-server.ts', 'apps/bff/src/testing/certificate.ts'],
  },
  { name: '.scripts', in: '.scripts/', may: ['packages/'] },
]

const apps = ['appliance', 'bff', 'console']
const isTest = (file: string): boolean => /\.spec\.tsx?$/.test(file)
const has = (list: readonly string[] | undefined, name: string): boolean =>
  list?.some((each) => (each.endsWith('*') ? name.startsWith(each.slice(0, -1)) : name === each)) ?? false

/** The npm package that a specifier means. */
function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}

/** The repository's file that a specifier means, or undefined for an npm package. */
function fileOf(specifier: string, from: string): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier)
  const [, name, rest = ''] = /^@vsnap\/([^/]+)\/?(.*)$/.exec(specifier) ?? []
  if (name === undefined) return undefined
  return `${apps.includes(name) ? 'apps' : 'packages'}/${name}/src/${rest}`
}

/**
 * Why `file` must not import `specifier`, or undefined when it may. `file` is relative to the repository's root.
 * Tests may import any npm package (vitest, node:…), and of the repository's files what they test may, and its `tests`.
 */
export function importProblem(file: string, specifier: string, typeOnly = false): string | undefined {
  const zone = zones.find((each) => file.startsWith(each.in))
  if (!zone) return undefined
  const target = fileOf(specifier, file)
  if (target === undefined) {
    const name = packageOf(specifier)
    if (isTest(file)) return undefined
    if (has(zone.never, name)) return `${zone.name} must not know '${name}'.`
    if (!zone.packages || has(zone.packages, name) || (typeOnly && has(zone.types, name))) return undefined
    return `${zone.name} may import only ${zone.packages.join(', ')} from npm, not '${name}'.`
  }
  const own = zone.each ? `${zone.in}${file.slice(zone.in.length).split('/')[0]}/` : zone.in

  if (target.startsWith(own))
    return specifier.startsWith('@') ? 'In its own package a file has a relative path.' : undefined
  const may = [...(zone.may ?? []), ...((isTest(file) && zone.tests) || [])]
  if (!may.some((each) => target.startsWith(each))) {
    return `${zone.name} may not import ${target}: imports go down only (ARCHITECTURE.md says in which order).`
  }
  return target.startsWith('packages/') && specifier.startsWith('.')
    ? 'Import a package by its name: @vsnap/….'
    : undefined
}

// As much of oxlint's plugin API as is used here.
interface Node {
  readonly type: string
  readonly value?: unknown
  readonly source?: Node | null
  readonly importKind?: string
  readonly exportKind?: string
  readonly name?: string | Node
  readonly key?: Node
  readonly property?: Node
  readonly callee?: Node
  readonly tag?: Node
  readonly left?: Node
  readonly right?: Node
  readonly operator?: string
  readonly expression?: Node
  readonly parent?: Node
  readonly openingElement?: Node
  readonly quasis?: readonly { readonly value: { readonly raw: string } }[]
  readonly expressions?: readonly Node[]
}
interface Fixer {
  insertTextBefore(node: Node, text: string): unknown
}
interface Context {
  readonly filename: string
  report(problem: { node: Node; message: string; fix?: (fixer: Fixer) => unknown }): void
}
type Rule = {
  readonly meta?: { readonly fixable: 'code' }
  create(context: Context): Record<string, (node: Node) => void>
}

const pathOf = ({ filename }: Context): string => relative(root, filename).split(sep).join('/')

const imports: Rule = {
  create(context) {
    const file = pathOf(context)
    const check = (typeOnly: (node: Node) => boolean) => (node: Node) => {
      if (typeof node.source?.value !== 'string') return
      const message = importProblem(file, node.source.value, typeOnly(node))
      if (message) context.report({ node, message })
    }
    return {
      ImportDeclaration: check((node) => node.importKind === 'type'),
      ExportNamedDeclaration: check((node) => node.exportKind === 'type'),
      ExportAllDeclaration: check((node) => node.exportKind === 'type'),
      ImportExpression: check(() => false),
      TSImportType: check(() => true),
    }
  },
}

const noBarrels: Rule = {
  create(context) {
    const file = pathOf(context)
    const report = (node: Node): void =>
      context.report({ node, message: 'No barrels: import from the file that defines it.' })
    return {
      Program(node) {
        if (/(^|\/)(utils?|helpers)\//.test(file)) context.report({ node, message: 'Name the folder after its idea.' })
        if (/(^|\/)index\.[jt]sx?$/.test(file)) context.report({ node, message: 'Name the file after what is in it.' })
      },
      ExportAllDeclaration: report,
      ExportNamedDeclaration(node) {
        if (node.source) report(node)
      },
    }
  },
}

/** What an identifier, an attribute or an element is called. */
const wordOf = (node: Node | undefined): string =>
  typeof node?.name === 'object' ? wordOf(node.name) : (node?.name ?? '')

/** Whether an expression gives a name: `name`, `pool.name`, `nameOf(row)`, or one of these and what is said without it. */
function givesName(node: Node | undefined): boolean {
  if (!node) return false
  if (node.type === 'Identifier') return /^name$|Name$|^nameOf$/.test(wordOf(node))
  return [node.property, node.callee, node.type === 'LogicalExpression' ? node.left : undefined, node.expression].some(
    givesName,
  )
}

const within = [
  'ConditionalExpression',
  'LogicalExpression',
  'ArrowFunctionExpression',
  'ArrayExpression',
  'TaggedTemplateExpression',
]
const shown = ['JSXExpressionContainer', 'Property', 'ReturnStatement', 'VariableDeclarator']
/** Attributes that are heard, or kept with a task; and what words for them stand under. */
const unseen = ['aria-label', 'label', 'rowName', 'task', 'heard', 'kept']

/** Whether it stands in a property of such a name, however deep. */
function isUnder(node: Node | undefined, names: readonly string[]): boolean {
  if (!node) return false
  return (node.type === 'Property' && names.includes(wordOf(node.key))) || isUnder(node.parent, names)
}

/** Whether what stands here is seen: not what is heard, sorted by, kept by the console, or in a bookmark. */
function isSeen(place: Node): boolean {
  const outer = place.parent
  if (isUnder(place, ['task', 'heard', 'kept'])) return false
  if (place.type === 'Property')
    return wordOf(place.key) !== 'value' && wordOf(outer?.parent?.callee?.property) !== 'mutateAsync'
  if (place.type !== 'JSXExpressionContainer') return shown.includes(place.type)
  return outer?.openingElement ? wordOf(outer.openingElement) !== 'title' : !unseen.includes(wordOf(outer))
}

/** Whether a template is a sentence that people see, with a name in it: not a key, a file or an address. */
export function isSentence(template: Node): boolean {
  if (!template.quasis?.some(({ value }) => /\s/.test(value.raw)) || !template.expressions?.some(givesName))
    return false
  let { parent } = template
  while (parent && within.includes(parent.type)) parent = parent.parent
  return parent !== undefined && isSeen(parent)
}

const names: Rule = {
  meta: { fixable: 'code' },
  create(context) {
    const isPage = /^apps\/console\/src\/(pages|components|layouts)\//.test(pathOf(context))
    return {
      TemplateLiteral(node) {
        if (!isPage || node.parent?.type === 'TaggedTemplateExpression' || !isSentence(node)) return
        context.report({
          node,
          message: 'A name may run from right to left: said`…` (ui/isolated.ts) sets it apart from the sentence.',
          fix: (fixer) => fixer.insertTextBefore(node, 'said'),
        })
      },
    }
  },
}

/** Where what people read stands: one place a feature, `words.tsx`, or `create-words.tsx` for a part that is loaded for itself. */
const isWordsFile = (file: string): boolean => /(^|[/-])words\.tsx?$/.test(file)

/** Attributes whose text people read or hear, be it one word. */
const read = [
  'alt',
  'aria-label',
  'aria-description',
  'header',
  'heading',
  'help',
  'label',
  'lead',
  'none',
  'note',
  'placeholder',
  'submit',
  'task',
  'text',
  'title',
  'titleText',
  'toggle',
  'why',
]
/** Those with several words that nobody reads. */
const technical = ['className', 'd', 'transform', 'points', 'what', 'groupable']
/** What keyboards call their keys. */
const keys = ['Enter', 'Escape', 'Tab', 'End', 'Backspace', 'Space', 'Shift', 'Control', 'Alt', 'Meta']
const isClass = (text: string): boolean => text.split(/\s+/).every((part) => /^(vs|pf)-|^$/.test(part))

/** What a text is in the end: within conditions and lists, the attribute, element or property that it is for. */
function placeOf(node: Node): Node | undefined {
  let { parent } = node
  while (parent && (within.includes(parent.type) || parent.type === 'JSXExpressionContainer')) {
    if (parent.type === 'JSXExpressionContainer' && parent.parent?.type !== 'JSXAttribute') return parent
    ;({ parent } = parent)
  }
  return parent
}

/** Whether a text stands where only programs read it: compared, a key, a type, an address, the message of a bug. */
function isForPrograms(node: Node, text: string): boolean {
  const { parent } = node
  if (!parent || isClass(text)) return true
  if (/^(Import|Export|TS|BinaryExpression|SwitchCase|MemberExpression)/.test(parent.type)) return true
  if (parent.type === 'TaggedTemplateExpression') return wordOf(parent.tag) !== 'said'
  if (parent.type === 'Property' && parent.key === node) return true
  if (parent.type === 'NewExpression') return wordOf(parent.callee).endsWith('Error')
  return false
}

/** Whether what is written here is for people to read, so that a translation needs it: not a key, a class, a type or an address. */
export function isForPeople(node: Node, text: string): boolean {
  if (!/\p{L}/u.test(text) || isForPrograms(node, text)) return false
  const place = placeOf(node)
  if (place?.type === 'JSXAttribute') {
    if (technical.includes(wordOf(place))) return false
    if (read.includes(wordOf(place))) return true
  }
  if (place?.type === 'JSXExpressionContainer') return true
  if (place?.type === 'Property' && read.includes(wordOf(place.key))) return true
  return /\p{L}\s+\p{L}|[\p{L},.:]\s$|^\s\p{L}/u.test(text) || (/^\p{Lu}\p{Ll}+…?$/u.test(text) && !keys.includes(text))
}

const none: ReturnType<Rule['create']> = {}

const words: Rule = {
  create(context): ReturnType<Rule['create']> {
    const file = pathOf(context)
    const concatenation = (node: Node): void => {
      const texts = [node.left, node.right].map((side) => (typeof side?.value === 'string' ? side.value : ''))
      if (node.operator === '+' && texts.some((text) => /\p{L}/u.test(text)))
        context.report({ node, message: 'No sentence is put together with +: other languages have another order.' })
    }
    if (!file.startsWith(`${src}/`) || isTest(file)) return none
    if (isWordsFile(file)) return { BinaryExpression: concatenation }
    const check = (node: Node, text: string): void => {
      if (isForPeople(node, text))
        context.report({ node, message: `What people read stands in words.ts of its feature: ${JSON.stringify(text)}` })
    }
    return {
      BinaryExpression: concatenation,
      JSXText(node) {
        if (typeof node.value === 'string' && /\p{L}/u.test(node.value)) check(node, node.value)
      },
      Literal(node) {
        if (typeof node.value === 'string') check(node, node.value)
      },
      TemplateLiteral(node) {
        for (const { value } of node.quasis ?? []) check(node, value.raw)
      },
    }
  },
}

export default { meta: { name: 'house' }, rules: { imports, 'no-barrels': noBarrels, names, words } }
