import { bff } from '../../api/queries.ts'
import { Linked } from '../../components/Linked.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { objectPath } from '../../components/remedy.ts'
import { paths } from '../../paths.ts'
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

/** What became of the fleet in the last day: what goes out by mail each morning, where that is set up. */
export default function ReportPage() {
  const { data: report } = useSuspenseQuery(bff('reportView'))
  const { since, time, appliances, capacity, alerts, sessions, changes } = report
  return (
    <>
      <PageHeader
        title="Daily report"
        trail={[{ text: 'Overview', to: paths.home() }]}
        aside={
          <span className="vs-subtle">
            {exactTime(since)} to {exactTime(time)} · {appliances.answering} of {appliances.total}{' '}
            {appliances.total === 1 ? 'appliance' : 'appliances'} {appliances.answering === 1 ? 'answers' : 'answer'}
          </span>
        }
      />
      <div className="vs-overview">
        <Part title="Alerts" part={alerts} none="None was open." all={paths.alerts()} line={alertLine} />
        <CapacityCard capacity={capacity} />
        <Part
          title="Failed sessions"
          part={sessions}
          none={report.protection.relationships === 0 ? 'Nothing is replicated.' : 'None failed.'}
          all={paths.replication({ tab: 'sessions' })}
          line={sessionLine}
        />
        <OverviewCard title="Changes" aside={countOf(changes)}>
          {changes.total === 0 ? (
            <p className="vs-card-calm">Nothing was changed.</p>
          ) : (
            <ChangesList changes={changes.items} label="Changes" />
          )}
          <More part={changes} all={paths.audit()} />
        </OverviewCard>
        <Part
          title="Without a snapshot in 24 hours"
          part={report.without_snapshot}
          none="Every volume has one."
          all={paths.unprotected('snapshot')}
          line={volumeLine}
        />
        <Part
          title="Without a replica"
          part={report.without_relationship}
          none="Every volume is replicated."
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

const countOf = ({ total }: Some<unknown>) => (total === 0 ? undefined : total.toLocaleString('en'))

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
  return more > 0 ? <PageLink to={all}>and {more.toLocaleString('en')} more</PageLink> : null
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
    aside:
      cleared === null ? (
        text
      ) : (
        <>
          Over since <RelativeTime value={cleared} />
        </>
      ),
  }
}

const sessionLine = ({ appliance, id, name, time, message }: FailedSession): Line => ({
  key: `${appliance.id}/${id}`,
  text: (
    <>
      <PageLink to={paths.session(appliance.id, id)}>{name}</PageLink> from {appliance.name}
    </>
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
