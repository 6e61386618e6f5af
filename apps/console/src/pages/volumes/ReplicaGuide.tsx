import { useRefusal } from '../../api/person.ts'
import { ActionButton, type Action } from '../../components/actions.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import type { Relation } from '../../components/replication/relations.ts'
import { useArrivals } from '../../components/replication/use-arrivals.ts'
import { paths } from '../../paths.ts'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { said } from '../../ui/isolated.ts'
import { relationshipCan, whileReplicated } from '@vsnap/vsnap-api/relationship.rules.ts'
import type { Relationship } from '@vsnap/vsnap-api/relationship.ts'
import { all, reasonOf } from '@vsnap/vsnap-api/verdict.ts'
import { volumeCan } from '@vsnap/vsnap-api/volume.rules.ts'
import type { Volume } from '@vsnap/vsnap-api/volume.ts'
import { Title } from '@patternfly/react-core'
import type { Relations } from './relations.ts'

interface Props {
  readonly applianceId: string
  /** The replica. */
  readonly volume: Volume
  readonly relation: Relation
  /** Its snapshots and their clones; undefined while they are looked for. */
  readonly hanging: Relations | undefined
  /** Every relationship of the fleet: a clone may be on its way back. */
  readonly relations: readonly Relation[]
  readonly relationships: readonly Relationship[]
}

/** How the copy is used when its origin is lost, and how one comes back. Each step is a call that the API has. */
export function ReplicaGuide({ applianceId, volume, relation, hanging, relations, relationships }: Props) {
  const refusal = useRefusal()
  const arrivals = useArrivals(applianceId, volume.id)
  const { primary, replica } = relation
  const home = primary.appliance?.name ?? 'the other system'
  const name = primary.volumeName ?? 'the volume'
  const isFile = volume.volume_type === 'filesystem'
  const snapshots = (hanging?.snapshots ?? []).toSorted((a, b) => (b.time_created ?? 0) - (a.time_created ?? 0))
  const [newest] = snapshots
  const made = newest && arrivals?.made(newest.id)
  const clones = hanging?.clones ?? []
  const none = 'There is no clone of this replica yet.'

  const clone: Action = {
    label: 'Clone the newest snapshot',
    to: paths.volumeCreate({ appliance: applianceId, snapshot: newest?.id }),
    refusal: refusal('volumeClone') ?? (newest ? undefined : 'No snapshot has arrived completely yet.'),
  }
  const give = (one: Volume): Action =>
    isFile
      ? {
          label: said`Share ${one.name}`,
          to: paths.shareCreate({ appliance: applianceId, volume: one.id }),
          refusal:
            refusal('shareCreate') ?? reasonOf(all(whileReplicated.share(one, relationships), volumeCan.share(one))),
        }
      : {
          label: said`Map ${one.name}`,
          to: paths.hostMap({ appliance: applianceId, volume: one.id }),
          refusal: refusal('hostMap') ?? reasonOf(whileReplicated.map(one, relationships)),
        }
  const sendBack = (one: Volume): Action => ({
    label: said`Replicate ${one.name}`,
    to: paths.replicate({ appliance: applianceId, volume: one.id }),
    refusal: refusal('relationshipCreate') ?? reasonOf(relationshipCan.create(one, primary.systemId, relationships)),
  })
  const wayBack = (one: Volume) =>
    relations.find(({ primary: from }) => from.appliance?.id === applianceId && from.volumeId === one.id)

  return (
    <>
      <Guide
        title={`When ${home} is lost`}
        lead={said`The replica itself is left alone: it stays the copy of ${name}, and goes on when ${home} is back.`}
        steps={[
          {
            title: 'Clone a snapshot of the replica',
            text: newest ? (
              <>
                The newest complete state is{' '}
                <PageLink to={paths.snapshot(applianceId, newest.id)} className="vs-name vs-in-text">
                  {newest.name}
                </PageLink>
                {made === undefined ? (
                  <>
                    , which arrived <RelativeTime value={newest.time_created} />; when it was made there is not known
                    here
                  </>
                ) : (
                  <>
                    , made on {home} <RelativeTime value={made} />
                  </>
                )}
                . The clone is a volume of its own that begins so.{' '}
                {snapshots.length > 1 && (
                  <PageLink to={paths.volume(applianceId, volume.id, { tab: 'snapshots' })} className="vs-in-text">
                    Choose another of {snapshots.length} snapshots
                  </PageLink>
                )}
              </>
            ) : (
              'No snapshot has arrived completely yet: there is no state to go on with.'
            ),
            actions: [clone],
          },
          {
            title: isFile ? 'Share the clone' : 'Map the clone to hosts',
            text: isFile
              ? 'Clients mount the clone from here, under another path than before.'
              : 'Hosts see the clone as a disk of this appliance.',
            done: clones.map((one) => ({ volume: one, isReached: one.share_id != null || !!one.host_ids?.length })),
            actions:
              clones.length > 0
                ? clones.filter(({ share_id: share }) => share == null).map(give)
                : [{ label: isFile ? 'Share the clone' : 'Map the clone', refusal: none }],
          },
        ]}
        applianceId={applianceId}
      />
      <Guide
        title={`When ${home} is back`}
        lead={said`${name} is there as it was, without what was written to the clone since. No call sends a clone into the volume that it came from: it goes back as a volume of its own, by a relationship in the other direction.`}
        steps={[
          {
            title: `Replicate the clone to ${home}`,
            text: 'The first session sends all of it while clients go on working.',
            actions:
              clones.length > 0
                ? clones.flatMap((one) => {
                    const back = wayBack(one)
                    return back ? [] : [sendBack(one)]
                  })
                : [{ label: 'Replicate the clone', refusal: none }],
            links: clones.flatMap((one) => {
              const back = wayBack(one)
              return back
                ? [
                    {
                      text: said`${one.name} → ${back.replica.volumeName ?? 'replica'}`,
                      to: paths.relationship(back.known.id, back.id),
                    },
                  ]
                : []
            }),
          },
          {
            title: 'Stop the clients, and start one more session of it',
            text: `It sends what was written meanwhile. When it is completed, both have the same.`,
          },
          {
            title: 'Delete that relationship, and keep its replica',
            text: `The volume on ${home} is then one of its own: share or map it there, and send the clients to it.`,
          },
          {
            title: 'Tidy up',
            text: said`Delete the clone here when nobody needs it any more. Replicate the volume on ${home} anew; ${name}, and ${replica.volumeName ?? volume.name} with its relationship, go when you delete them.`,
          },
        ]}
        applianceId={applianceId}
      />
      <Guide
        title={`When ${home} never comes back`}
        steps={[
          {
            title: 'Remove it as a partner of this appliance',
            text: 'The relationships go with a partner that does not answer. This replica is then a volume like any other: share or map it itself.',
            links: [
              primary.systemId === undefined
                ? { text: 'Partners', to: paths.replication({ tab: 'partners', appliance: applianceId }) }
                : { text: `Partner ${home}`, to: paths.partner(applianceId, primary.systemId) },
            ],
          },
        ]}
        applianceId={applianceId}
      />
    </>
  )
}

