import type { Report } from '@vsnap/console-api/report.ts'
import { html, type Html } from './html.ts'
import { linkOf, pageOf } from './letter.ts'
import type { Letter } from './mail.ts'
import { localTime } from './when.ts'

export interface ReportPlace {
  /** The console's address, as people reach it. */
  readonly console: string
  readonly zone: string
}

interface Line {
  readonly text: string
  /** A few words more. */
  readonly aside?: string
  readonly link?: string
}

interface Section {
  readonly title: string
  readonly lines: readonly Line[]
  /** How many there are: more than stand here. */
  readonly total: number
  /** When there is none. */
  readonly none: string
  /** Where all of them are. */
  readonly link: string
}

/** Lines of a section: what is more stands on the page. */
const most = 20

const count = (value: number, what: string) => `${value.toLocaleString('en')} ${what}${value === 1 ? '' : 's'}`
const percent = (used: number, total: number) => `${total === 0 ? 0 : Math.floor((used / total) * 100)} %`

function bytes(value: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB']
  const unit = Math.min(Math.floor(Math.log2(Math.max(Math.abs(value), 1)) / 10), units.length - 1)
  return `${Number((value / 1024 ** unit).toPrecision(3))} ${units[unit]}`
}

/** What needs somebody, in one line. */
function subjectOf({ alerts_open: open, sessions, without_snapshot: bare }: Report): string {
  const words = [
    open > 0 ? count(open, 'open alert') : '',
    sessions.total > 0 ? count(sessions.total, 'failed session') : '',
    bare.total > 0 ? `${count(bare.total, 'volume')} without a snapshot` : '',
  ].filter((text) => text !== '')
  return `Daily report: ${words.length > 0 ? words.join(', ') : 'nothing needs attention'}`
}

function sectionsOf(report: Report, { console, zone }: ReportPlace): Section[] {
  const at = (...parts: string[]) => `${console}/${parts.map(encodeURIComponent).join('/')}`
  const when = (time: number) => {
    const local = localTime(time, zone)
    return `${local.day} ${local.time}`
  }
  const { capacity, protection } = report
  const volumes = ({ items }: Report['without_snapshot']) =>
    items.map(({ appliance, id, name }) => ({
      text: name,
      aside: appliance.name,
      link: at('appliances', appliance.id, 'volumes', id),
    }))
  return [
    {
      title: `Capacity: ${bytes(capacity.used)} of ${bytes(capacity.total)} used (${percent(capacity.used, capacity.total)})${
        capacity.per_day === null ? '' : `, ${capacity.per_day < 0 ? '' : '+'}${bytes(capacity.per_day)} a day`
      }`,
      lines: capacity.pools.map(({ appliance, id, name, used, total, forecast: { full } }) => ({
        text: `${name}: ${percent(used, total)} of ${bytes(total)}`,
        aside: `${appliance.name}${full && full.days <= 365 ? `, full in about ${count(Math.max(1, Math.round(full.days)), 'day')}` : ''}`,
        link: at('appliances', appliance.id, 'pools', id),
      })),
      total: capacity.pools.length,
      none: 'No pool yet.',
      link: at('pools'),
    },
    {
      title: 'Alerts',
      lines: report.alerts.items.map((one) => ({
        text: one.title,
        aside: one.time_cleared === null ? one.text : `over since ${when(one.time_cleared)}`,
        link: linkOf(one, console),
      })),
      total: report.alerts.total,
      none: 'None was open.',
      link: at('alerts'),
    },
    {
      title: 'Failed sessions',
      lines: report.sessions.items.map(({ appliance, id, name, time, message }) => ({
        text: `${name} from ${appliance.name}`,
        aside: [when(time), message].filter((text) => text !== '').join(': '),
        link: at('appliances', appliance.id, 'sessions', id),
      })),
      total: report.sessions.total,
      none: protection.relationships === 0 ? 'Nothing is replicated.' : 'None failed.',
      link: `${console}/replication?tab=sessions`,
    },
    {
      title: 'Without a snapshot in 24 hours',
      lines: volumes(report.without_snapshot),
      total: report.without_snapshot.total,
      none: 'Every volume has one.',
      link: at('unprotected', 'snapshot'),
    },
    {
      title: 'Without a replica',
      lines: volumes(report.without_relationship),
      total: report.without_relationship.total,
      none: 'Every volume is replicated.',
      link: at('unprotected', 'relationship'),
    },
    {
      title: 'Changes',
      lines: report.changes.items.map(({ time, user, appliance, title }) => ({
        text: title,
        aside: [when(time), user === null ? '' : `by ${user}`, appliance ? `on ${appliance.name}` : '']
          .filter((text) => text !== '')
          .join(' '),
      })),
      total: report.changes.total,
      none: 'Nothing was changed.',
      link: at('audit'),
    },
  ]
}

/** The report as a letter: what names, messages and titles say in it is text, whatever it is. */
export function reportLetter(report: Report, place: ReportPlace): Letter {
  const sections = sectionsOf(report, place).map((one) => ({ ...one, lines: one.lines.slice(0, most) }))
  const { day, time } = localTime(report.time, place.zone)
  const { total, answering } = report.appliances
  const intro = `The 24 hours until ${day} ${time} (${place.zone}). ${answering} of ${count(total, 'appliance')} ${answering === 1 ? 'answers' : 'answer'}.`
  const page = `${place.console}/report`
  return {
    subject: subjectOf(report),
    text: [intro, '', ...sections.flatMap(textOf), `The report in the console: ${page}`].join('\n'),
    html: pageOf(
      html`<h1 style="font-size:20px;margin:0 0 4px">Daily report</h1>
        <p style="margin:0 0 16px">${intro}</p>
        ${sections.map(htmlOf)}
        <p style="margin-top:24px"><a href="${page}">The report in the console</a></p>`,
    ).text,
  }
}

const moreOf = ({ lines, total }: Section) =>
  total > lines.length ? `and ${(total - lines.length).toLocaleString('en')} more` : ''

function textOf(section: Section): string[] {
  const { title, lines, none, link } = section
  const more = moreOf(section)
  return [
    title,
    ...(lines.length === 0 ? [`  ${none}`] : lines.map(({ text, aside }) => `- ${text}${aside ? ` (${aside})` : ''}`)),
    ...(more === '' ? [] : [`  ${more}: ${link}`]),
    '',
  ]
}

const grey = 'color:#4d4d4d'

function htmlOf(section: Section): Html {
  const { title, lines, none, link } = section
  const more = moreOf(section)
  const line = ({ text, aside, link: to }: Line) =>
    html`<li style="margin:2px 0">
      ${to === undefined ? text : html`<a href="${to}">${text}</a>`}${
        aside ? html` <span style="${grey}">${aside}</span>` : ''
      }
    </li>`
  return html`<h2 style="font-size:16px;margin:16px 0 4px">${title}</h2>
    ${
      lines.length === 0
        ? html`<p style="margin:0;${grey}">${none}</p>`
        : html`<ul style="margin:0;padding-left:20px">
            ${lines.map(line)}
          </ul>`
    }
    ${more === '' ? '' : html`<p style="margin:4px 0 0"><a href="${link}">${more}</a></p>`}`
}
