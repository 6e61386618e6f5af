import { useRefusal } from '../../api/person.ts'
import { ActionButton, type Action } from '../../components/actions.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import type { Relation } from '../../components/replication/relations.ts'
import { useArrivals } from '../../components/replication/use-arrivals.ts'
import { paths } from '../../paths.ts'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { relationshipCan, whileReplicated } from '@vsnap/vsnap-api/relationship.rules.ts'
import type { Relationship } from '@vsnap/vsnap-api/relationship.ts'
import { all, reasonOf } from '@vsnap/vsnap-api/verdict.ts'
import { volumeCan } from '@vsnap/vsnap-api/volume.rules.ts'
import type { Volume } from '@vsnap/vsnap-api/volume.ts'
import { Title } from '@patternfly/react-core'
import type { Relations } from './relations.ts'
import { words } from './replica-words.tsx'

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
  const home = primary.appliance?.name
  const name = primary.volumeName
  const isFile = volume.volume_type === 'filesystem'
  const access = isFile ? words.share : words.map
  const snapshots = (hanging?.snapshots ?? []).toSorted((a, b) => (b.time_created ?? 0) - (a.time_created ?? 0))
  const [newest] = snapshots
  const made = newest && arrivals?.made(newest.id)
  const clones = hanging?.clones ?? []

  const clone: Action = {
    label: words.clone.action,
    to: paths.volumeCreate({ appliance: applianceId, snapshot: newest?.id }),
    refusal: refusal('volumeClone') ?? (newest ? undefined : words.clone.refusal),
  }
  const give = (one: Volume): Action =>
    isFile
      ? {
          label: words.share.actionOf(one.name),
          to: paths.shareCreate({ appliance: applianceId, volume: one.id }),
          refusal:
            refusal('shareCreate') ?? reasonOf(all(whileReplicated.share(one, relationships), volumeCan.share(one))),
        }
      : {
          label: words.map.actionOf(one.name),
          to: paths.hostMap({ appliance: applianceId, volume: one.id }),
          refusal: refusal('hostMap') ?? reasonOf(whileReplicated.map(one, relationships)),
        }
  const sendBack = (one: Volume): Action => ({
    label: words.sendBack.actionOf(one.name),
    to: paths.replicate({ appliance: applianceId, volume: one.id }),
    refusal: refusal('relationshipCreate') ?? reasonOf(relationshipCan.create(one, primary.systemId, relationships)),
  })
  const wayBack = (one: Volume) =>
    relations.find(({ primary: from }) => from.appliance?.id === applianceId && from.volumeId === one.id)
  const linked = (snapshot: { id: string; name: string }) => (
    <PageLink to={paths.snapshot(applianceId, snapshot.id)} className="vs-name vs-in-text">
      {snapshot.name}
    </PageLink>
  )

  return (
    <>
      <Guide
        title={words.lost.title(home)}
        lead={words.lost.lead(name, home)}
        steps={[
          {
            title: words.clone.title,
            text: newest ? (
              <>
                {made === undefined
                  ? words.clone.newestArrived(linked(newest), <RelativeTime value={newest.time_created} />)
                  : words.clone.newestMade(linked(newest), home, <RelativeTime value={made} />)}{' '}
                {snapshots.length > 1 && (
                  <PageLink to={paths.volume(applianceId, volume.id, { tab: 'snapshots' })} className="vs-in-text">
                    {words.clone.chooseAnother(snapshots.length)}
                  </PageLink>
                )}
              </>
            ) : (
              words.clone.nothingYet
            ),
            actions: [clone],
          },
          {
            title: access.title,
            text: access.text,
            done: clones.map((one) => ({ volume: one, isReached: one.share_id != null || !!one.host_ids?.length })),
            actions:
              clones.length > 0
                ? clones.filter(({ share_id: share }) => share == null).map(give)
                : [{ label: access.action, refusal: words.noClone }],
          },
        ]}
        applianceId={applianceId}
      />
      <Guide
        title={words.back.title(home)}
        lead={words.back.lead(name)}
        steps={[
          {
            title: words.sendBack.title(home),
            text: words.sendBack.text,
            actions:
              clones.length > 0
                ? clones.flatMap((one) => {
                    const back = wayBack(one)
                    return back ? [] : [sendBack(one)]
                  })
                : [{ label: words.sendBack.action, refusal: words.noClone }],
            links: clones.flatMap((one) => {
              const back = wayBack(one)
              return back
                ? [
                    {
                      text: words.sendBack.onItsWay(one.name, back.replica.volumeName),
                      to: paths.relationship(back.known.id, back.id),
                    },
                  ]
                : []
            }),
          },
          {
            title: words.lastSession.title,
            text: words.lastSession.text,
          },
          {
            title: words.keepReplica.title,
            text: words.keepReplica.text(home),
          },
          {
            title: words.tidyUp.title,
            text: words.tidyUp.text(home, name, replica.volumeName ?? volume.name),
          },
        ]}
        applianceId={applianceId}
      />
      <Guide
        title={words.neverBack.title(home)}
        steps={[
          {
            title: words.removePartner.title,
            text: words.removePartner.text,
            links: [
              primary.systemId === undefined
                ? {
                    text: words.removePartner.partners,
                    to: paths.replication({ tab: 'partners', appliance: applianceId }),
                  }
                : { text: words.removePartner.partner(home), to: paths.partner(applianceId, primary.systemId) },
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
                    {(isReached ? words.isReached : words.isNotReached)(
                      <PageLink
                        to={paths.volume(applianceId, volume.id, { tab: 'access' })}
                        className="vs-name vs-in-text"
                      >
                        {volume.name}
                      </PageLink>,
                    )}
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
