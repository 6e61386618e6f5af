import { shownPlanned, type PlannedCall } from '../../api/plans.ts'
import { bff } from '../../api/queries.ts'
import { CallReview } from '../../components/CallReview.tsx'
import { PlanReview } from '../../components/PlanReview.tsx'
import { useReplicaFacts } from '../../components/replication/use-replica-facts.tsx'
import { hostsNamed } from '../../components/share/share-values.ts'
import { exactBytes, formatBytes, parseBytes } from '../../ui/bytes.ts'
import { Facts } from '../../ui/Facts.tsx'
import type { VolumeSummary } from '@vsnap/vsnap-api/volume.ts'
import { Title } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { hasSize, isReplicated, namesOf, shareOf, type CreateValues, type PoolRow } from './create-values.ts'
import { words } from './create-words.tsx'
import { namesInShort } from './name-pattern.ts'

const { review } = words

interface Props {
  readonly values: CreateValues
  readonly pool: PoolRow
  readonly parent: VolumeSummary | undefined
  /** Names of the hosts that will see them. */
  readonly seen: readonly string[]
  readonly calls: readonly PlannedCall[]
}

/** What is about to be made, in words and to the last call. */
export function CreateReview({ values, pool, parent, seen, calls }: Props) {
  const { volume_type: kind, size_total: text, size_block: block, parent_path: path } = values
  const names = namesOf(values)
  const bytes = parseBytes(text)
  const replicas = useReplicaFacts(values, names)
  const isFile = kind === 'filebackedlun'
  return (
    <>
      <Title headingLevel="h2">{review.title}</Title>
      <Facts
        columns={1}
        items={{
          ...(names.length === 1
            ? { [review.volume]: <span className="vs-name">{names[0]}</span> }
            : { [review.severalVolumes(names.length)]: <span className="vs-name">{namesInShort(names)}</span> }),
          [review.kind]: kind,
          [review.pool]: <span className="vs-name">{review.poolOn(pool.name, pool.appliance.name)}</span>,
          ...(isFile
            ? {
                [review.file]: (
                  <span className="vs-break">
                    {parent ? review.fileIn(path, parent.name) : review.fileInParent(path)}
                  </span>
                ),
              }
            : {
                [kind === 'lun' ? review.size : review.limit]:
                  hasSize(values) && bytes !== undefined
                    ? review.exactly(formatBytes(bytes), exactBytes(bytes))
                    : review.noLimit,
              }),
          ...(kind === 'lun' ? { [review.blockSize]: formatBytes(Number(block)) } : {}),
          ...(kind === 'filesystem'
            ? { [review.share]: <ShareInShort values={values} /> }
            : {
                [review.hosts]: seen.length === 0 ? review.noHosts : <span className="vs-name">{seen.join(', ')}</span>,
              }),
          ...(isFile
            ? {}
            : { [review.replication]: isReplicated(values) ? <CopyInShort values={values} /> : review.noCopy }),
          ...(isReplicated(values) ? replicas : {}),
        }}
      />
      {calls.length === 1 ? (
        <div>
          <h3 className="vs-label">{review.callOn(pool.appliance.name)}</h3>
          <CallReview applianceId={pool.appliance.id} calls={calls.map(shownPlanned)} />
        </div>
      ) : (
        <PlanReview calls={calls} />
      )}
    </>
  )
}

function ShareInShort({ values }: { values: CreateValues }) {
  const share = shareOf(values)
  if (!share) return review.noShare
  if (share.share_type === 'smb') return review.smb
  const hosts = hostsNamed(share.allowed_hosts, namesOf(values).length)
  return <span className="vs-break">{share.read_only ? review.nfsReadOnly(hosts) : review.nfs(hosts)}</span>
}

function CopyInShort({ values: { partner: id, start } }: { values: CreateValues }) {
  const { data } = useQuery(bff('applianceList'))
  const partner = data?.appliances.find(({ system_id: system }) => system === id)
  const name = <span className="vs-name">{partner?.name ?? id}</span>
  if (!partner) return start ? review.copyNowById(name) : review.copyLaterById(name)
  return start ? review.copyNow(name) : review.copyLater(name)
}
