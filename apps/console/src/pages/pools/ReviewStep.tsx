import type { ShownCall } from '../../api/calls.ts'
import { CallList } from '../../components/CallList.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { paths } from '../../paths.ts'
import { Facts } from '../../ui/Facts.tsx'
import type { Disk } from '@vsnap/vsnap-api/disk.ts'
import type { Auxiliary } from '@vsnap/vsnap-api/pool.rules.ts'
import type { Pool } from '@vsnap/vsnap-api/pool.ts'
import { Alert } from '@patternfly/react-core'
import { words as disksWords } from './disks-words.ts'
import { extraCalls } from './extra-calls.ts'
import type { CreateValues } from './pool-create.tsx'
import { words } from './pool-create-words.tsx'

const { review } = words

interface Props {
  readonly values: CreateValues
  readonly disks: readonly Disk[]
  readonly applianceName: string
  /** The pool, when it was created and something beside it was not done. */
  readonly made: Pool | undefined
  /** What was given to the pool after it was created. */
  readonly done: readonly Auxiliary[]
  /** What is still to be given to it. */
  readonly left: readonly Auxiliary[]
  /** What is still to be called. */
  readonly calls: readonly ShownCall[]
}

const callsOf = (uses: readonly Auxiliary[]) => uses.map((use) => review.calls[use])

/** Everything once more, and the exact calls. */
export function ReviewStep({ values, disks, applianceName, made, done, left, calls }: Props) {
  const names = (uuids: readonly string[]) =>
    uuids.map((uuid) => disks.find((disk) => disk.uuid === uuid)?.name ?? uuid)
  return (
    <>
      <h2 className="vs-step-title">{review.title}</h2>
      {made && (
        <Alert variant="warning" isInline title={review.notDone(made.name, callsOf(left))}>
          {done.length > 0 && `${review.done(callsOf(done))} `}
          {review.left((text) => (
            <PageLink to={paths.pool(values.appliance, made.id)}>{text}</PageLink>
          ))}
        </Alert>
      )}
      <Facts
        columns={1}
        items={{
          [review.appliance]: applianceName,
          [review.pool]: values.name,
          [review.type]: values.pool_type,
          [review.disks]: disksWords.listed(names(values.disk_list)),
          [review.options]: review.optionsOf(values),
          ...Object.fromEntries(extraCalls(values).map(({ use, uuids }) => [review[use], names(uuids).join(', ')])),
        }}
      />
      <CallList calls={calls} />
    </>
  )
}
