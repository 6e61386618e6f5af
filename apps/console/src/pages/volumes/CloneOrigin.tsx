import { vsnap } from '../../api/queries.ts'
import { originLasts as staleTime } from '../../components/dialogs/use-clones.ts'
import { PageLink } from '../../components/PageLink.tsx'
import { paths } from '../../paths.ts'
import { useQuery } from '@tanstack/react-query'
import { words } from './words.ts'

const { list } = words

/** The volume whose snapshot a clone was made from. Only a clone's detail says so, hence the calls of its own. */
export function CloneOrigin({ applianceId, volumeId }: { applianceId: string; volumeId: string }) {
  const { data: clone } = useQuery({ ...vsnap(applianceId, 'volumeView', { params: { id: volumeId } }), staleTime })
  const origin = clone?.snapshot_id ?? ''
  const { data: snapshot } = useQuery({
    ...vsnap(applianceId, 'snapshotView', { params: { id: origin } }),
    staleTime,
    enabled: origin !== '',
  })
  if (snapshot?.parent_id == null) return <span className="vs-subtle">{list.cloneOfSomeSnapshot}</span>
  return (
    <PageLink
      to={paths.volume(applianceId, snapshot.parent_id)}
      className="vs-name"
      title={list.cloneOfSnapshot(snapshot.name)}
    >
      {snapshot.parent_name ?? snapshot.parent_id}
    </PageLink>
  )
}
