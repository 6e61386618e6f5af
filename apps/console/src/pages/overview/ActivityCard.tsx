import { PageLink } from '../../components/PageLink.tsx'
import { paths } from '../../paths.ts'
import { Bytes } from '../../ui/Bytes.tsx'
import { setApart } from '../../ui/isolated.ts'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import type { fleetEndpoints } from '@vsnap/console-api/fleet.ts'
import type { Result } from '@vsnap/contract/endpoint.ts'
import { OverviewCard } from './OverviewCard.tsx'

type Activity = Result<(typeof fleetEndpoints)['fleetView']>['activity']

/** What is going on? What runs now, and what was done last. */
export function ActivityCard({ activity: { sessions, plans, changes } }: { activity: Activity }) {
  const counts = [counted(sessions.length, 'session'), counted(plans.length, 'task')].filter((text) => text !== '')
  return (
    <OverviewCard title="Going on" aside={counts.length > 0 ? `${counts.join(' · ')} running` : 'Nothing runs now'}>
      {sessions.length + plans.length > 0 && (
        <ul className="vs-lines" aria-label="Running now">
          {plans.map(({ id, title, user, done, total }) => (
            <li key={id} className="vs-line vs-running">
              <div className="vs-line-text">
                <PageLink to={paths.task(id)} className="vs-line-name" title={title}>
                  {setApart(title)}
                </PageLink>
                <div className="vs-aside">task by {user}</div>
              </div>
              <progress className="vs-capacity" value={total === 0 ? 0 : done / total} aria-hidden="true" />
              <span className="vs-aside">
                {done} of {total} steps
              </span>
            </li>
          ))}
          {sessions.slice(0, 4).map(({ appliance, id, name, status, size_sent: sent, time_started: started }) => (
            <li key={`${appliance.id}/${id}`} className="vs-line vs-running">
              <div className="vs-line-text">
                <PageLink to={paths.session(appliance.id, id)} className="vs-line-name" title={name}>
                  {name}
                </PageLink>
                <div className="vs-aside vs-line-name" title={appliance.name}>
                  replicates from <bdi>{appliance.name}</bdi>
                </div>
              </div>
              <span className="vs-aside">{status}</span>
              <span className="vs-aside">
                {sent === null ? 'nothing sent yet' : <Bytes value={sent} />}
                {started !== null && (
                  <>
                    {' '}
                    since <RelativeTime value={started} />
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {changes.length === 0 ? (
        <p className="vs-card-calm">Nothing was changed yet.</p>
      ) : (
        <ChangesList changes={changes} label="Last changes" />
      )}
    </OverviewCard>
  )
}

/** What was done, and by whom, the newest first. */
export function ChangesList({ changes, label }: { changes: Activity['changes']; label: string }) {
  return (
    <ol className="vs-changes" aria-label={label}>
      {changes.map(({ id, time, user, appliance, title }) => (
        <li key={id}>
          <RelativeTime value={time} />
          <span className="vs-break">
            {title}
            {user !== null && ` by ${user}`}
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

function counted(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`
}
