import { PageLink } from '../../components/PageLink.tsx'
import { EndOf } from '../../components/replication/Ends.tsx'
import {
  Lag,
  lagNow,
  lagValue,
  ProtectionState,
  protectionWord,
  runningWord,
  silentWord,
} from '../../components/replication/ProtectionState.tsx'
import type { Relation } from '../../components/replication/relations.ts'
import { lately, Trend } from '../../components/replication/Trend.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { paths } from '../../paths.ts'
import { Bytes } from '../../ui/Bytes.tsx'
import { Nothing } from '../../ui/Nothing.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { words } from './words.tsx'

const { relationships: list } = words

const successTime = ({ lastSuccess, succeeded }: Relation) => lastSuccess?.time_ended ?? succeeded

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
    inFile: [
      { key: 'primary', header: list.volume, value: ({ primary }) => primary.volumeName },
      { key: 'primary_appliance', header: list.appliance, value: ({ primary }) => primary.appliance?.name },
    ],
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
    inFile: [
      { key: 'replica', header: list.replica, value: ({ replica }) => replica.volumeName },
      { key: 'replica_appliance', header: list.replicaAppliance, value: ({ replica }) => replica.appliance?.name },
    ],
  },
  {
    key: 'protection',
    header: list.protection,
    cell: (relation) => <ProtectionState relation={relation} />,
    value: protectionWord,
    inFile: [
      { key: 'protection', header: list.protection, value: protectionWord },
      { key: 'running', header: list.now, value: runningWord },
      { key: 'silent', header: list.known, value: silentWord },
    ],
  },
  {
    key: 'lag',
    header: list.lag,
    cell: (relation) => <Lag relation={relation} />,
    value: lagValue,
    inFile: [
      { key: 'lag', header: list.lagAlone, value: lagNow },
      { key: 'lag_target', header: list.lagTarget, value: ({ target }) => target },
    ],
  },
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
    value: successTime,
    inFile: [
      { key: 'last_success', header: list.lastSuccess, value: successTime },
      { key: 'size_last_sent', header: list.lastSent, value: ({ lastSuccess }) => lastSuccess?.size_sent },
      { key: 'last_snapshot', header: list.lastSnapshot, value: ({ lastSuccess }) => lastSuccess?.local_snap_name },
    ],
  },
  {
    key: 'trend',
    header: list.sessions,
    cell: ({ sessions }) => <Trend sessions={sessions} />,
    inFile: [
      { key: 'sessions_lately', header: list.sessionsLately, value: ({ sessions }) => lately(sessions).last.length },
      { key: 'failed_lately', header: list.failedLately, value: ({ sessions }) => lately(sessions).failed },
    ],
  },
  {
    key: 'time_created',
    header: list.created,
    cell: ({ created }) => <RelativeTime value={created} />,
    value: ({ created }) => created,
    optional: true,
  },
]
