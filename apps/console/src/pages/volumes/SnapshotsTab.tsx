import { all, reasonOf } from '@vsnap/vsnap-api/verdict.ts'
import { useRefusal } from '../../api/person.ts'
import { ActionButton, type Action } from '../../components/actions.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { VolumeLinks } from '../../components/related.tsx'
import { type Arrivals, useArrivals } from '../../components/replication/use-arrivals.ts'
import { QueryTable } from '../../components/table/QueryTable.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { useDialog } from '../../components/use-dialog.ts'
import { paths } from '../../paths.ts'
import { CopyId } from '../../ui/CopyId.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { dayOf, exactTime } from '../../ui/time.ts'
import { whileReplicated } from '@vsnap/vsnap-api/relationship.rules.ts'
import type { Relationship } from '@vsnap/vsnap-api/relationship.ts'
import { snapshotCan } from '@vsnap/vsnap-api/snapshot.rules.ts'
import type { SnapshotSummary } from '@vsnap/vsnap-api/snapshot.ts'
import { volumeCan } from '@vsnap/vsnap-api/volume.rules.ts'
import type { Volume } from '@vsnap/vsnap-api/volume.ts'
import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core'
import { CameraIcon } from '@patternfly/react-icons'
import { useSearchParams } from 'react-router'
import { dayKey } from './calendar.ts'
import { words } from './page-words.tsx'
import type { useRelations } from './relations.ts'
import { SnapshotCalendar } from './SnapshotCalendar.tsx'

const { snapshots } = words

interface Row extends SnapshotSummary {
  readonly clones: readonly Volume[]
  /** When it was made, also where that was not here (epoch seconds). */
  readonly made: number | null | undefined
}

interface Props {
  readonly applianceId: string
  readonly volume: Volume
  readonly relations: ReturnType<typeof useRelations>
  /** Those of the appliance, where they are known. */
  readonly relationships: readonly Relationship[] | undefined
  /** Makes one. */
  readonly create: Action
}

const timeColumn = (key: 'made' | 'time_created', header: string): Column<Row> => ({
  key,
  header,
  cell: ({ [key]: time }) => (
    <>
      <RelativeTime value={time} /> {time != null && <span className="vs-aside vs-number">{exactTime(time)}</span>}
    </>
  ),
  value: ({ [key]: time }) => time,
})

/** Of a replica: when each was made there, which is how old its data is, and when it arrived. */
const columns = (applianceId: string, arrivals: Arrivals | undefined): readonly Column<Row>[] => [
  {
    key: 'name',
    header: snapshots.name,
    cell: ({ id, name }) => (
      <PageLink to={paths.snapshot(applianceId, id)} className="vs-name">
        {name}
      </PageLink>
    ),
    value: ({ name }) => name,
  },
  ...(arrivals
    ? [timeColumn('made', snapshots.madeOn(arrivals.home)), timeColumn('time_created', snapshots.arrived)]
    : [timeColumn('time_created', snapshots.created)]),
  {
    key: 'clones',
    header: snapshots.clones,
    cell: ({ clones }) => <VolumeLinks applianceId={applianceId} volumes={clones} none={snapshots.noClones} />,
    value: ({ clones }) => clones.length,
    inFile: [
      { key: 'clones', header: snapshots.clones, value: ({ clones }) => clones.map(({ name }) => name).join(' ') },
    ],
  },
  {
    key: 'id',
    header: snapshots.id,
    cell: ({ id }) => <CopyId value={id} what="snapshot id" />,
    value: ({ id }) => id,
    optional: true,
  },
]

/** The snapshots of a volume by day, and one by one, newest first until the person sorts them, each the possible origin of a clone. */
export function SnapshotsTab({ applianceId, volume, relations, relationships = [], create }: Props) {
  const refusal = useRefusal()
  const dialog = useDialog()
  const [search, setSearch] = useSearchParams()
  const day = search.get('day') ?? undefined
  const choose = (key: string | undefined) =>
    setSearch(
      (current) => {
        const next = new URLSearchParams(current)
        next.delete('page')
        if (key === undefined) next.delete('day')
        else next.set('day', key)
        return next
      },
      { replace: true, preventScrollReset: true },
    )
  const hasOwn = volumeCan.snapshot(volume).ok
  const parent: Action = {
    label: snapshots.ofParent.show,
    to: paths.volume(applianceId, volume.parent_id ?? '', { tab: 'snapshots' }),
  }
  const { data, error, refetch } = relations
  const arrivals = useArrivals(applianceId, volume.id)
  const rows = data?.snapshots
    .map((snapshot) => ({
      ...snapshot,
      made: arrivals ? arrivals.made(snapshot.id) : snapshot.time_created,
      clones: data.clones.filter(({ snapshot_id: id }) => id === snapshot.id),
    }))
    .sort((a, b) => (b.time_created ?? 0) - (a.time_created ?? 0))
  const actions = ({ id, ...snapshot }: Row): Action[] => {
    const own = { id, ...snapshot }
    const deletion = all(whileReplicated.deleteSnapshot(own, relationships), snapshotCan.delete(own, snapshot.clones))
    return [
      {
        label: snapshots.clone,
        to: paths.volumeCreate({ appliance: applianceId, snapshot: id }),
        refusal: refusal('volumeClone'),
      },
      {
        label: snapshots.delete,
        onSelect: () => dialog.open('delete-snapshot', id),
        refusal: refusal('snapshotDelete') ?? reasonOf(deletion),
        danger: true,
      },
    ]
  }
  const timeOf = ({ made, time_created: time }: Row) => made ?? time
  const times = rows?.map(timeOf).filter((time) => time != null) ?? []
  // A day whose last snapshot went is not asked for any more.
  const listed = day !== undefined && times.some((time) => dayKey(time) === day) ? day : undefined
  return (
    <div className="vs-stack">
      {times.length > 0 && <SnapshotCalendar times={times} chosen={listed} onChoose={choose} />}
      <QueryTable
        name="volume-snapshots"
        label={snapshots.snapshots}
        query={{
          data: listed ? rows?.filter((row) => dayKey(timeOf(row) ?? 0) === listed) : rows,
          error,
          refetch,
        }}
        columns={columns(applianceId, arrivals)}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
        actions={actions}
        toolbar={<ActionButton action={create} />}
        notice={
          listed && (
            <div className="vs-actions">
              <output>{snapshots.onlyOf(dayOf(new Date(`${listed}T12:00`).getTime() / 1000))}</output>
              <Button variant="link" isInline onClick={() => choose(undefined)}>
                {snapshots.showAll(rows?.length ?? 0)}
              </Button>
            </div>
          )
        }
        empty={
          <EmptyState
            titleText={hasOwn ? snapshots.empty.title : snapshots.ofParent.title}
            headingLevel="h2"
            icon={CameraIcon}
            variant="sm"
          >
            <EmptyStateBody>{hasOwn ? snapshots.empty.text : snapshots.ofParent.text}</EmptyStateBody>
            <EmptyStateFooter>
              <EmptyStateActions>
                <ActionButton action={hasOwn ? create : parent} />
              </EmptyStateActions>
            </EmptyStateFooter>
          </EmptyState>
        }
      />
    </div>
  )
}
