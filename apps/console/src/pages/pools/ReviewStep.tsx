import { shownPlanned, type PlannedCall } from '../../api/plans.ts'
import { CallReview } from '../../components/CallReview.tsx'
import { PlanReview } from '../../components/PlanReview.tsx'
import { Facts } from '../../ui/Facts.tsx'
import type { Disk } from '@vsnap/vsnap-api/disk.ts'
import { extrasByUse } from './create-calls.ts'
import { words as disksWords } from './disks-words.ts'
import type { CreateValues } from './pool-create.tsx'
import { words } from './pool-create-words.ts'

const { review } = words

interface Props {
  readonly values: CreateValues
  readonly disks: readonly Disk[]
  readonly applianceName: string
  readonly calls: readonly PlannedCall[]
}

/** Everything once more, and the exact calls. */
export function ReviewStep({ values, disks, applianceName, calls }: Props) {
  const names = (uuids: readonly string[]) =>
    uuids.map((uuid) => disks.find((disk) => disk.uuid === uuid)?.name ?? uuid)
  return (
    <>
      <h2 className="vs-step-title">{review.title}</h2>
      <Facts
        columns={1}
        items={{
          [review.appliance]: applianceName,
          [review.pool]: values.name,
          [review.type]: values.pool_type,
          [review.disks]: disksWords.listed(names(values.disk_list)),
          [review.options]: review.optionsOf(values),
          ...Object.fromEntries(extrasByUse(values).map(({ use, uuids }) => [review[use], names(uuids).join(', ')])),
        }}
      />
      {calls.length > 1 ? (
        <PlanReview calls={calls} />
      ) : (
        <CallReview applianceId={values.appliance} calls={calls.map(shownPlanned)} />
      )}
    </>
  )
}
