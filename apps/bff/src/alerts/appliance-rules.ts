import type { Appliance } from '@vsnap/console-api/appliance.ts'
import type { ApplianceRule } from './rule.ts'

const inState =
  (state: Appliance['state'], title: (name: string) => string): ApplianceRule['find'] =>
  ({ appliance }) =>
    appliance.state === state && appliance.error?.type !== 'NotAskedYet'
      ? [{ title: title(appliance.name), text: appliance.error?.message ?? '', since: appliance.since }]
      : []

const odd =
  (type: Appliance['findings'][number]['type'], title: (name: string) => string): ApplianceRule['find'] =>
  ({ appliance }) =>
    appliance.findings
      .filter((finding) => finding.type === type)
      .map(({ message }) => ({ title: title(appliance.name), text: message }))

const about = 'appliance'

export const applianceUnreachable: ApplianceRule = {
  about,
  name: 'appliance-unreachable',
  label: 'An appliance does not answer for … minutes',
  many: 'appliances do not answer',
  severity: 'danger',
  threshold: { usual: 2, unit: 'minutes', least: 0, most: 1_440 },
  after: (minutes) => minutes * 60,
  remedy: 'look',
  find: inState('unreachable', (name) => `${name} does not answer`),
}

export const certificateChanged: ApplianceRule = {
  about,
  name: 'certificate-changed',
  label: 'An appliance shows another certificate',
  many: 'appliances show another certificate',
  severity: 'danger',
  remedy: 'compare-certificate',
  find: inState('certificate-changed', (name) => `${name} shows another certificate`),
}

export const credentialsRejected: ApplianceRule = {
  about,
  name: 'credentials-rejected',
  label: 'An appliance rejects the console’s user name or password',
  many: 'appliances reject the console’s user name or password',
  severity: 'danger',
  remedy: 'give-credentials',
  find: inState('credentials-rejected', (name) => `${name} rejects the console’s user name or password`),
}

export const anotherSystem: ApplianceRule = {
  about,
  name: 'another-system',
  label: 'Another system answers at the address of an appliance',
  many: 'appliances are another system than before',
  severity: 'warning',
  remedy: 'look',
  find: ({ appliance }) =>
    appliance.error?.type === 'AnotherSystem'
      ? [{ title: `Another system answers at the address of ${appliance.name}`, text: appliance.error.message }]
      : [],
}

export const systemTwice: ApplianceRule = {
  about,
  name: 'system-twice',
  label: 'The same system is in the console under two addresses',
  many: 'appliances are in the console twice',
  severity: 'warning',
  remedy: 'look',
  find: odd('SameSystem', (name) => `${name} is in the console twice`),
}

export const clockSkew: ApplianceRule = {
  about,
  name: 'clock-skew',
  label: 'The clock of an appliance is wrong',
  many: 'clocks are wrong',
  severity: 'warning',
  remedy: 'look',
  find: odd('ClockSkew', (name) => `The clock of ${name} is wrong`),
}
