import { useRefusal } from '../../api/person.ts'
import { bff } from '../../api/queries.ts'
import { ActionButton } from '../../components/actions.tsx'
import { SilentAppliances } from '../../components/table/FleetTable.tsx'
import { QueryTable } from '../../components/table/QueryTable.tsx'
import { useDialog } from '../../components/use-dialog.ts'
import { paths } from '../../paths.ts'
import { lagTargetText } from '@vsnap/console-api/lag-target.ts'
import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core'
import { SyncAltIcon } from '@patternfly/react-icons'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { relationColumns } from './relation-columns.tsx'
import { protectionWord } from '../../components/replication/ProtectionState.tsx'
import { RelationDialog } from '../../components/replication/RelationDialog.tsx'
import { relationActions } from '../../components/replication/relation-actions.ts'
import type { Relation } from '../../components/replication/relations.ts'
import { useRelationships } from '../../components/replication/use-relationships.ts'

const UsualLagTarget = lazy(() =>
  import('../../components/replication/LagTargetDialogs.tsx').then((module) => ({ default: module.UsualLagTarget })),
)

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
        columns={relationColumns}
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
