import { describe, expect, it } from 'vitest'
import { importProblem, isForPeople, isSentence } from './house.ts'

const console = 'apps/console/src'

describe('what may import what', () => {
  it.each([
    ['packages/contract/src/a.ts', 'zod'],
    ['packages/contract/src/a.spec.ts', '@vsnap/codecs/codec.ts'],
    ['packages/openapi/src/a.ts', '@vsnap/contract/endpoint.ts'],
    ['packages/request-body/src/a.ts', '@vsnap/contract/error.ts'],
    ['packages/vsnap-api/src/a.ts', '@vsnap/codecs/codec.ts'],
    ['packages/vsnap-api/src/a.ts', '@vsnap/contract/endpoint.ts'],
    ['packages/console-api/src/a.ts', '@vsnap/contract/endpoint.ts'],
    ['apps/bff/src/a.ts', '@vsnap/vsnap-api/api.ts'],
    ['apps/bff/src/a/b.spec.ts', 'node:http'],
    ['apps/appliance/src/a.ts', '@vsnap/vsnap-api/api.ts'],
    ['apps/appliance/src/a.ts', '@vsnap/data-directory/lock.ts'],
    [`${console}/routes.tsx`, './pages/pools/PoolsPage.tsx'],
    [`${console}/pages/pools/PoolsPage.tsx`, './columns.tsx'],
    [`${console}/pages/pools/create/DisksStep.tsx`, '../columns.tsx'],
    [`${console}/pages/pools/PoolsPage.tsx`, '../../layouts/shell.tsx'],
    [`${console}/layouts/shell.tsx`, '../components/toasts.tsx'],
    [`${console}/components/toasts.tsx`, '../ui/Size.tsx'],
    [`${console}/components/toasts.tsx`, '../paths.ts'],
    [`${console}/api/client.ts`, '@vsnap/console-api/api.ts'],
    ['e2e/pool.e2e.ts', '@vsnap/vsnap-api/pool.ts'],
  ])('%s may import %s', (file, specifier) => {
    expect(importProblem(file, specifier)).toBeUndefined()
  })

  it('lets the contract have the types of Express, and nothing that runs', () => {
    expect(importProblem('packages/contract/src/route.ts', 'express', true)).toBeUndefined()
    expect(importProblem('packages/contract/src/route.ts', 'express', false)).toMatch(/only zod/)
  })

  it.each([
    ['packages/contract/src/a.ts', 'undici'],
    ['packages/contract/src/a.ts', 'node:http'],
    ['packages/contract/src/a.ts', '@vsnap/codecs/codec.ts'],
    ['packages/codecs/src/a.ts', '@vsnap/contract/endpoint.ts'],
    ['packages/contract/src/a.ts', '@vsnap/openapi/openapi.ts'],
    ['packages/openapi/src/a.ts', '@vsnap/vsnap-api/api.ts'],
    ['packages/request-body/src/a.ts', '@vsnap/vsnap-api/verdict.ts'],
    ['packages/contract/src/a.ts', '@vsnap/vsnap-api/pool.ts'],
    ['packages/data-directory/src/a.ts', '@vsnap/contract/error.ts'],
    ['packages/vsnap-api/src/a.ts', '@vsnap/console-api/api.ts'],
    ['packages/vsnap-api/src/a.ts', '../../contract/src/error.ts'],
    ['packages/console-api/src/a.ts', '@vsnap/vsnap-api/pool.ts'],
    ['packages/console-api/src/a.ts', 'react'],
    ['apps/bff/src/a.ts', '../../appliance/src/app.ts'],
    ['apps/bff/src/a.ts', '@vsnap/appliance/app.ts'],
    ['apps/bff/src/a.spec.ts', '../../appliance/src/app.ts'],
    ['apps/appliance/src/a.ts', '../../bff/src/app.ts'],
    ['apps/appliance/src/a.ts', '@vsnap/console-api/api.ts'],
    [`${console}/main.tsx`, '../../bff/src/app.ts'],
    [`${console}/pages/pools/PoolsPage.tsx`, '../volumes/columns.tsx'],
    [`${console}/pages/pools/PoolsPage.tsx`, '../../routes.tsx'],
    [`${console}/layouts/shell.tsx`, '../pages/pools/PoolsPage.tsx'],
    [`${console}/components/toasts.tsx`, '../layouts/shell.tsx'],
    [`${console}/components/toasts.tsx`, '../pages/pools/columns.tsx'],
    [`${console}/api/client.ts`, '../components/toasts.tsx'],
    [`${console}/api/client.ts`, '../ui/Size.tsx'],
    [`${console}/ui/Size.tsx`, '../api/client.ts'],
    [`${console}/ui/Size.tsx`, '../components/toasts.tsx'],
    [`${console}/ui/Size.tsx`, '@vsnap/vsnap-api/pool.ts'],
    [`${console}/ui/Size.tsx`, 'react-router'],
    [`${console}/paths.ts`, './routes.tsx'],
    ['e2e/pool.e2e.ts', '../apps/bff/src/app.ts'],
    ['.scripts/start.ts', '../apps/bff/src/app.ts'],
  ])('%s may not import %s', (file, specifier) => {
    expect(importProblem(file, specifier)).toBeTypeOf('string')
  })
})

