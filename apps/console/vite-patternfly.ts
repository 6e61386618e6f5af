import { createRequire } from 'node:module'
import type { Plugin } from 'vite'

const require = createRequire(import.meta.url)
const packages = ['@patternfly/react-core', '@patternfly/react-icons']

/** `import { Button, Page } from '@patternfly/react-core'` */
const imports = /import\s*\{([^{}]*)\}\s*from\s*'(@patternfly\/react-(?:core|icons))'/g

/**
 * Imports PatternFly's components from their own modules instead of from the package's index. Unused components would be
 * left out of a build anyway, but their stylesheets (1.1 MB) would not, because a stylesheet always has an effect.
 */
export function patternflyModules(): Plugin {
  const modules = new Map(
    packages.map((name) => [name, require(`${name}/dist/dynamic-modules.json`) as Record<string, string>]),
  )
  return {
    name: 'patternfly-modules',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/.*\.tsx?$/, code: /@patternfly\/react-/ },
      handler: (code) =>
        code.replace(imports, (_, names: string, from: string) =>
          names
            .split(',')
            .map((name) => name.trim())
            .filter((name) => name !== '' && !name.startsWith('type '))
            .map((name) => {
              const [exported = name] = name.split(/\s+as\s+/)
              const path = modules.get(from)?.[exported]
              if (path === undefined) throw new Error(`${from} has no ${exported}`)
              return `import { ${name} } from '${from}/${path.replace('dist/dynamic', 'dist/esm')}'`
            })
            .join(';'),
        ),
    },
  }
}

/** `rhUiIcon: {…}`, which only the theme redhat shows. */
const secondPicture = /rhUiIcon: \{.*\}/

/** Leaves out the second picture that most of PatternFly's icons have. */
export function patternflyIcons(): Plugin {
  return {
    name: 'patternfly-icons',
    transform: {
      filter: { id: /@patternfly\/react-icons\/dist\/esm\/icons\// },
      handler: (code) => code.replace(secondPicture, 'rhUiIcon: null'),
    },
  }
}

interface CssRule {
  selectors: string[]
  remove(): unknown
}

interface CssDeclaration {
  readonly prop: string
  remove(): unknown
}

/** What of PatternFly's styles the console never shows: themes other than light and dark, right-to-left pages, charts, very wide screens. */
const unused = /pf-v6-theme-(?:felt|glass|high-contrast|redhat)|dir=["']?rtl|-dir-rtl|-on-2xl(?![a-z])/

/** Leaves out of PatternFly's stylesheets what the console has no use for: a third of them. (A PostCSS plugin; Vite brings PostCSS.) */
export const patternflyStyles = {
  postcssPlugin: 'patternfly-styles',
  Rule(rule: CssRule): void {
    const kept = rule.selectors.filter((selector) => !unused.test(selector.replaceAll(/:not\([^()]*\)/g, '')))
    if (kept.length === 0) rule.remove()
    else if (kept.length < rule.selectors.length) rule.selectors = kept
  },
  Declaration(declaration: CssDeclaration): void {
    if (declaration.prop.startsWith('--pf-t--chart-')) declaration.remove()
  },
}
