import type { PlannedCall } from '../../api/plans.ts'
import { PlanReview } from '../../components/PlanReview.tsx'
import { namesSaid } from '../../components/replication/replica.ts'
import { useReplicaFacts } from '../../components/replication/use-replica-facts.tsx'
import { Facts } from '../../ui/Facts.tsx'
import type { ReplicateValues } from './replicate.tsx'
import { words } from './replicate-words.tsx'

const { review } = words

interface Props {
  readonly values: ReplicateValues
  /** The partner's name, when it is in this console. */
  readonly partner: string | undefined
  /** Names of the volumes that get a copy. */
  readonly names: readonly string[]
  readonly calls: readonly PlannedCall[]
}

/** What is about to be copied, where to and as what, in words and to the last call. */
export function ReplicateReview({ values, partner, names, calls }: Props) {
  const replicas = useReplicaFacts(values, names)
  return (
    <>
      <Facts
        columns={1}
        items={{
          [review.volumes(names.length)]: <span className="vs-name">{namesSaid(names)}</span>,
          [review.partner]: <span className="vs-name">{partner ?? values.partner}</span>,
          ...replicas,
          ...(values.reuse ? { [review.reuse]: review.takenUp } : {}),
          [review.firstSession]: values.start ? review.now : review.later,
        }}
      />
      <PlanReview calls={calls} />
    </>
  )
}
