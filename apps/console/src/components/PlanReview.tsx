import { shownPlanned, type PlannedCall } from '../api/plans.ts'
import { ExpandableSection } from '@patternfly/react-core'
import { useState } from 'react'
import { CallList } from './CallList.tsx'

/** More calls than this are shown by operation and appliance. */
const readable = 6

/** What a plan will do: how many calls on how many appliances, and every one of them. */
export function PlanReview({ calls }: { calls: readonly PlannedCall[] }) {
  const shown = calls.map(shownPlanned)
  const appliances = new Set(calls.map(({ appliance }) => appliance.id)).size
  const groups = [...Map.groupBy(shown, ({ title }) => title)]
  return (
    <div className="vs-stack">
      <p className="vs-subtle">
        {calls.length === 1
          ? 'One call. It goes on when this page is closed.'
          : `${calls.length} calls on ${appliances} ${appliances === 1 ? 'appliance, in this order' : 'appliances, in this order on each'}. They go on when this page is closed.`}
      </p>
      {shown.length <= readable ? (
        <CallList calls={shown} />
      ) : (
        groups.map(([title, own]) => <Group key={title} title={`${title}, ${own.length} times`} calls={own} />)
      )}
    </div>
  )
}

function Group({ title, calls }: { title: string; calls: Parameters<typeof CallList>[0]['calls'] }) {
  const [open, setOpen] = useState(false)
  return (
    <ExpandableSection toggleText={title} isExpanded={open} onToggle={(_, expanded) => setOpen(expanded)}>
      {open && <CallList calls={calls} />}
    </ExpandableSection>
  )
}
