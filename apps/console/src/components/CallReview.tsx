import { CallList } from './CallList.tsx'
import { ReviewApi, type ReviewedCalls } from './ReviewApi.tsx'

/** The exact calls that will be made on an appliance, in their order, and how to make them without the console. */
export function CallReview({ applianceId, calls }: ReviewedCalls) {
  return (
    <div className="vs-stack">
      <CallList calls={calls} />
      {calls.length > 0 && <ReviewApi of={[{ applianceId, calls }]} />}
    </div>
  )
}
