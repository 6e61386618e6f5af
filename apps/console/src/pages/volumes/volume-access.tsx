import { reasonOf } from '@vsnap/vsnap-api/verdict.ts'
import { useOperation } from '../../api/operations.ts'
import { vsnap } from '../../api/queries.ts'
import { DeleteShare } from '../../components/dialogs/DeleteShare.tsx'
import { UnmapVolume } from '../../components/dialogs/UnmapVolume.tsx'
import { SelectField } from '../../components/form/choices.tsx'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { byRules, errorAbove, submitting } from '../../components/form/submit.ts'
import { EditShare } from '../../components/share/EditShare.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { toast } from '../../components/toasts.tsx'
import { paths } from '../../paths.ts'
import { volumeCan } from '@vsnap/vsnap-api/volume.rules.ts'
import type { Volume } from '@vsnap/vsnap-api/volume.ts'
import { Alert } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useCheckedForm } from '../../components/form/use-checked-form.ts'
import { words } from './dialog-words.tsx'
import type { DialogProps } from './volume-rename.tsx'

const { mapOne } = words

/** Makes one more host see the volume (guide §8.10). */
export function MapToHost({ applianceId, volume, onClose }: DialogProps) {
  const { data: hosts, error } = useQuery(vsnap(applianceId, 'hostList'))
  const map = useOperation(applianceId, 'volumeMap')
  const form = useCheckedForm({
    resolver: byRules<{ host_id: string }>(({ host_id: id }) => ({
      host_id: id === '' ? mapOne.hostMissing : volumeCan.map(volume, id),
    })),
    defaultValues: { host_id: '' },
  })
  const chosen = useWatch({ control: form.control, name: 'host_id' })
  const host = hosts?.hosts.find(({ id }) => id === chosen)
  const send = submitting(form, async ({ host_id: id }) => {
    const { lun } = await map.mutateAsync({ params: { id: volume.id }, body: { host_id: id } })
    toast({
      title: host ? mapOne.done(host.name, volume.name, lun) : mapOne.doneToUnknown(volume.name, lun),
      link: { to: paths.host(applianceId, id), text: host?.name ?? mapOne.unknownHost },
    })
    onClose()
  })
  return (
    <DialogForm
      title={mapOne.title(volume.name)}
      description={mapOne.description}
      submit={mapOne.submit}
      isBusy={map.isPending}
      error={errorAbove(form, map.error) ?? error}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <SelectField
        control={form.control}
        name="host_id"
        label={mapOne.host}
        isRequired
        startsHere
        help={
          hosts?.hosts.length === 0 &&
          mapOne.noHost(
            <PageLink to={paths.hosts({ appliance: applianceId, do: 'create' })}>{mapOne.createHost}</PageLink>,
          )
        }
        choices={[
          { value: '', label: mapOne.chooseHost },
          ...(hosts?.hosts ?? []).map(({ id, name }) => ({
            value: id,
            label: name,
            refusal: reasonOf(volumeCan.map(volume, id)) === undefined ? undefined : mapOne.mapped,
          })),
        ]}
      />
      {host && (host.iqns ?? []).length === 0 && <Alert variant="warning" isInline title={mapOne.noInitiator} />}
      {(volume.host_ids ?? []).length > 0 && <p className="vs-subtle">{mapOne.seenByOthers}</p>}
    </DialogForm>
  )
}

/** Takes the volume from a host. */
export function Unmap({ applianceId, volume, hostId, onClose }: DialogProps & { hostId: string }) {
  const { data: host } = useQuery(vsnap(applianceId, 'hostView', { params: { id: hostId } }))
  return (
    <UnmapVolume
      applianceId={applianceId}
      host={{ id: hostId, name: host?.name ?? hostId }}
      volume={volume}
      onClose={onClose}
    />
  )
}

/** Changes the share of a volume (guide §9.3). */
export function EditVolumeShare({ applianceId, volume, onClose }: DialogProps) {
  const share = useShare(applianceId, volume)
  return share ? <EditShare applianceId={applianceId} share={share} onClose={onClose} /> : null
}

/** The share of a volume, as it is now. When somebody else deletes it, the dialog that is about it stays, and says what is refused. */
function useShare(applianceId: string, { share_id: now }: Volume) {
  const [id] = useState(now)
  const { data } = useQuery({
    ...vsnap(applianceId, 'shareView', { params: { id: id ?? '' } }),
    enabled: id != null,
    refetchOnMount: 'always',
  })
  return data
}

/** Takes the share of a volume away, by the volume (guide §8.9). */
export function DeleteVolumeShare({ applianceId, volume, onClose }: DialogProps) {
  const share = useShare(applianceId, volume)
  const remove = useOperation(applianceId, 'volumeShareDelete')
  if (!share) return null
  return (
    <DeleteShare
      share={share}
      remove={{ ...remove, run: () => remove.mutateAsync({ params: { id: volume.id } }) }}
      onClose={onClose}
      onDeleted={onClose}
    />
  )
}
