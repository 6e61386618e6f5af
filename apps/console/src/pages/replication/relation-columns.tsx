import { PageLink } from '../../components/PageLink.tsx'
import { EndOf } from '../../components/replication/Ends.tsx'
import { Lag, lagValue, ProtectionState, protectionWord } from '../../components/replication/ProtectionState.tsx'
import type { Relation } from '../../components/replication/relations.ts'
import { Trend } from '../../components/replication/Trend.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { paths } from '../../paths.ts'
import { Bytes } from '../../ui/Bytes.tsx'
import { Nothing } from '../../ui/Nothing.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { words } from './words.tsx'

const { relationships: list } = words

/** What is said of a relationship, wherever relationships are listed. */
export const relationColumns: readonly Column<Relation>[] = [
  {
    key: 'primary',
    header: list.volume,
    cell: ({ known, id, primary }) => (
      <>
        <div>
          <PageLink to={paths.relationship(known.id, id)} className="vs-name">
            {primary.volumeName ?? id}
          </PageLink>
        </div>
        <div className="vs-subtle">{list.on(primary.appliance?.name)}</div>
      </>
    ),
    value: ({ primary }) => `${primary.volumeName ?? ''} ${primary.appliance?.name ?? ''}`,
  },
  {
    key: 'replica',
    header: list.replica,
    cell: ({ replica }) => (
      <div className="vs-replica">
        <EndOf end={replica} />
      </div>
    ),
    value: ({ replica }) => `${replica.volumeName ?? ''} ${replica.appliance?.name ?? ''}`,
  },
  {
    key: 'protection',
    header: list.protection,
    cell: (relation) => <ProtectionState relation={relation} />,
    value: protectionWord,
  },
  { key: 'lag', header: list.lag, cell: (relation) => <Lag relation={relation} />, value: lagValue },
  {
    key: 'last_success',
    header: list.lastSuccess,
    cell: ({ lastSuccess, succeeded }) =>
      lastSuccess ? (
        <div>
          <div>
            <RelativeTime value={lastSuccess.time_ended} />
            <span className="vs-subtle">
              , <Bytes value={lastSuccess.size_sent} />
            </span>
          </div>
          <div className="vs-subtle vs-one-line" title={lastSuccess.local_snap_name ?? undefined}>
            {lastSuccess.local_snap_name}
          </div>
        </div>
      ) : succeeded !== undefined ? (
        <RelativeTime value={succeeded} />
      ) : (
        <Nothing why={list.neverSucceeded} />
      ),
    value: ({ lastSuccess, succeeded }) => lastSuccess?.time_ended ?? succeeded,
  },
  { key: 'trend', header: list.sessions, cell: ({ sessions }) => <Trend sessions={sessions} /> },
  {
    key: 'time_created',
    header: list.created,
    cell: ({ created }) => <RelativeTime value={created} />,
    value: ({ created }) => created,
    optional: true,
  },
]
