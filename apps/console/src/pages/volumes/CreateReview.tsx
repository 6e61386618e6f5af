import { shownPlanned, type PlannedCall } from '../../api/plans.ts'
import { bff } from '../../api/queries.ts'
import { CallList } from '../../components/CallList.tsx'
import { PlanReview } from '../../components/PlanReview.tsx'
import { hostsMeaning } from '../../components/share/share-values.ts'
import { exactBytes, formatBytes, parseBytes } from '../../ui/bytes.ts'
import { Facts } from '../../ui/Facts.tsx'
import { said } from '../../ui/isolated.ts'
import type { VolumeSummary } from '@vsnap/vsnap-api/volume.ts'
import { Title } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { hasSize, isReplicated, namesOf, shareOf, type CreateValues, type PoolRow } from './create-values.ts'
import { namesInShort } from './name-pattern.ts'

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
  const isFile = kind === 'filebackedlun'
  return (
    <>
      <Title headingLevel="h2">Review</Title>
      <Facts
        columns={1}
        items={{
          ...(names.length === 1
            ? { Name: <span className="vs-name">{names[0]}</span> }
            : { [`${names.length} volumes`]: <span className="vs-name">{namesInShort(names)}</span> }),
          Kind: kind,
          Pool: (
            <span className="vs-name">
              {pool.name} on {pool.appliance.name}
            </span>
          ),
          ...(isFile
            ? { File: <span className="vs-break">{said`${path} in ${parent?.name ?? 'the parent volume'}`}</span> }
            : {
                [kind === 'lun' ? 'Size' : 'Limit']:
                  hasSize(values) && bytes !== undefined ? `${formatBytes(bytes)} (${exactBytes(bytes)})` : 'none',
              }),
          ...(kind === 'lun' ? { 'Block size': formatBytes(Number(block)) } : {}),
          ...(kind === 'filesystem'
            ? { Share: <ShareInShort values={values} /> }
            : { Hosts: seen.length === 0 ? 'none yet' : <span className="vs-name">{seen.join(', ')}</span> }),
          ...(isFile ? {} : { Replication: isReplicated(values) ? <CopyInShort values={values} /> : 'none yet' }),
        }}
      />
      {calls.length === 1 ? (
        <div>
          <h3 className="vs-label">The call that is made on {pool.appliance.name}</h3>
          <CallList calls={calls.map(shownPlanned)} />
        </div>
      ) : (
        <PlanReview calls={calls} />
      )}
    </>
  )
}

function ShareInShort({ values }: { values: CreateValues }) {
  const share = shareOf(values)
  if (!share) return 'none yet'
  if (share.share_type === 'smb') return 'SMB'
  return `NFS${share.read_only ? ', read only' : ''}. ${hostsMeaning(share.allowed_hosts)}`
}

function CopyInShort({ values: { partner: id, start } }: { values: CreateValues }) {
  const { data } = useQuery(bff('applianceList'))
  const partner = data?.appliances.find(({ system_id: system }) => system === id)
  return (
    <>
      to <span className="vs-name">{partner?.name ?? `partner ${id}`}</span>, first session {start ? 'now' : 'later'}
    </>
  )
}
