import { shownPlanned, type PlannedCall } from '../api/plans.ts'
import { setApart } from '../ui/isolated.ts'
import { ExpandableSection } from '@patternfly/react-core'
import { useState } from 'react'
import { CallList } from './CallList.tsx'
import { words } from './call-words.tsx'
import { ReviewApi } from './ReviewApi.tsx'

const { review } = words

/** More calls than this are shown by operation and appliance. */
const readable = 6

/** What a plan will do: how many calls on how many appliances, and every one of them. */
export function PlanReview({ calls }: { calls: readonly PlannedCall[] }) {
  const all = calls.map(shownPlanned)
  // They are counted where one says which of the others it waits for.
  const shown = all.some(({ later }) => later) ? all.map((call, index) => ({ ...call, step: index + 1 })) : all
  const appliances = new Set(calls.map(({ appliance }) => appliance.id)).size
  const groups = [...Map.groupBy(shown, ({ title }) => title)]
  return (
    <div className="vs-stack">
      <p className="vs-subtle">
        {appliances === 1 ? review.onOneAppliance(calls.length) : review.onAppliances(calls.length, appliances)}
      </p>
      {shown.length <= readable ? (
        <CallList calls={shown} />
      ) : (
        groups.map(([title, own]) => (
          <Group key={title} title={review.times(setApart(title), own.length)} calls={own} />
        ))
      )}
      {calls.length > 0 && (
        <ReviewApi of={calls.map((call) => ({ applianceId: call.appliance.id, calls: [shownPlanned(call)] }))} />
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
