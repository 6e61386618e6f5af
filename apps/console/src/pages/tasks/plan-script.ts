import type { NewStep, Plan, PlanStep } from '@vsnap/console-api/plan.ts'
import type { Endpoint } from '@vsnap/contract/endpoint.ts'
import { vsnapApi, type VsnapOperation } from '@vsnap/vsnap-api/api.ts'
import { words } from './words.tsx'

const { script } = words

/** A line, or a part of one, as the shell reads it: no words for people. */
const shell = (line: TemplateStringsArray, ...values: readonly (string | number)[]): string =>
  String.raw({ raw: line }, ...values)

interface Address {
  readonly id: string
  readonly url: string
  readonly username: string
}

/** What is submitted to make the same plan again. */
export function planSource({ title, steps }: Plan): { title: string; steps: NewStep[] } {
  return {
    title,
    steps: steps.map(({ appliance, operation, params, query, body }) => ({
      appliance: appliance.id,
      operation,
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

/** The plan as a bash script of curl calls: accounts are variables, answers that later steps need are kept with jq. */
export function planScript(plan: Plan, addresses: readonly Address[]): string {
  const used = [...new Map(plan.steps.map(({ appliance }) => [appliance.id, appliance.name]))]
  const names = new Map(used.map(([id, name], index) => [id, variableOf(name, index)]))
  const head = used.flatMap(([id, name]) => {
    const address = addresses.find((each) => each.id === id)
    const variable = names.get(id) ?? ''
    return [
      `# ${name.replaceAll(/[\r\n]/g, ' ')}`,
      shell`${variable}_URL=${quoted(address?.url ?? 'https://…:8900')}`,
      shell`${variable}_USER=${quoted(address?.username ?? '')}`,
      shell`: "\${${variable}_PASSWORD:?${script.kept.passwordMissing}}"`,
      '',
    ]
  })
  return [
    shell`#!/usr/bin/env bash`,
    `# ${plan.title.replaceAll(/[\r\n]/g, ' ')}`,
    `# ${script.kept.insecure}`,
    shell`set -euo pipefail`,
    '',
    ...head,
    ...plan.steps.flatMap((step) => stepLines(step, names)),
  ].join('\n')
}

function variableOf(name: string, index: number): string {
  const word = name
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
  return /^[A-Z]/.test(word) ? `VSNAP_${word}` : `VSNAP_${index + 1}`
}

function stepLines(step: PlanStep, names: ReadonlyMap<string, string>): string[] {
  const endpoint: Endpoint = vsnapApi[step.operation as VsnapOperation]
  const variable = names.get(step.appliance.id) ?? ''
  const params = (step.params ?? {}) as Record<string, unknown>
  const path = endpoint.path
    .split(/(:[A-Za-z_]+)/)
    .map((part) => (part.startsWith(':') ? shellValue(params[part.slice(1)], names, encodeURIComponent) : quoted(part)))
  const query = Object.entries((step.query ?? {}) as Record<string, unknown>).map(
    ([key, value], index) =>
      `${quoted(`${index === 0 ? '?' : '&'}${key}=`)}${shellValue(value, names, encodeURIComponent)}`,
  )
  const body =
    step.body === null || step.body === undefined
      ? []
      : [shell`  --header 'Content-Type: application/json' \\`, shell`  --data ${shellJson(step.body, names)} \\`]
  return [
    `# ${script.kept.step(step.n + 1, step.title)}`,
    shell`STEP_${step.n}=$(curl --silent --show-error --fail-with-body --insecure \\`,
    shell`  --user "$${variable}_USER:$${variable}_PASSWORD" \\`,
    shell`  --request ${endpoint.method} \\`,
    ...body,
    shell`  "$${variable}_URL"/api${[...path, ...query].join('')})`,
    shell`echo "$STEP_${step.n}"`,
    '',
  ]
}

const quoted = (text: string): string => (/^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`)

type Names = ReadonlyMap<string, string>

/** What stands for a marker in the shell, or undefined for an ordinary value. */
function markerText(value: unknown, names: Names): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if ('$ref' in value) {
    const [, step = '', path = ''] = /^steps\.(\d+)\.result\.(.+)$/.exec(String(value.$ref)) ?? []
    return shell`$(jq --raw-output ${quoted(`.${path}`)} <<<"$STEP_${step}")`
  }
  if ('$secret' in value) {
    const id = String(value.$secret).replace(/^appliance:/, '')
    return `$${names.get(id) ?? 'VSNAP_PARTNER'}_PASSWORD`
  }
  if ('$sealed' in value) return '$SECRET'
  return undefined
}

function shellValue(value: unknown, names: Names, encode: (text: string) => string): string {
  const marker = markerText(value, names)
  return marker === undefined ? quoted(encode(String(value))) : `"${marker}"`
}

/** JSON in single quotes, broken open where the shell puts a value in. */
function shellJson(body: unknown, names: Names): string {
  const later: string[] = []
  const text = JSON.stringify(body, (_, value: unknown) => {
    const marker = markerText(value, names)
    if (marker === undefined) return value
    later.push(marker)
    return `\u0000${later.length - 1}\u0000`
  })
  return `'${text.replaceAll("'", `'\\''`)}'`.replaceAll(
    /\\u0000(\d+)\\u0000/g,
    (_, index: string) => `'"${later[Number(index)]}"'`,
  )
}
