import type { Row, Finding } from './alert-rows.ts'
import type { ConsoleSubject, Found, Rule, Subject, Subjects } from './rule.ts'
import type { RuleSettings } from './rule-settings.ts'
import { covered, rules } from './rules.ts'

/** What a rule found, and the seconds that it has to be so for an alert. */
export interface Current {
  readonly finding: Finding
  readonly after: number
}

export interface Before {
  readonly current: ReadonlyMap<string, Current>
  readonly open: ReadonlyMap<string, Row>
}

export interface Seen {
  readonly current: Map<string, Current>
  /** Keys of what is so, and is said by something worse already. */
  readonly covered: ReadonlySet<string>
}

/** Asks every rule that is on about everything. */
export function look(subjects: Subjects, settings: RuleSettings, before: Before): Seen {
  const current = new Map<string, Current>()
  const hidden = new Set<string>()
  for (const subject of [...subjects.appliances, subjects.console]) {
    const found = rules.filter((rule) => settings.isOn(rule)).flatMap((rule) => ask(rule, subject, settings, before))
    const isFound = new Set(found.map(({ finding: { rule, object } }) => `${rule}/${object?.id}`))
    for (const one of found) {
      const { key, rule, object } = one.finding
      if (covered[rule]?.some((worse) => isFound.has(`${worse}/${object?.id}`))) hidden.add(key)
      else current.set(key, one)
    }
  }
  return { current, covered: hidden }
}

function ask(rule: Rule, subject: Subject | ConsoleSubject, settings: RuleSettings, before: Before): Current[] {
  const appliance = 'appliance' in subject ? { id: subject.appliance.id, name: subject.appliance.name } : null
  const threshold = settings.thresholdOf(rule)
  const keyOf = (objectId = '') => `${rule.name}/${appliance?.id ?? ''}/${objectId}`
  const isOpen = (objectId?: string) => before.current.has(keyOf(objectId)) || before.open.has(keyOf(objectId))
  return findingsOf(rule, subject, { threshold, isOpen }).map((found) => {
    const { object = null, part, title, text, since, remedy = rule.remedy, isEarly = false } = found
    const key = keyOf(object?.id) + (part === undefined ? '' : `/${part}`)
    const began = before.open.get(key)?.since ?? before.current.get(key)?.finding.since ?? since ?? subject.now
    const finding = { key, rule: rule.name, severity: rule.severity, appliance, object, title, text, remedy }
    return { finding: { ...finding, since: began }, after: isEarly ? Infinity : (rule.after?.(threshold) ?? 0) }
  })
}

function findingsOf(
  rule: Rule,
  subject: Subject | ConsoleSubject,
  asked: Parameters<Rule['find']>[1],
): readonly Found[] {
  if ('appliance' in subject) return rule.about === 'appliance' ? rule.find(subject, asked) : []
  return rule.about === 'console' ? rule.find(subject, asked) : []
}
