import type { NewStep, Plan, PlanStep } from '@vsnap/console-api/plan.ts'
import type { Endpoint } from '@vsnap/contract/endpoint.ts'
import { vsnapApi, type VsnapOperation } from '@vsnap/vsnap-api/api.ts'
import { pinCall, pinFunction, quoted, shell, type Reached } from '../../api/shell.ts'
import { words } from './words.tsx'

const { script } = words

interface Address extends Reached {
  readonly id: string
}

/** What is submitted to make the same plan again. */
export function planSource({ title, steps }: Plan): { title: string; steps: NewStep[] } {
  return {
    title,
    steps: steps.map(({ appliance, operation, about, params, query, body }) => ({
      appliance: appliance.id,
      operation,
      ...(about === null ? {} : { about }),
      ...given({ params, query, body }),
    })),
  }
}

function given(parts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(parts).filter(
      ([, value]) => value !== null && value !== undefined && Object.keys(value as object).length > 0,
    ),
  )
}

/** An appliance as the script has it. */
interface Server {
  /** What its variables begin with: `VSNAP_FRANKFURT_1`. */
  readonly variable: string
  /** Its certificate is pinned. */
  readonly isPinned: boolean
}
type Servers = ReadonlyMap<string, Server>

/**
 * The plan as a bash script of curl calls: accounts are variables, answers that later steps need are kept with jq. Each appliance
 * has to show the certificate that the console has pinned. The first call that is refused ends it, with the appliance's own words.
 */
export function planScript(plan: Plan, addresses: readonly Address[]): string {
  const servers = new Map<string, Server>()
  const head = [...new Map(plan.steps.map(({ appliance }) => [appliance.id, appliance.name]))].flatMap(([id, name]) => {
    const address = addresses.find((each) => each.id === id)
    const pin = address && pinCall(address)
    const variable = variableOf(name, [...servers.values()])
    servers.set(id, { variable, isPinned: pin !== undefined })
    return [
      `# ${oneLine(name)}`,
      shell`${variable}_URL=${quoted(address?.url ?? 'https://…:8900')}`,
      shell`${variable}_USER=${quoted(address?.username ?? '')}`,
      shell`: "\${${variable}_PASSWORD:?${script.kept.passwordMissing}}"`,
      ...(pin === undefined ? [] : [shell`${variable}_PIN=$(${pin})`]),
      '',
    ]
  })
  const isAnyPinned = [...servers.values()].some(({ isPinned }) => isPinned)
  return [
    shell`#!/usr/bin/env bash`,
    `# ${oneLine(plan.title)}`,
    shell`set -euo pipefail`,
    '',
    ...(isAnyPinned ? [...script.kept.pin.map((line) => `# ${line}`), ...pinFunction, ''] : []),
    `# ${script.kept.call}`,
    ...callFunction,
    '',
    ...head,
    ...plan.steps.flatMap((step) => stepLines(step, servers)),
  ].join('\n')
}

/** The shell function `call STEP …`: curl, which says which step was refused, and why; in `$(…)` the script ends with it. */
const callFunction: readonly string[] = [
  shell`call() {`,
  shell`  local step=$1 answer`,
  shell`  shift`,
  shell`  if ! answer=$(curl --silent --show-error --fail-with-body "$@"); then`,
  shell`    printf '%s\\n' "${script.kept.stopped('$step')}" "$answer" >&2`,
  shell`    exit 1`,
  shell`  fi`,
  shell`  printf '%s\\n' "$answer"`,
  shell`}`,
]

/** A comment ends where its line does. */
const oneLine = (text: string): string => text.replaceAll(/[\r\n]/g, ' ')

/** What an appliance's variables begin with; two of one name have two. */
function variableOf(name: string, taken: readonly Server[]): string {
  const word = name
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
  const variable = /^[A-Z]/.test(word) ? shell`VSNAP_${word}` : shell`VSNAP_${taken.length + 1}`
  return taken.some((other) => other.variable === variable) ? shell`${variable}_NO_${taken.length + 1}` : variable
}

function stepLines(step: PlanStep, servers: Servers): string[] {
  const endpoint: Endpoint = vsnapApi[step.operation as VsnapOperation]
  const { variable = '', isPinned = false } = servers.get(step.appliance.id) ?? {}
  const params = (step.params ?? {}) as Record<string, unknown>
  const path = endpoint.path
    .split(/(:[A-Za-z_]+)/)
    .map((part) =>
      part.startsWith(':') ? shellValue(params[part.slice(1)], servers, encodeURIComponent) : quoted(part),
    )
  const query = Object.entries((step.query ?? {}) as Record<string, unknown>).map(
    ([key, value], index) =>
      `${quoted(`${index === 0 ? '?' : '&'}${key}=`)}${shellValue(value, servers, encodeURIComponent)}`,
  )
  const body =
    step.body === null || step.body === undefined
      ? []
      : [shell`  --header 'Content-Type: application/json' \\`, shell`  --data ${shellJson(step.body, servers)} \\`]
  const title = oneLine(script.kept.step(step.n + 1, step.title))
  return [
    `# ${title}`,
    shell`${answerOf(step.n)}=$(call ${quoted(title)} \\`,
    shell`  --user "$${variable}_USER:$${variable}_PASSWORD" \\`,
    ...(isPinned ? [shell`  --insecure --pinnedpubkey "$${variable}_PIN" \\`] : []),
    shell`  --request ${endpoint.method} \\`,
    ...body,
    shell`  "$${variable}_URL"/api${[...path, ...query].join('')})`,
    shell`echo "$${answerOf(step.n)}"`,
    '',
  ]
}

/** The variable with the answer to a step, by the number that people know the step by. */
const answerOf = (n: number): string => shell`STEP_${n + 1}`

/** What stands for a marker in the shell, or undefined for an ordinary value. */
function markerText(value: unknown, servers: Servers): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if ('$ref' in value) {
    const [, step = '', path = ''] = /^steps\.(\d+)\.result\.(.+)$/.exec(String(value.$ref)) ?? []
    return shell`$(jq --raw-output ${quoted(`.${path}`)} <<<"$${answerOf(Number(step))}")`
  }
  if ('$secret' in value) {
    const id = String(value.$secret).replace(/^appliance:/, '')
    return `$${servers.get(id)?.variable ?? 'VSNAP_PARTNER'}_PASSWORD`
  }
  if ('$sealed' in value) return '$SECRET'
  return undefined
}

function shellValue(value: unknown, servers: Servers, encode: (text: string) => string): string {
  const marker = markerText(value, servers)
  return marker === undefined ? quoted(encode(String(value))) : `"${marker}"`
}

/** JSON in single quotes, broken open where the shell puts a value in. */
function shellJson(body: unknown, servers: Servers): string {
  const later: string[] = []
  const text = JSON.stringify(body, (_, value: unknown) => {
    const marker = markerText(value, servers)
    if (marker === undefined) return value
    later.push(marker)
    return `\u0000${later.length - 1}\u0000`
  })
  return `'${text.replaceAll("'", `'\\''`)}'`.replaceAll(
    /\\u0000(\d+)\\u0000/g,
    (_, index: string) => `'"${later[Number(index)]}"'`,
  )
}
