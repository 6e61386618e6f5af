import { useRefusal } from '../../api/person.ts'
import { bff } from '../../api/queries.ts'
import { ActionButton } from '../../components/actions.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { SilentAppliances } from '../../components/table/FleetTable.tsx'
import { QueryTable } from '../../components/table/QueryTable.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { useDialog } from '../../components/use-dialog.ts'
import { paths } from '../../paths.ts'
import { Bytes } from '../../ui/Bytes.tsx'
import { Nothing } from '../../ui/Nothing.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { lagTargetText } from '@vsnap/console-api/lag-target.ts'
import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core'
import { SyncAltIcon } from '@patternfly/react-icons'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { EndOf } from '../../components/replication/Ends.tsx'
import { Lag, lagValue, ProtectionState, protectionWord } from '../../components/replication/ProtectionState.tsx'
import { RelationDialog } from '../../components/replication/RelationDialog.tsx'
import { relationActions } from '../../components/replication/relation-actions.ts'
import type { Relation } from '../../components/replication/relations.ts'
import { Trend } from '../../components/replication/Trend.tsx'
import { useRelationships } from '../../components/replication/use-relationships.ts'

const UsualLagTarget = lazy(() =>
  import('../../components/replication/LagTargetDialogs.tsx').then((module) => ({ default: module.UsualLagTarget })),
)

const columns: readonly Column<Relation>[] = [
  {
    key: 'primary',
    header: 'Volume',
    cell: ({ known, id, primary }) => (
      <>
        <div>
          <PageLink to={paths.relationship(known.id, id)} className="vs-name">
            {primary.volumeName ?? id}
          </PageLink>
        </div>
        <div className="vs-subtle">on {primary.appliance?.name ?? 'another system'}</div>
      </>
    ),
    value: ({ primary }) => `${primary.volumeName ?? ''} ${primary.appliance?.name ?? ''}`,
  },
  {
    key: 'replica',
    header: 'Replica',
    cell: ({ replica }) => <EndOf end={replica} />,
    value: ({ replica }) => `${replica.volumeName ?? ''} ${replica.appliance?.name ?? ''}`,
  },
  {
    key: 'protection',
    header: 'Protection',
    cell: (relation) => <ProtectionState relation={relation} />,
    value: protectionWord,
  },
  { key: 'lag', header: 'Lag, target', cell: (relation) => <Lag relation={relation} />, value: lagValue },
  {
    key: 'last_success',
    header: 'Last success',
    cell: ({ lastSuccess }) =>
      lastSuccess ? (
        <>
          <div>
            <RelativeTime value={lastSuccess.time_ended} />, <Bytes value={lastSuccess.size_sent} />
          </div>
          <div className="vs-subtle vs-name">{lastSuccess.local_snap_name}</div>
        </>
      ) : (
        <Nothing why="never" />
      ),
    value: ({ lastSuccess }) => lastSuccess?.time_ended,
  },
  { key: 'trend', header: 'Sessions', cell: ({ sessions }) => <Trend sessions={sessions} /> },
  {
    key: 'time_created',
    header: 'Created',
    cell: ({ created }) => <RelativeTime value={created} />,
    value: ({ created }) => created,
    optional: true,
  },
]

const states = { label: 'Protection', of: protectionWord }

/** Each pair of volume and replica as one row, the way a person thinks of it. */
export function RelationshipsTab({ appliance }: { appliance: string | undefined }) {
  const { data, appliances, error, refetch } = useRelationships()
  const refusal = useRefusal()
  const dialog = useDialog()
  const { data: targets } = useQuery(bff('lagTargetList'))
  const rows = appliance === undefined ? data : data?.filter((relation) => isAt(relation, appliance))
  const relation = data?.find(({ id }) => id === dialog.on)
  const create = {
    label: 'Replicate volumes',
    to: paths.replicate({ appliance }),
    refusal: refusal('relationshipCreate'),
  }
  return (
    <>
      <QueryTable
        name="relationships"
        label="Relationships"
        query={{ data: rows, error, refetch }}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={({ primary }) => primary.volumeName ?? 'the relationship'}
        states={states}
        order="-lag"
        actions={(row) => relationActions(row, { refusal, open: (name) => dialog.open(name, row.id) })}
        toolbar={
          targets && (
            <ActionButton
              action={{
                label: `Lag target: ${lagTargetText(targets.usual)}`,
                onSelect: () => dialog.open('usual-target'),
                refusal: refusal('lagTargetUpdate'),
              }}
            />
          )
        }
        notice={<SilentAppliances appliances={appliances} />}
        empty={
          <EmptyState titleText="Nothing is replicated yet" headingLevel="h2" icon={SyncAltIcon}>
            <EmptyStateBody>
              A relationship keeps a copy of a volume on a partner, another appliance: each session sends what changed
              since the last one.
            </EmptyStateBody>
            <EmptyStateFooter>
              <EmptyStateActions>
                <ActionButton variant="primary" action={create} />
              </EmptyStateActions>
            </EmptyStateFooter>
          </EmptyState>
        }
      />
      <RelationDialog name={dialog.name} relation={relation} onClose={dialog.close} />
      <Suspense>
        {dialog.name === 'usual-target' && targets && <UsualLagTarget targets={targets} onClose={dialog.close} />}
      </Suspense>
    </>
  )
}

function isAt({ primary, replica }: Relation, applianceId: string): boolean {
  return primary.appliance?.id === applianceId || replica.appliance?.id === applianceId
}
