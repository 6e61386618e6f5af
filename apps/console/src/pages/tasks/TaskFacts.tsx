import { isGoing } from '../../api/plans.ts'
import { durationText } from '../../ui/duration.ts'
import { Facts } from '../../ui/Facts.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { useNow } from '../../ui/use-now.ts'
import { workedFor } from '@vsnap/console-api/plan.rules.ts'
import type { Plan } from '@vsnap/console-api/plan.ts'
import { StepProgress } from './StepProgress.tsx'
import { NowSteps } from './TaskSteps.tsx'
import { words } from './words.tsx'

const { page } = words

/** How long it has been at work, without what lay between a failure and what was decided then. */
function Running({ plan }: { plan: Plan }) {
  return <>{useNow((now) => page.runningFor(durationText(0, workedFor(plan, now))))}</>
}

/** How far a plan is, whose it is, and when it was. */
export function TaskFacts({ plan }: { plan: Plan }) {
  const { user, actor, undoing, time_ended: ended } = plan
  return (
    <Facts
      items={{
        [page.progress]: <StepProgress plan={plan} whole />,
        ...(isGoing(plan.state) && { [undoing ? page.undoingNow : page.now]: <NowSteps plan={plan} /> }),
        [page.by]: actor === user ? user : page.lastBy(user, actor),
        [page.begun]: <RelativeTime value={plan.time_created} />,
        ...timeOf(plan, ended),
      }}
    />
  )
}

/** How long what was done took; nobody has measured how long it took to undo it. */
function timeOf(plan: Plan, ended: number | null): Record<string, React.ReactNode> {
  if (ended === null) return plan.undoing ? {} : { [page.running]: <Running plan={plan} /> }
  const time = <RelativeTime value={ended} />
  return { [page.ended]: plan.undoing ? time : page.endedAfter(time, durationText(0, workedFor(plan, ended))) }
}
