import type { NewStep } from '@vsnap/console-api/plan.ts'
import type { Endpoint } from '@vsnap/contract/endpoint.ts'
import { ApiError, invalidParameter, issueText } from '@vsnap/contract/error.ts'
import { z } from 'zod'
import type { Registry } from '../appliances/registry.ts'
import { soundsSecret } from '../audit/redact.ts'
import { authorise, type Caller } from '../sessions/caller.ts'
import { endpointOf } from './operations.ts'
import { hasPath, mapLeaves, markerOf, parseReference } from './references.ts'
import type { StepInput } from './step.ts'

/** A step that was checked. Secrets that were typed are sealed; all else is as it was submitted. */
export interface AcceptedStep {
  readonly appliance: { readonly id: string; readonly name: string }
  readonly operation: string
  readonly about: string | null
  readonly input: StepInput
}

/**
 * Checks submitted steps: the appliance, the operation, whether the caller may, the input, each reference and secret.
 * `seal` makes a typed secret fit to be kept.
 * @throws ApiError 400 InvalidParameterError, 403 PermissionDeniedError
 */
export function acceptSteps(
  steps: readonly NewStep[],
  { registry, caller, seal }: { registry: Registry; caller: Caller; seal: (secret: string) => string },
): AcceptedStep[] {
  return steps.map(({ appliance, operation, about = null, ...input }, n) => {
    const at = `steps.${n}`
    const known = registry.view(appliance) ?? wrong(`${at}.appliance`, `there is no appliance ${appliance}`)
    const endpoint = endpointOf(operation) ?? wrong(`${at}.operation`, `the vSnap API has no operation ${operation}`)
    authorise(endpoint, caller)
    checkInput(endpoint, input, at, (leaf, key, path) => {
      const marker = markerOf(leaf)
      const field = `${at}.${path.join('.')}`
      if (!marker) return leaf
      if ('$ref' in marker) return checkReference(marker.$ref, steps.slice(0, n), field)
      if ('$sealed' in marker) return wrong(field, 'expected a value')
      return checkSecret(marker.$secret, key, field, registry, caller)
    })
    const kept = mapLeaves(input, (leaf, key) =>
      typeof leaf === 'string' && soundsSecret(key) ? { $sealed: seal(leaf) } : leaf,
    ) as StepInput
    return { appliance: { id: known.id, name: known.name }, operation, about, input: kept }
  })
}

const nothing = z.strictObject({})

/** Checks an input in which markers stand for values: with what `standIn` gives for them, whose own value is not judged. */
function checkInput(
  endpoint: Endpoint,
  input: StepInput,
  at: string,
  standIn: (leaf: unknown, key: string, path: readonly string[]) => unknown,
): void {
  const markers: string[] = []
  const filled = mapLeaves(input, (leaf, key, path) => {
    if (markerOf(leaf)) markers.push(path.join('.'))
    return standIn(leaf, key, path)
  }) as StepInput
  for (const part of ['params', 'query', 'body'] as const) {
    const parsed = (endpoint[part] ?? nothing).safeParse(filled[part] ?? {})
    const issue = parsed.error?.issues.find(({ path }) => !markers.includes([part, ...path].join('.')))
    if (!issue) continue
    const field = [at, part, ...issue.path].join('.')
    throw invalidParameter(`${at}.${part}: ${issueText(new z.ZodError([issue]))}`, field)
  }
}

/** A value as most ids, names and sizes may be, in place of one that is not known yet. */
const anything = '1'

function checkReference(text: string, before: readonly NewStep[], field: string): string {
  const reference = parseReference(text) ?? wrong(field, 'expected a reference like steps.0.result.id')
  const target = before[reference.step]
  if (!target) throw wrong(field, `${text} is not an earlier step`)
  const result = endpointOf(target.operation)?.result
  if (!result || !hasPath(result, reference.path))
    throw wrong(field, `the answer to ${target.operation} has no ${reference.path}`)
  return anything
}

function checkSecret(text: string, key: string, field: string, registry: Registry, caller: Caller): string {
  const [, id = ''] = /^appliance:(.+)$/.exec(text) ?? []
  if (!registry.view(id)) throw wrong(field, 'expected a secret like appliance:<id>, of an appliance of this console')
  // Anywhere else it would be shown: by the appliance, in its answers and lists.
  if (!soundsSecret(key)) throw wrong(field, 'a stored secret can only be given where a secret is asked for')
  if (caller.user?.role !== 'admin') {
    throw new ApiError(
      403,
      'PermissionDeniedError',
      'Using the password that the console keeps for an appliance takes the role admin.',
      { field },
    )
  }
  return 'x'.repeat(8)
}

function wrong(field: string, what: string): never {
  throw invalidParameter(`${field}: ${what}.`, field)
}
