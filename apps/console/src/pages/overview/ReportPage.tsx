import { bff } from '../../api/queries.ts'
import { Linked } from '../../components/Linked.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { objectPath } from '../../components/remedy.ts'
import { paths } from '../../paths.ts'
import { figure } from '../../ui/plural.ts'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { StateLabel } from '../../ui/StateLabel.tsx'
import { exactTime } from '../../ui/time.ts'
import type { Alert } from '@vsnap/console-api/alert.ts'
import type { FailedSession, Report } from '@vsnap/console-api/report.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { CapacityCard } from './CapacityCard.tsx'
import { ChangesList } from './ActivityCard.tsx'
import { OverviewCard } from './OverviewCard.tsx'
import './overview.css'
import { words } from './words.tsx'

/** What became of the fleet in the last day: what goes out by mail each morning, where that is set up. */
export default function ReportPage() {
  const { data: report } = useSuspenseQuery(bff('reportView'))
  const { since, time, appliances, capacity, alerts, sessions, changes } = report
  return (
    <>
      <PageHeader
        title={words.report.title}
        trail={[{ text: words.title, to: paths.home() }]}
        aside={
          <span className="vs-subtle">
            {words.report.period(exactTime(since), exactTime(time))} ·{' '}
            {words.answerOf(appliances.answering, appliances.total)}
          </span>
        }
      />
      <div className="vs-overview">
        <Part
          title={words.report.alerts.title}
          part={alerts}
          none={words.report.alerts.none}
          all={paths.alerts()}
          line={alertLine}
        />
        <CapacityCard capacity={capacity} />
        <Part
          title={words.report.sessions.title}
          part={sessions}
          none={report.protection.relationships === 0 ? words.report.sessions.noReplica : words.report.sessions.none}
          all={paths.replication({ tab: 'sessions' })}
          line={sessionLine}
        />
        <OverviewCard title={words.report.changes.title} aside={countOf(changes)}>
          {changes.total === 0 ? (
            <p className="vs-card-calm">{words.report.changes.none}</p>
          ) : (
            <ChangesList changes={changes.items} label={words.report.changes.title} />
          )}
          <More part={changes} all={paths.audit()} />
        </OverviewCard>
        <Part
          title={words.report.withoutSnapshot.title}
          part={report.without_snapshot}
          none={words.report.withoutSnapshot.none}
          all={paths.unprotected('snapshot')}
          line={volumeLine}
        />
        <Part
          title={words.report.withoutReplica.title}
          part={report.without_relationship}
          none={words.report.withoutReplica.none}
          all={paths.unprotected('relationship')}
          line={volumeLine}
        />
      </div>
    </>
  )
}

interface Some<Item> {
  readonly items: readonly Item[]
  readonly total: number
}

const countOf = ({ total }: Some<unknown>) => (total === 0 ? undefined : figure(total))

interface Line {
  readonly key: string
  readonly text: React.ReactNode
  readonly aside: React.ReactNode
}

/** One kind of thing: the first of them, and where all are. */
function Part<Item>({
  title,
  part,
  none,
  all,
  line,
}: {
  title: string
  part: Some<Item>
  none: string
  all: string
  line: (item: Item) => Line
}) {
  return (
    <OverviewCard title={title} aside={countOf(part)}>
      {part.items.length === 0 ? (
        <p className="vs-card-calm">{none}</p>
      ) : (
        <ul className="vs-lines" aria-label={title}>
          {part.items.map(line).map(({ key, text, aside }) => (
            <li key={key} className="vs-line">
              <div className="vs-line-text">
                <div className="vs-break">{text}</div>
                <div className="vs-aside vs-break">{aside}</div>
              </div>
            </li>
          ))}
        </ul>
      )}
      <More part={part} all={all} />
    </OverviewCard>
  )
}

function More({ part: { items, total }, all }: { part: Some<unknown>; all: string }) {
  const more = total - items.length
  return more > 0 ? <PageLink to={all}>{words.report.more(more)}</PageLink> : null
}

function alertLine(alert: Alert): Line {
  const { id, appliance, object, title, text, severity, time_cleared: cleared } = alert
  const to = objectPath(alert)
  const links = [
    ...(object && to !== undefined ? [{ text: object.name, to }] : []),
    ...(appliance ? [{ text: appliance.name, to: paths.appliance(appliance.id) }] : []),
  ]
  return {
    key: id,
    text: (
      <StateLabel meaning={cleared === null ? severity : 'good'}>
        <Linked links={links}>{title}</Linked>
      </StateLabel>
    ),
    aside: cleared === null ? text : words.report.alerts.overSince(<RelativeTime value={cleared} />),
  }
}

const sessionLine = ({ appliance, id, name, time, message }: FailedSession): Line => ({
  key: `${appliance.id}/${id}`,
  text: words.report.sessions.sentFrom(
    <PageLink to={paths.session(appliance.id, id)}>{name}</PageLink>,
    <bdi>{appliance.name}</bdi>,
  ),
  aside: (
    <>
      <RelativeTime value={time} /> {message}
    </>
  ),
})

const volumeLine = ({ appliance, id, name }: Report['without_snapshot']['items'][number]): Line => ({
  key: `${appliance.id}/${id}`,
  text: <PageLink to={paths.volume(appliance.id, id)}>{name}</PageLink>,
  aside: appliance.name,
})
