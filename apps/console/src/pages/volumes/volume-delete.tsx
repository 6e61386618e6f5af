import { whileReplicated } from '@vsnap/vsnap-api/relationship.rules.ts'
import type { Relationship } from '@vsnap/vsnap-api/relationship.ts'
import { all, reasonOf } from '@vsnap/vsnap-api/verdict.ts'
import { useOperation } from '../../api/operations.ts'
import { vsnap } from '../../api/queries.ts'
import { ConfirmDelete } from '../../components/ConfirmDelete.tsx'
import { ErrorAlert } from '../../components/ErrorAlert.tsx'
import { toast } from '../../components/toasts.tsx'
import { paths } from '../../paths.ts'
import { formatBytes } from '../../ui/bytes.ts'
import type { Volume } from '@vsnap/vsnap-api/volume.ts'
import { useQuery } from '@tanstack/react-query'
import { useLocation, useNavigate } from 'react-router'
import { words } from './dialog-words.tsx'
import { clonedSnapshots, deletionOf, useRelations, type Relations } from './relations.ts'
import { HostLink, RelationshipLinks, ShareLink, VolumeLinks } from '../../components/related.tsx'
import type { DialogProps } from './volume-rename.tsx'

const { deleteOne } = words

/** What goes with the volume (guide §8.5). */
function consequences(applianceId: string, volume: Volume, { snapshots }: Relations): React.ReactNode[] {
  const { size_used: used, share_id: share, host_ids: hosts = [] } = volume
  return [
    ...(used == null ? [] : [deleteOne.content(formatBytes(used))]),
    ...(snapshots.length === 0 ? [] : [deleteOne.snapshots(snapshots.length)]),
    ...(share == null ? [] : [deleteOne.share(<ShareLink applianceId={applianceId} id={share} />)]),
    ...(hosts ?? []).map((host) => deleteOne.mapping(<HostLink applianceId={applianceId} id={host} />)),
  ]
}

interface FirstProps {
  readonly applianceId: string
  readonly relations: Relations
  /** Those that the volume stands in. */
  readonly relationships: readonly Relationship[]
}

/** What would have to go first. */
function First({ applianceId, relations, relationships }: FirstProps) {
  if (relationships.length > 0)
    return <RelationshipLinks applianceId={applianceId} relationships={relationships} none={deleteOne.nothingFirst} />
  const first = clonedSnapshots(relations).length > 0 ? relations.clones : relations.fileBacked
  return <VolumeLinks applianceId={applianceId} volumes={first} none={deleteOne.nothingFirst} />
}

/** Deletes a volume: counts live what goes with it, and wants its name typed. */
export function DeleteVolume({ applianceId, volume: known, onClose }: DialogProps) {
  const remove = useOperation(applianceId, 'volumeDelete')
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const view = useQuery({ ...vsnap(applianceId, 'volumeView', { params: { id: known.id } }), refetchOnMount: 'always' })
  const relations = useRelations(applianceId, known, { live: true })
  const replication = useQuery({ ...vsnap(applianceId, 'relationshipList'), refetchOnMount: 'always' })
  const volume = view.data ?? known
  // Where replication is not to be had, the appliance itself decides.
  const relationships = (replication.data?.relationships ?? []).filter(({ local_vol_id: id }) => id === known.id)
  const isKnown = relations.data !== undefined && view.isFetchedAfterMount && replication.isFetchedAfterMount
  const reason =
    relations.data && reasonOf(all(whileReplicated.delete(volume, relationships), deletionOf(volume, relations.data)))
  return (
    <ConfirmDelete
      what="volume"
      name={volume.name}
      consequences={isKnown && relations.data ? consequences(applianceId, volume, relations.data) : undefined}
      refusal={
        reason !== undefined && relations.data
          ? {
              reason,
              links: <First applianceId={applianceId} relations={relations.data} relationships={relationships} />,
            }
          : undefined
      }
      note={
        relations.error && !relations.data ? (
          <ErrorAlert error={relations.error} title={deleteOne.uncounted} />
        ) : undefined
      }
      isBusy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={async () => {
        await remove.mutateAsync({ params: { id: volume.id } })
        toast({ title: deleteOne.done(volume.name) })
        if (pathname === paths.volumes()) onClose()
        else await navigate(paths.volumes({ appliance: applianceId }), { replace: true })
      }}
    />
  )
}
