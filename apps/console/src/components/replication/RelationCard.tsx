import { paths } from '../../paths.ts'
import { Bytes } from '../../ui/Bytes.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Nothing } from '../../ui/Nothing.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { Card, CardBody, CardHeader, CardTitle } from '@patternfly/react-core'
import { ActionButton, ActionMenu, type Action } from '../actions.tsx'
import { PageLink } from '../PageLink.tsx'
import { EndOf } from './Ends.tsx'
import { Lag, ProtectionState } from './ProtectionState.tsx'
import type { Relation } from './relations.ts'
import { Trend } from './Trend.tsx'
import { words } from './words.tsx'

const { card } = words

/** One relationship of a volume, seen from the end that is at hand: the other end, how far behind, what can be done. */
export function RelationCard({
  relation,
  role,
  isAlone,
  actions: [first, ...others],
}: {
  readonly relation: Relation
  /** Of the volume that is looked at. */
  readonly role: 'primary' | 'replica'
  /** No other card stands beside it. */
  readonly isAlone: boolean
  /** The first one is a button, the others are its menu. */
  readonly actions: readonly Action[]
}) {
  const other = role === 'primary' ? relation.replica : relation.primary
  const where = other.appliance?.name
  const [title, label] =
    role === 'primary'
      ? [card.replicaOn(where), card.heard.actionsOfReplica(where)]
      : [card.copiedFrom(where), card.heard.actionsOfOrigin(where)]
  const { lastSuccess, succeeded } = relation
  return (
    <Card component="section">
      <CardHeader
        hasWrap
        actions={{
          hasNoOffset: true,
          actions: (
            <>
              {first && <ActionButton action={first} />}
              <ActionMenu label={label} actions={others} />
            </>
          ),
        }}
      >
        <CardTitle component="h2">{title}</CardTitle>
      </CardHeader>
      <CardBody>
        <Facts
          columns={isAlone ? 2 : 1}
          items={{
            [role === 'primary' ? card.replica : card.volume]: <EndOf end={other} />,
            [card.role]: role === 'primary' ? card.isPrimary : card.isReplica,
            [card.protection]: <ProtectionState relation={relation} />,
            [card.lag]: <Lag relation={relation} />,
            [card.lastSuccess]: lastSuccess ? (
              <>
                <RelativeTime value={lastSuccess.time_ended} />, <Bytes value={lastSuccess.size_sent} />
              </>
            ) : succeeded !== undefined ? (
              <RelativeTime value={succeeded} />
            ) : (
              <Nothing why={card.neverSucceeded} />
            ),
            [card.sessions]: <Trend sessions={relation.sessions} />,
            [card.relationship]: (
              <PageLink to={paths.relationship(relation.known.id, relation.id)}>
                <bdi>{relation.primary.volumeName ?? relation.id}</bdi> →{' '}
                <bdi>{relation.replica.volumeName ?? card.unknownReplica}</bdi>
              </PageLink>
            ),
          }}
        />
      </CardBody>
    </Card>
  )
}
