import {
  anotherSystem,
  applianceUnreachable,
  certificateChanged,
  clockSkew,
  credentialsRejected,
  systemTwice,
} from './appliance-rules.ts'
import { consoleDiskLow, messagesUndelivered, planFailed } from './console-rules.ts'
import { extraGone, poolFilling, poolFull, poolFullSoon, poolHealth, poolNotOnline } from './pool-rules.ts'
import { relationshipFailed, relationshipLate, volumeWithoutSnapshot } from './protection-rules.ts'
import type { Rule } from './rule.ts'

/** What needs a person, the worst first. */
export const rules: readonly Rule[] = [
  applianceUnreachable,
  certificateChanged,
  credentialsRejected,
  poolNotOnline,
  consoleDiskLow,
  poolFull,
  poolFilling,
  poolFullSoon,
  poolHealth,
  extraGone,
  relationshipFailed,
  relationshipLate,
  planFailed,
  messagesUndelivered,
  anotherSystem,
  systemTwice,
  clockSkew,
  volumeWithoutSnapshot,
]

/** What is said already by the one that is worse need not be said again of the same thing. */
export const covered: Readonly<Record<string, readonly string[]>> = {
  'pool-filling': ['pool-full'],
  'pool-full-soon': ['pool-full', 'pool-filling'],
}

export const ruleOf = (name: string): Rule | undefined => rules.find((rule) => rule.name === name)
