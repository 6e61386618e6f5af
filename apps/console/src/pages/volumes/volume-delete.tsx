import { reasonOf } from '@vsnap/vsnap-api/verdict.ts'
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
import { clonedSnapshots, deletionOf, useRelations, type Relations } from './relations.ts'
import { HostLink, ShareLink, VolumeLinks } from '../../components/related.tsx'
import { said } from '../../ui/isolated.ts'
import type { DialogProps } from './volume-rename.tsx'

const counted = (count: number, thing: string) => `${count.toLocaleString('en')} ${thing}${count === 1 ? '' : 's'}`

/** What goes with the volume (guide §8.5). */
function consequences(applianceId: string, volume: Volume, { snapshots }: Relations): React.ReactNode[] {
  const { size_used: used, share_id: share, host_ids: hosts = [] } = volume
  return [
    ...(used == null ? [] : [`what it holds: ${formatBytes(used)}`]),
    ...(snapshots.length === 0 ? [] : [`its ${counted(snapshots.length, 'snapshot')}`]),
    ...(share == null
      ? []
      : [
          <>
            its share <ShareLink applianceId={applianceId} id={share} />: its clients lose access
          </>,
        ]),
    ...(hosts ?? []).map((host) => (
      <>
        its mapping to host <HostLink applianceId={applianceId} id={host} />, which loses the disk
      </>
    )),
  ]
}

/** Why the volume cannot be deleted now, and what would have to go first. */
function Blocked({ applianceId, volume, relations }: { applianceId: string; volume: Volume; relations: Relations }) {
  const verdict = deletionOf(volume, relations)
  const first = clonedSnapshots(relations).length > 0 ? relations.clones : relations.fileBacked
  return (
    <>
      <p className="vs-break">{reasonOf(verdict)}</p>
      <VolumeLinks applianceId={applianceId} volumes={first} none="none" />
    </>
  )
}

/** Deletes a volume: counts live what goes with it, and wants its name typed. */
export function DeleteVolume({ applianceId, volume: known, onClose }: DialogProps) {
  const remove = useOperation(applianceId, 'volumeDelete')
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const view = useQuery({ ...vsnap(applianceId, 'volumeView', { params: { id: known.id } }), refetchOnMount: 'always' })
  const relations = useRelations(applianceId, known, { live: true })
  const volume = view.data ?? known
  const isKnown = relations.data !== undefined && view.isFetchedAfterMount
  const refusal = relations.data && !deletionOf(volume, relations.data).ok
  return (
    <ConfirmDelete
      what="volume"
      name={volume.name}
      consequences={isKnown && relations.data ? consequences(applianceId, volume, relations.data) : undefined}
      refusal={
        refusal && relations.data ? (
          <Blocked applianceId={applianceId} volume={volume} relations={relations.data} />
        ) : undefined
      }
      note={
        relations.error && !relations.data ? (
          <ErrorAlert error={relations.error} title="What goes with it could not be counted" />
        ) : undefined
      }
      isBusy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={async () => {
        await remove.mutateAsync({ params: { id: volume.id } })
        toast({ title: said`Volume ${volume.name} deleted` })
        if (pathname === paths.volumes()) onClose()
        else await navigate(paths.volumes({ appliance: applianceId }), { replace: true })
      }}
    />
  )
}
