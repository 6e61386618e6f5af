import { PageLink } from '../../components/PageLink.tsx'
import { protectionMeanings, protectionWords } from '../../components/replication/ProtectionState.tsx'
import { lagText } from '../../components/replication/relations.ts'
import { useRelationships } from '../../components/replication/use-relationships.ts'
import { EmptyFleet, SilentAppliances } from '../../components/table/FleetTable.tsx'
import { UnreadRows } from '../../components/table/UnreadRows.tsx'
import { QueryTable } from '../../components/table/QueryTable.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { paths } from '../../paths.ts'
import { StateLabel } from '../../ui/StateLabel.tsx'
import { useNow } from '../../ui/use-now.ts'
import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core'
import { SyncAltIcon } from '@patternfly/react-icons'
import { useMemo } from 'react'
import { FirstStep } from './FirstStep.tsx'
import { endKey, mapOf, type MapEdge } from './map.ts'
import './map.css'
import { MapPicture } from './MapPicture.tsx'
import { words } from './words.tsx'

const { map: says } = words

const lagWords = ({ lag }: MapEdge) => (lag === undefined ? '' : says.behind(lagText(lag)))
/** The word for one or for all, else for how many: `2 late`. */
function countedWord({ protection, volumes, alike }: MapEdge): string {
  if (volumes === 1) return protectionWords[protection]
  return alike === volumes ? says.all[protection] : says.some[protection](alike)
}

const columns: readonly Column<MapEdge>[] = [
  {
    key: 'from',
    header: says.fromTo,
    cell: ({ from, to }) => (
      <PageLink to={paths.replication({ from: from.key, to: to.key })} className="vs-name">
        <bdi>{from.name}</bdi> → <bdi>{to.name}</bdi>
      </PageLink>
    ),
    value: ({ from, to }) => `${from.name} → ${to.name}`,
  },
  {
    key: 'volumes',
    header: says.volumes,
    align: 'end',
    cell: ({ volumes }) => volumes,
    value: ({ volumes }) => volumes,
  },
  {
    key: 'worst',
    header: says.worst,
    cell: (edge) => (
      <div>
        <StateLabel meaning={protectionMeanings[edge.protection]}>{countedWord(edge)}</StateLabel>
        <div className="vs-subtle">
          {[lagWords(edge), edge.isSending ? says.sending : ''].filter((part) => part !== '').join(', ')}
        </div>
      </div>
    ),
    value: ({ lag }) => lag,
  },
]

/** Who replicates to whom, how much, and how well: as a picture and, the same, as a table. */
export default function MapTab({ appliance }: { appliance: string | undefined }) {
  const { data, appliances, unread, error, refetch } = useRelationships()
  const now = useNow((time) => time - (time % 60))
  const map = useMemo(
    () =>
      data &&
      mapOf(
        data.filter(
          ({ primary, replica }) => appliance === undefined || [endKey(primary), endKey(replica)].includes(appliance),
        ),
        now,
      ),
    [data, appliance, now],
  )
  return (
    <div className="vs-stack">
      <SilentAppliances appliances={appliances} of={appliance} />
      <UnreadRows resource="relationship" unread={unread} of={appliance} />
      <div className="vs-map-sides">
        {map && map.edges.length > 0 && (
          <div>
            <MapPicture {...map} wordOf={countedWord} lagWords={lagWords} />
            <p className="vs-subtle">{says.legend}</p>
          </div>
        )}
        <QueryTable
          name="replication-map"
          label={says.label}
          query={{ data: map?.edges, error, refetch }}
          columns={columns}
          rowKey={({ key }) => key}
          rowName={({ from, to }) => says.heard.fromTo(from.name, to.name)}
          isPlain
          empty={
            <EmptyFleet appliances={appliances} unread={unread} of={appliance} onRetry={refetch}>
              <EmptyState titleText={says.empty.title} headingLevel="h2" icon={SyncAltIcon} variant="sm">
                <EmptyStateBody>{says.empty.text}</EmptyStateBody>
                <EmptyStateFooter>
                  <EmptyStateActions>
                    <FirstStep appliance={appliance} />
                  </EmptyStateActions>
                </EmptyStateFooter>
              </EmptyState>
            </EmptyFleet>
          }
        />
      </div>
    </div>
  )
}
