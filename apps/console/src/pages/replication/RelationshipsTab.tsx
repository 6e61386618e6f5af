import { useRefusal } from '../../api/person.ts'
import { bff } from '../../api/queries.ts'
import { ActionButton } from '../../components/actions.tsx'
import { EmptyFleet, fleetCalls, SilentAppliances } from '../../components/table/FleetTable.tsx'
import { UnreadRows } from '../../components/table/UnreadRows.tsx'
import { useGrouping, useLabelled } from '../../components/table/grouping.ts'
import { QueryTable } from '../../components/table/QueryTable.tsx'
import { useDialog } from '../../components/use-dialog.ts'
import { useNow } from '../../ui/use-now.ts'
import { lagTargetText } from '@vsnap/console-api/lag-target.ts'
import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter, Label } from '@patternfly/react-core'
import { SyncAltIcon } from '@patternfly/react-icons'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { FirstStep } from './FirstStep.tsx'
import { endKey } from './map.ts'
import { relationColumns } from './relation-columns.tsx'
import { protectionNow, protectionWords } from '../../components/replication/ProtectionState.tsx'
import { RelationDialog } from '../../components/replication/RelationDialog.tsx'
import { relationActions } from '../../components/replication/relation-actions.ts'
import { worstFirst, type Relation } from '../../components/replication/relations.ts'
import { useRelationships } from '../../components/replication/use-relationships.ts'
import { words } from './words.tsx'

const { relationships: list } = words

const RelationBulk = lazy(() => import('./RelationBulk.tsx'))
const UsualLagTarget = lazy(() =>
  import('../../components/replication/LagTargetDialogs.tsx').then((module) => ({ default: module.UsualLagTarget })),
)

const states = { label: list.protection, of: protectionNow, words: protectionWords }

/** Each pair of volume and replica as one row, the way a person thinks of it. */
export function RelationshipsTab({ appliance }: { appliance: string | undefined }) {
  const { data, appliances, unread, error, refetch } = useRelationships()
  const refusal = useRefusal()
  const dialog = useDialog()
  const { data: targets } = useQuery(bff('lagTargetList'))
  const [search, setSearch] = useSearchParams()
  const [from, to] = [search.get('from'), search.get('to')]
  const labelled = useLabelled()
  const grouping = useGrouping<Relation>(({ primary }) => primary.appliance)
  const now = useNow((time) => time - (time % 60))
  const rows = useMemo(() => {
    const chosen = data?.filter(
      (relation) =>
        (appliance === undefined || isAt(relation, [appliance])) &&
        (labelled === undefined || isAt(relation, [...labelled])) &&
        (from === null || endKey(relation.primary) === from) &&
        (to === null || endKey(relation.replica) === to),
    )
    return chosen && worstFirst(chosen, now)
  }, [data, appliance, labelled, from, to, now])
  const relation = data?.find(({ id }) => id === dialog.on)
  return (
    <>
      <QueryTable
        name="relationships"
        label={words.tabs.relationships}
        query={{ data: rows, error, refetch }}
        columns={relationColumns}
        rowKey={({ id }) => id}
        rowName={({ id, primary }) => primary.volumeName ?? id}
        states={states}
        hasLabels
        groupable="appliance or label"
        grouping={grouping}
        bulk={RelationBulk}
        calls={fleetCalls('relationship', { appliance })}
        actions={(row) => relationActions(row, { refusal, open: (name) => dialog.open(name, row.id) })}
        toolbar={
          targets && (
            <ActionButton
              action={{
                label: list.usualTarget(lagTargetText(targets.usual)),
                onSelect: () => dialog.open('usual-target'),
                refusal: refusal('lagTargetUpdate'),
              }}
            />
          )
        }
        notice={
          <>
            {(from ?? to) !== null && (
              <OneDirection
                relations={data ?? []}
                from={from}
                to={to}
                onClear={() =>
                  setSearch((current) => {
                    const next = new URLSearchParams(current)
                    next.delete('from')
                    next.delete('to')
                    return next
                  })
                }
              />
            )}
            <SilentAppliances appliances={appliances} of={appliance} />
            <UnreadRows resource="relationship" unread={unread} of={appliance} />
          </>
        }
        empty={
          <EmptyFleet appliances={appliances} unread={unread} of={appliance} onRetry={refetch}>
            <EmptyState titleText={list.empty.title} headingLevel="h2" icon={SyncAltIcon} variant="sm">
              <EmptyStateBody>{list.empty.text}</EmptyStateBody>
              <EmptyStateFooter>
                <EmptyStateActions>
                  <FirstStep appliance={appliance} />
                </EmptyStateActions>
              </EmptyStateFooter>
            </EmptyState>
          </EmptyFleet>
        }
      />
      <RelationDialog name={dialog.name} relation={relation} onClose={dialog.close} />
      <Suspense>
        {dialog.name === 'usual-target' && targets && <UsualLagTarget targets={targets} onClose={dialog.close} />}
      </Suspense>
    </>
  )
}

/** Says that only one arrow of the map is listed, and leads back to all. */
function OneDirection({
  relations,
  from,
  to,
  onClear,
}: {
  relations: readonly Relation[]
  from: string | null
  to: string | null
  onClear: () => void
}) {
  const ends = relations.flatMap(({ primary, replica }) => [primary, replica])
  const nameOf = (key: string | null) =>
    key === null ? list.anywhere : (ends.find((end) => endKey(end) === key)?.appliance?.name ?? words.unknownAppliance)
  return (
    <div className="vs-narrowed">
      <Label color="blue" onClose={onClear} closeBtnAriaLabel={list.showAll}>
        <bdi>{nameOf(from)}</bdi> → <bdi>{nameOf(to)}</bdi>
      </Label>
    </div>
  )
}

function isAt({ primary, replica }: Relation, appliances: readonly string[]): boolean {
  return [primary, replica].some(({ appliance }) => appliance && appliances.includes(appliance.id))
}
