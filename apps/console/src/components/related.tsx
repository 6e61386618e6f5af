// Objects that others are related to, by their names: each a link to its page.
import { bff, vsnap } from '../api/queries.ts'
import { paths } from '../paths.ts'
import { Nothing } from '../ui/Nothing.tsx'
import { Unread } from '../ui/Unread.tsx'
import type { Relationship } from '@vsnap/vsnap-api/relationship.ts'
import { useQuery } from '@tanstack/react-query'
import { PageLink } from './PageLink.tsx'
import { words } from './words.tsx'

interface Props {
  readonly applianceId: string
  readonly id: string
}

/** A volume by its id, as a link with its name; `tab` is what is looked at there. */
export function VolumeLink({ applianceId, id, tab }: Props & { tab?: 'snapshots' | 'access' }) {
  const { data } = useQuery(vsnap(applianceId, 'volumeView', { params: { id } }))
  return (
    <PageLink to={paths.volume(applianceId, id, tab && { tab })} className="vs-name">
      {data?.name ?? id}
    </PageLink>
  )
}

/** Volumes, a link each; `none` says what there is not, `error` why nobody knows. */
export function VolumeLinks({
  applianceId,
  volumes,
  none,
  error = null,
}: {
  applianceId: string
  volumes: readonly { readonly id: string; readonly name: string }[] | undefined
  none: string
  error?: Error | null
}) {
  if (!volumes) return <Unread error={error} />
  if (volumes.length === 0) return <Nothing why={none} />
  return (
    <ul>
      {volumes.map(({ id, name }) => (
        <li key={id}>
          <PageLink to={paths.volume(applianceId, id)} className="vs-name">
            {name}
          </PageLink>
        </li>
      ))}
    </ul>
  )
}

/** The snapshot that a clone was made from, and the volume that it is of. */
export function Origin({ applianceId, id }: Props) {
  const { data: snapshot } = useQuery(vsnap(applianceId, 'snapshotView', { params: { id } }))
  if (!snapshot) return <>{words.byId.snapshot(id)}</>
  const link = (
    <PageLink to={paths.snapshot(applianceId, id)} className="vs-name">
      {snapshot.name}
    </PageLink>
  )
  if (snapshot.parent_id == null) return link
  return words.snapshotOf(link, <VolumeLink applianceId={applianceId} id={snapshot.parent_id} />)
}

/** A host by its id, as a link with its name. */
export function HostLink({ applianceId, id }: Props) {
  const { data } = useQuery(vsnap(applianceId, 'hostView', { params: { id } }))
  return (
    <PageLink to={paths.host(applianceId, id)} className="vs-name">
      {data?.name ?? words.byId.host(id)}
    </PageLink>
  )
}

/** A share by its id, as a link with how clients name it. */
export function ShareLink({ applianceId, id }: Props) {
  const { data } = useQuery(vsnap(applianceId, 'shareView', { params: { id } }))
  return (
    <>
      <PageLink to={paths.share(applianceId, id)}>
        {data ? <code className="vs-code vs-break">{data.name}</code> : words.byId.share(id)}
      </PageLink>{' '}
      {data?.share_type?.toUpperCase()}
    </>
  )
}

/** The relationships that a volume stands in, a link each that says what is at the other end; `none` that there are none. */
export function RelationshipLinks({
  applianceId,
  relationships,
  none,
  error = null,
}: {
  applianceId: string
  relationships: readonly Relationship[] | undefined
  none: string
  error?: Error | null
}) {
  const { data } = useQuery(bff('applianceList'))
  if (!relationships) return <Unread error={error} />
  if (relationships.length === 0) return <Nothing why={none} />
  return (
    <ul>
      {relationships.map(({ id, local_role: role, remote_vol_name: volume, partner_id: partner }) => {
        const other = data?.appliances.find(({ system_id: system }) => system != null && system === partner)
        const text = role === 'replica' ? words.relationship.replicaOf : words.relationship.replicatedTo
        return (
          <li key={id}>
            <PageLink to={paths.relationship(applianceId, id)} className="vs-name">
              {text(volume ?? words.relationship.someVolume, other?.name)}
            </PageLink>
          </li>
        )
      })}
    </ul>
  )
}
