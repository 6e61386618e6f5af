// What people read on the page of alerts.
import { said, setApart } from '../../ui/isolated.ts'
import { plural } from '../../ui/plural.ts'

export const words = {
  alerts: 'Alerts',
  rules: 'Alert rules',
  open: (count: number) => (count === 0 ? 'None is open' : plural(count, { other: '# open' })),
  failed: (message: string) => `Nothing was changed: ${message}`,
  list: {
    alert: 'Alert',
    severity: 'Severity',
    state: 'State',
    // In the file, each by itself.
    details: 'Details',
    stateBy: 'By',
    stateUntil: 'Until',
    since: 'Since',
    cleared: 'Cleared',
    groupOfConsole: 'The console itself',
    empty: {
      title: 'No alert yet',
      text: 'An alert stands here once an appliance does not answer, a pool fills up or loses disks, or a replication fails. It is cleared by itself when that is over.',
    },
  },
  severities: {
    danger: 'Critical',
    warning: 'Warning',
  },
  states: {
    open: 'Open',
    acknowledged: 'Acknowledged',
    snoozed: 'Snoozed',
    silenced: 'Silenced',
    cleared: 'Cleared',
  },
  /** Who has made it so, or until when. */
  stateAside: {
    by: (person: string) => said`by ${person}`,
    until: (time: string) => `until ${time}`,
    byUntil: (person: string, time: string) => said`by ${person} until ${time}`,
  },
  actions: {
    acknowledge: 'Acknowledge',
    acknowledged: 'You look after it now',
    acknowledgedBy: (person: string) => said`${person} looks after it.`,
    snooze: 'Snooze',
    wake: 'Wake',
    woken: 'It is told again',
    silence: (appliance: string) => said`Silence ${appliance}`,
    over: 'It is over already.',
  },
  snooze: {
    title: 'Snooze alert',
    text: (alert: string) =>
      `${setApart(alert)}. Nobody hears of it for a time; when it is still so then, it is told again.`,
    submit: 'Snooze',
    done: (time: string) => `Snoozed until ${time}`,
  },
  silence: {
    title: (appliance: string) => said`Silence ${appliance}`,
    text: (link: (text: string) => React.ReactNode) => (
      <>
        Its alerts still stand here, and neither on the overview nor in a message. What is so when the time is over is
        told then. For work on the appliance itself {link('set maintenance')}: then no alert about it is raised at all,
        and everybody sees that somebody works on it.
      </>
    ),
    submit: 'Silence',
    done: (appliance: string, time: string) => said`${appliance} is silenced until ${time}`,
  },
  terms: {
    label: 'How long',
    hour: 'An hour',
    fourHours: '4 hours',
    morning: 'Until tomorrow, 8:00',
    week: 'A week',
  },
  silences: {
    title: (appliance: string, time: string) => said`${appliance} is silenced until ${time}`,
    text: (person: React.ReactNode, appliance: React.ReactNode) => (
      <>
        {person} wanted it so. Nothing of {appliance} is on the overview or in a message before.
      </>
    ),
    end: (appliance: string) => said`End silence of ${appliance}`,
    ended: (appliance: string) => said`${appliance} is heard again`,
  },
}
