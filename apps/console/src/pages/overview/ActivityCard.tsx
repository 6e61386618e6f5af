import { PageLink } from '../../components/PageLink.tsx'
import { paths } from '../../paths.ts'
import { Bytes } from '../../ui/Bytes.tsx'
import { setApart } from '../../ui/isolated.ts'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import type { fleetEndpoints } from '@vsnap/console-api/fleet.ts'
import type { Result } from '@vsnap/contract/endpoint.ts'
import { OverviewCard } from './OverviewCard.tsx'
import { words } from './words.tsx'

type Activity = Result<(typeof fleetEndpoints)['fleetView']>['activity']

/** What is going on? What runs now, and what was done last. */
export function ActivityCard({ activity: { sessions, plans, changes } }: { activity: Activity }) {
  const isRunning = sessions.length + plans.length > 0
  return (
    <OverviewCard
      title={words.activity.title}
      aside={isRunning ? words.activity.running(sessions.length, plans.length) : words.activity.nothingRuns}
    >
      {isRunning && (
        <ul className="vs-lines" aria-label={words.activity.heard.running}>
          {plans.map(({ id, title, user, done, total }) => (
            <li key={id} className="vs-line vs-running">
              <div className="vs-line-text">
                <PageLink to={paths.task(id)} className="vs-line-name" title={title}>
                  {setApart(title)}
                </PageLink>
                <div className="vs-aside">{words.activity.taskBy(user)}</div>
              </div>
              <progress className="vs-capacity" value={total === 0 ? 0 : done / total} aria-hidden="true" />
              <span className="vs-aside">{words.activity.stepsOf(done, total)}</span>
            </li>
          ))}
          {sessions.slice(0, 4).map(({ appliance, id, name, status, size_sent: sent, time_started: started }) => (
            <li key={`${appliance.id}/${id}`} className="vs-line vs-running">
              <div className="vs-line-text">
                <PageLink to={paths.session(appliance.id, id)} className="vs-line-name" title={name}>
                  {name}
                </PageLink>
                <div className="vs-aside vs-line-name" title={appliance.name}>
                  {words.activity.replicatesFrom(<bdi>{appliance.name}</bdi>)}
                </div>
              </div>
              <span className="vs-aside">{status}</span>
              <span className="vs-aside">
                <Sent size={sent} since={started} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {changes.length === 0 ? (
        <p className="vs-card-calm">{words.activity.noChange}</p>
      ) : (
        <ChangesList changes={changes} label={words.activity.lastChanges} />
      )}
    </OverviewCard>
  )
}

/** How much a session has sent (bytes), and since when. */
function Sent({ size, since }: { size: number | null; since: number | null }) {
  if (since === null) return size === null ? words.activity.nothingSent : <Bytes value={size} />
  const time = <RelativeTime value={since} />
  return size === null ? words.activity.nothingSentSince(time) : words.activity.sentSince(<Bytes value={size} />, time)
}

/** What was done, and by whom, the newest first. */
export function ChangesList({ changes, label }: { changes: Activity['changes']; label: string }) {
  return (
    <ol className="vs-changes" aria-label={label}>
      {changes.map(({ id, time, user, appliance, title }) => (
        <li key={id}>
          <RelativeTime value={time} />
          <span className="vs-break">
            {user === null ? title : words.activity.changedBy(title, user)}
            {appliance && (
              <>
                {' · '}
                <PageLink to={paths.appliance(appliance.id)}>{appliance.name}</PageLink>
              </>
            )}
          </span>
        </li>
      ))}
    </ol>
  )
}
