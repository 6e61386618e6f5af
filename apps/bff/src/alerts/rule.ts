import type { Attention, Remedy, Severity } from '@vsnap/console-api/alert.ts'
import type { RuleThreshold } from '@vsnap/console-api/alert-rule.ts'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import type { Forecast } from '@vsnap/console-api/history.ts'
import type { PoolSummary } from '@vsnap/vsnap-api/pool.ts'
import type { ApplianceFacts } from '../fleet/facts.ts'
import type { PoolDetail } from '../fleet/pool-details.ts'

/** What rules of appliances look at. */
export interface Subject {
  /** Epoch seconds. */
  readonly now: number
  readonly appliance: Appliance
  readonly facts: ApplianceFacts
  readonly forecastOf: (pool: PoolSummary) => Forecast
  /** Seconds that the replica of a relationship (id) may be behind. */
  readonly lagTargetOf: (relationship: string) => number
  /** Relationships (ids) that are further behind, and that this appliance is to speak of. */
  readonly behind: ReadonlySet<string>
  /** What the lists do not have of its pools (by id), as far as it was read. */
  readonly details: ReadonlyMap<string, PoolDetail>
}

/** What rules of the console itself look at. */
export interface ConsoleSubject {
  readonly now: number
  /** Plans that ended badly and were not taken up again. */
  readonly plans: readonly {
    readonly id: string
    readonly title: string
    readonly state: string
    /** 1: what it had made could not all be taken back. */
    readonly undoing: number
    readonly time_ended: number | null
  }[]
  /** Bytes where the console keeps its data; null when nobody can say. */
  readonly disk: { readonly free: number; readonly total: number } | null
  /** Ways on which messages do not arrive: why, and since when. */
  readonly undelivered: readonly { readonly channel: string; readonly error: string; readonly since: number }[]
}

/** Everything that is looked at in one go. */
export interface Subjects {
  readonly now: number
  readonly appliances: readonly Subject[]
  /** Appliances (ids) that somebody works on: what is so of them is as it was before. */
  readonly maintained: ReadonlySet<string>
  readonly console: ConsoleSubject
}

/** What a rule says of one thing. `since` when it knows better than when it was first seen. */
export interface Found {
  readonly object?: NonNullable<Attention['object']>
  /** Tells two findings about one object apart. */
  readonly part?: string
  readonly title: string
  readonly text: string
  readonly since?: number
  /** What helps here, where it is another thing than the rule's. */
  readonly remedy?: Remedy
  /** Worth a line on the overview, and not yet an alert. */
  readonly isEarly?: boolean
}

/** How a rule is asked: its threshold as it is set (0 when it has none), and whether it was so before: then it takes more to be over than it took to begin. */
export interface Asked {
  readonly threshold: number
  readonly isOpen: (objectId?: string) => boolean
}

interface RuleBase {
  readonly name: string
  /** In a few words, with `…` where the threshold goes. */
  readonly label: string
  /** What is so of many things, after their number: `appliances do not answer`. */
  readonly many: string
  readonly severity: Severity
  readonly remedy: Remedy | null
  readonly threshold?: Omit<RuleThreshold, 'value'>
  /** Seconds, from the threshold, that it has to be so before an alert is raised; at once when absent. The overview shows it at once anyway. */
  readonly after?: (threshold: number) => number
  /** Off until somebody wants it. */
  readonly isOff?: boolean
}

export interface ApplianceRule extends RuleBase {
  readonly about: 'appliance'
  find(subject: Subject, asked: Asked): readonly Found[]
}

export interface ConsoleRule extends RuleBase {
  readonly about: 'console'
  find(subject: ConsoleSubject, asked: Asked): readonly Found[]
}

export type Rule = ApplianceRule | ConsoleRule
