import type { Alert } from '@vsnap/console-api/alert.ts'
import { noticeKinds, type NoticeKind } from '@vsnap/console-api/notification.ts'
import { byWorst } from '../alerts/alert-rows.ts'
import { ruleOf } from '../alerts/rules.ts'
import { html, type Html } from './html.ts'
import type { Letter } from './mail.ts'

/** What happened to an alert, as it was then. */
export interface Notice {
  readonly kind: NoticeKind
  readonly alert: Alert
}

const headings: Readonly<Record<NoticeKind, string>> = { raised: 'New', again: 'Still so', cleared: 'Over' }
/** Of one rule, that are told one by one; and lines of a letter. */
const fewOfOne = 3
const lines = 60

/** Many alerts of one rule in a few words: `40 appliances do not answer`. */
function phrase(alerts: readonly Alert[]): string {
  const [first, ...others] = alerts
  if (!first) return ''
  if (others.length === 0) return first.title
  if (others.every(({ rule }) => rule === first.rule)) return `${alerts.length} ${ruleOf(first.rule)?.many ?? 'alerts'}`
  return `${first.title}, and ${others.length} more`
}

const ofKind = (notices: readonly Notice[], kind: NoticeKind): Alert[] =>
  notices.flatMap((notice) => (notice.kind === kind ? [notice.alert] : [])).toSorted(byWorst)

/** What a message is about: what is new before what is over. */
export function subjectOf(notices: readonly Notice[]): string {
  const words = noticeKinds.flatMap((kind) => {
    const alerts = ofKind(notices, kind)
    if (alerts.length === 0) return []
    return kind === 'raised' ? phrase(alerts) : `${headings[kind]}: ${phrase(alerts)}`
  })
  return words.join('; ').slice(0, 300)
}

/** Where a person sees what an alert is about. */
export function linkOf({ appliance, object }: Alert, console: string): string {
  const at = (...parts: string[]) => `${console}/${parts.map(encodeURIComponent).join('/')}`
  if (object?.resource === 'plan') return at('tasks', object.id)
  if (!appliance) return at('alerts')
  return object ? at('appliances', appliance.id, `${object.resource}s`, object.id) : at('appliances', appliance.id)
}

/** Alerts by rule, in the order in which they are. */
const byRule = (alerts: readonly Alert[]): Alert[][] => [...Map.groupBy(alerts, ({ rule }) => rule).values()]
const namesOf = (alerts: readonly Alert[]) =>
  alerts.map(({ appliance, object }) => object?.name ?? appliance?.name ?? '').join(', ')

/** The letter that tells of everything that happened at about the same time. `console`: its address, as people reach it. */
export function letterOf(notices: readonly Notice[], console: string): Letter {
  const sections = noticeKinds.flatMap((kind) => {
    const alerts = ofKind(notices, kind)
    return alerts.length === 0 ? [] : [{ kind, groups: byRule(alerts).slice(0, lines) }]
  })
  const subject = subjectOf(notices)
  const foot = `${console}/alerts`
  return {
    subject,
    text: [
      ...sections.flatMap(({ kind, groups }) => [
        headings[kind],
        '',
        ...groups.flatMap((one) => textOf(one, kind, console)),
      ]),
      `All alerts: ${foot}`,
    ].join('\n'),
    html: pageOf(
      html`${sections.map(
          ({ kind, groups }) =>
            html`<h2 style="font-size:16px;margin:16px 0 4px">${headings[kind]}</h2>
              ${groups.map((one) => htmlOf(one, kind, console))}`,
        )}
        <p style="margin-top:24px"><a href="${foot}">All alerts</a></p>`,
    ).text,
  }
}

function textOf(alerts: readonly Alert[], kind: NoticeKind, console: string): string[] {
  if (alerts.length > fewOfOne) return [`- ${phrase(alerts)}: ${namesOf(alerts)}`, '']
  return alerts.flatMap((alert) => [
    `- ${alert.title}`,
    ...(kind === 'cleared' ? [] : [`  ${alert.text}`]),
    `  ${linkOf(alert, console)}`,
    '',
  ])
}

function htmlOf(alerts: readonly Alert[], kind: NoticeKind, console: string): Html {
  const color = kind === 'cleared' ? '#3d7317' : alerts[0]?.severity === 'danger' ? '#b1380b' : '#8a5600'
  const frame = (inner: Html) =>
    html`<div style="border-left:4px solid ${color};padding:4px 12px;margin:8px 0">${inner}</div>`
  if (alerts.length > fewOfOne) return frame(html`<strong>${phrase(alerts)}</strong><br />${namesOf(alerts)}`)
  return html`${alerts.map((alert) =>
    frame(
      html`<strong><a href="${linkOf(alert, console)}" style="color:inherit">${alert.title}</a></strong
        >${kind === 'cleared' ? '' : html`<br />${alert.text}`}`,
    ),
  )}`
}

/** A whole HTML letter around what it says. */
export function pageOf(content: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>vSnap Console</title>
      </head>
      <body style="font-family:sans-serif;font-size:14px;line-height:1.5;color:#151515;max-width:720px;margin:0 auto">
        ${content}
      </body>
    </html>`
}

/** What a webhook is told of the same. */
export function payloadOf(notices: readonly Notice[], id: string, time: number, console: string): object {
  const told = (kind: NoticeKind) => ofKind(notices, kind).map((alert) => ({ ...alert, url: linkOf(alert, console) }))
  return {
    type: 'alerts',
    id,
    time,
    console,
    summary: subjectOf(notices),
    raised: told('raised'),
    again: told('again'),
    cleared: told('cleared'),
  }
}