interface Step {
  readonly title: string
  readonly text: React.ReactNode
  readonly actions?: readonly Action[]
  /** Clones that there are, and whether somebody reaches them. */
  readonly done?: readonly { readonly volume: Volume; readonly isReached: boolean }[]
  readonly links?: readonly { readonly text: string; readonly to: string }[]
}

function Guide({
  title,
  lead,
  steps,
  applianceId,
}: {
  title: string
  lead?: string
  steps: readonly Step[]
  applianceId: string
}) {
  return (
    <section className="vs-stack">
      <Title headingLevel="h2" size="lg">
        {title}
      </Title>
      {lead !== undefined && <p>{lead}</p>}
      <ol className="vs-settings">
        {steps.map(({ title: what, text, actions = [], done = [], links = [] }, index) => (
          <li key={what} className="vs-setting">
            <div>
              <h3 className="vs-setting-title">
                {index + 1}. {what}
              </h3>
              <p>{text}</p>
              <ul>
                {done.map(({ volume, isReached }) => (
                  <li key={volume.id}>
                    <PageLink
                      to={paths.volume(applianceId, volume.id, { tab: 'access' })}
                      className="vs-name vs-in-text"
                    >
                      {volume.name}
                    </PageLink>{' '}
                    {isReached ? 'can be reached' : 'is there, nobody reaches it yet'}
                  </li>
                ))}
                {links.map(({ text: where, to }) => (
                  <li key={to}>
                    <PageLink to={to} className="vs-name vs-in-text">
                      {where}
                    </PageLink>
                  </li>
                ))}
              </ul>
            </div>
            {actions.length > 0 && (
              <div className="vs-actions">
                {actions.map((action) => (
                  <ActionButton key={action.label} action={action} />
                ))}
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
