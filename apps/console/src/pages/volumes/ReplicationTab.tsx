import { useRefusal } from '../../api/person.ts'
import { ActionButton, type Action } from '../../components/actions.tsx'
import { ErrorAlert } from '../../components/ErrorAlert.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { RelationCard } from '../../components/replication/RelationCard.tsx'
import { RelationDialog } from '../../components/replication/RelationDialog.tsx'
import { relationActions } from '../../components/replication/relation-actions.ts'
import { newestFirst, type Relation } from '../../components/replication/relations.ts'
import { sessionColumns } from '../../components/replication/session-columns.tsx'
import { useRelationships } from '../../components/replication/use-relationships.ts'
import { QueryTable } from '../../components/table/QueryTable.tsx'
import { useDialog } from '../../components/use-dialog.ts'
import { paths } from '../../paths.ts'
import { relationshipCan } from '@vsnap/vsnap-api/relationship.rules.ts'
import type { Relationship } from '@vsnap/vsnap-api/relationship.ts'
import { reasonOf } from '@vsnap/vsnap-api/verdict.ts'
import type { Volume } from '@vsnap/vsnap-api/volume.ts'
import {
  Alert,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  Skeleton,
  Title,
} from '@patternfly/react-core'
import { SyncAltIcon } from '@patternfly/react-icons'
import { words } from './page-words.tsx'
import { ReplicaGuide } from './ReplicaGuide.tsx'
import type { Relations } from './relations.ts'

const { replication } = words

interface Props {
  readonly applianceId: string
  readonly volume: Volume
  /** What hangs on the volume; undefined while it is looked for. */
  readonly hanging: Relations | undefined
  /** Those of the appliance, where they are known. */
  readonly relationships: readonly Relationship[] | undefined
}

/** Dialogs of relationships, told apart in the address from those of the volume. */
const prefix = 'relationship-'

/** Where copies of the volume are kept and how old they are; or whose copy it is, and what to do with that in an emergency. */
export default function ReplicationTab({ applianceId, volume, hanging, relationships = [] }: Props) {
  const { data, error, refetch } = useRelationships()
  const refusal = useRefusal()
  const dialog = useDialog()
  if (error && !data) return <ErrorAlert error={error} />
  if (!data) return <Skeleton height="16rem" screenreaderText={words.loading} />
  const isThis = ({ appliance, volumeId }: Relation['primary']) =>
    appliance?.id === applianceId && volumeId === volume.id
  const copies = data.filter(({ primary }) => isThis(primary))
  const origin = data.find(({ replica }) => isThis(replica))
  const actionsOf = (relation: Relation) =>
    relationActions(relation, { refusal, open: (name) => dialog.open(`${prefix}${name}`, relation.id) })
  const replicate: Action = {
    label: copies.length === 0 ? replication.replicate : replication.replicateToAnother,
    to: paths.replicate({ appliance: applianceId, volume: volume.id }),
    refusal: refusal('relationshipCreate') ?? reasonOf(relationshipCan.create(volume, undefined, relationships)),
  }
  const shown = origin ? [origin] : copies
  return (
    <div className="vs-stack">
      {origin && <WhoseCopy relation={origin} />}
      {shown.length > 0 ? (
        <>
          <div className="vs-cards">
            {shown.map((relation) => (
              <RelationCard
                key={relation.id}
                relation={relation}
                role={origin ? 'replica' : 'primary'}
                isAlone={shown.length === 1}
                actions={actionsOf(relation)}
              />
            ))}
          </div>
          {origin ? (
            <ReplicaGuide
              applianceId={applianceId}
              volume={volume}
              relation={origin}
              hanging={hanging}
              relations={data}
              relationships={relationships}
            />
          ) : (
            <div className="vs-actions">
              <ActionButton action={replicate} />
            </div>
          )}
          <Sessions relations={shown} refetch={refetch} />
        </>
      ) : (
        <EmptyState titleText={replication.none.title} headingLevel="h2" icon={SyncAltIcon} variant="sm">
          <EmptyStateBody>{replication.none.text}</EmptyStateBody>
          <EmptyStateFooter>
            <EmptyStateActions>
              <ActionButton action={replicate} />
            </EmptyStateActions>
          </EmptyStateFooter>
        </EmptyState>
      )}
      <RelationDialog
        name={dialog.name?.startsWith(prefix) ? dialog.name.slice(prefix.length) : undefined}
        relation={data.find(({ id }) => id === dialog.on)}
        onClose={dialog.close}
      />
    </div>
  )
}

/** Said before anything of a replica is changed. */
function WhoseCopy({ relation: { id, known, primary } }: { relation: Relation }) {
  const { appliance, volumeId, volumeName: name } = primary
  const { title, text, textOfUnknown } = replication.copy
  const relationship = (what: string) => (
    <PageLink to={paths.relationship(known.id, id)} className="vs-in-text">
      {what}
    </PageLink>
  )
  return (
    <Alert variant="info" isInline title={title(name, appliance?.name)}>
      {name === undefined
        ? textOfUnknown(relationship)
        : text(
            appliance && volumeId !== undefined ? (
              <PageLink to={paths.volume(appliance.id, volumeId)} className="vs-in-text">
                {name}
              </PageLink>
            ) : (
              <bdi>{name}</bdi>
            ),
            relationship,
          )}
    </Alert>
  )
}

function Sessions({ relations, refetch }: { relations: readonly Relation[]; refetch: () => unknown }) {
  const sessions = relations.flatMap((relation) => relation.sessions).toSorted(newestFirst)
  return (
    <section className="vs-stack">
      <Title headingLevel="h2" size="lg">
        {replication.sessions}
      </Title>
      <QueryTable
        name="volume-sessions"
        label={replication.sessions}
        query={{ data: sessions, error: null, refetch }}
        columns={sessionColumns}
        rowKey={(row) => `${row.appliance.id}/${row.id}`}
        rowName={({ id }) => replication.heard.session(id)}
        empty={<EmptyState titleText={replication.noSession} headingLevel="h3" variant="sm" />}
      />
    </section>
  )
}
