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

const zones: readonly Zone[] = [
  { name: 'contract', in: 'packages/contract/', packages: ['zod'], types: ['express'] },
  { name: 'vsnap-api', in: 'packages/vsnap-api/', may: ['packages/contract/'], packages: ['zod'] },
  { name: 'console-api', in: 'packages/console-api/', may: ['packages/contract/'], packages: ['zod'] },
  { name: 'appliance', in: 'apps/appliance/', may: ['packages/contract/', 'packages/vsnap-api/'] },
  { name: 'bff', in: 'apps/bff/', may: ['packages/'] },
  { name: 'console/ui', in: ui, never: ['react-router', '@tanstack/react-query', 'node:*'] },
  { name: 'console/api', in: api, may: ['packages/', paths], never: ['@patternfly/*', 'node:*'] },
  { name: 'console/components', in: components, may: ['packages/', paths, api, ui], never: ['node:*'] },
  { name: 'console/layouts', in: layouts, may: ['packages/', paths, api, ui, components], never: ['node:*'] },
  {
    name: 'console/pages',
    in: `${src}/pages/`,
    each: true,
    may: ['packages/', paths, api, ui, components, layouts],
    never: ['node:*'],
  },
  { name: 'console/paths', in: paths, may: ['packages/'], never: ['node:*'] },
  { name: 'console', in: `${src}/`, may: ['packages/'], never: ['node:*'] },
  { name: 'console', in: 'apps/console/' },
  // Its stories have the same mail server as the server's own tests.
  { name: 'e2e', in: 'e2e/', may: ['packages/', '.scripts/', 'apps/bff/src/testing/mail-server.ts'] },
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
 * Tests may import any npm package (vitest, node:…), but no other files of the repository than what they test may.
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
  if (!zone.may?.some((each) => target.startsWith(each))) {
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
}
interface Context {
  readonly filename: string
  report(problem: { node: Node; message: string }): void
}
type Rule = { create(context: Context): Record<string, (node: Node) => void> }

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

export default { meta: { name: 'house' }, rules: { imports, 'no-barrels': noBarrels } }