describe('names in sentences', () => {
  const name = { type: 'MemberExpression', property: { type: 'Identifier', name: 'name' } }
  const called = (word: string) => ({ type: 'Identifier', name: word })
  const template = (words: readonly string[], parent: Parameters<typeof isSentence>[0]['parent']) => ({
    type: 'TemplateLiteral',
    quasis: words.map((raw) => ({ value: { raw } })),
    expressions: [name],
    ...(parent && { parent }),
  })
  const property = (key: string) => ({ type: 'Property', key: called(key) })
  const attribute = (word: string) => ({
    type: 'JSXExpressionContainer',
    parent: { type: 'JSXAttribute', name: called(word) },
  })

  it('knows what people see from keys, and from what is sorted by', () => {
    expect(isSentence(template(['Pool ', ' deleted'], property('title')))).toBe(true)
    expect(isSentence(template(['pool/', ''], property('title')))).toBe(false)
    expect(isSentence(template(['', ' → '], property('value')))).toBe(false)
  })

  it('leaves alone what is heard, what is kept, and the title of the browser', () => {
    expect(isSentence(template(['Rename ', ''], attribute('title')))).toBe(true)
    expect(isSentence(template(['Actions of ', ''], attribute('aria-label')))).toBe(false)
    const opening = { type: 'JSXOpeningElement', name: called('title') }
    const element = { type: 'JSXElement', openingElement: opening }
    expect(isSentence(template(['', ' · Console'], { type: 'JSXExpressionContainer', parent: element }))).toBe(false)
    const callee = { type: 'MemberExpression', property: called('mutateAsync') }
    const body = { type: 'ObjectExpression', parent: { type: 'CallExpression', callee } }
    expect(isSentence(template(['Map it to ', ''], { ...property('title'), parent: body }))).toBe(false)
  })
})

describe('what people read', () => {
  const called = (name: string) => ({ type: 'Identifier', name })
  const text = (parent: object) => ({ type: 'Literal', parent: { type: 'CallExpression', ...parent } })
  const attribute = (name: string) => ({ type: 'JSXAttribute', name: called(name) })

  it.each([
    ['a sentence, wherever it stands', text({}), 'It is gone already.'],
    ['a word that begins a line', text({}), 'Created'],
    ['the begin of a sentence that goes on', text({}), 'Made on '],
    ['a word in an attribute that is shown', text(attribute('title')), 'none'],
    ['a word within an element', text({ type: 'JSXExpressionContainer', parent: { type: 'JSXElement' } }), 'none'],
    ['a sentence with a name', text({ type: 'TaggedTemplateExpression', tag: called('said') }), 'Actions of '],
  ])('is %s', (_, node, words) => {
    expect(isForPeople(node, words)).toBe(true)
  })

  it.each([
    ['a word of the API', text({}), 'filesystem'],
    ['a key of the keyboard', text({}), 'Escape'],
    ['the classes of an element', text({}), 'vs-name vs-in-text'],
    ['what is compared', text({ type: 'BinaryExpression' }), 'Ready'],
    ['the message of a bug', text({ type: 'NewExpression', callee: called('TypeError') }), 'no such column'],
    ['a path that is drawn', text(attribute('d')), 'M 0 0'],
  ])('is not %s', (_, node, words) => {
    expect(isForPeople(node, words)).toBe(false)
  })
})
