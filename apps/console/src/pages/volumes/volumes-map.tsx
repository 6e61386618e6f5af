import { fleet } from '../../api/fleet.ts'
import { plannedCall } from '../../api/plans.ts'
import { vsnap } from '../../api/queries.ts'
import type { BulkDialogProps } from '../../components/bulk/BulkBar.tsx'
import { BulkDialog } from '../../components/bulk/BulkDialog.tsx'
import { appliancesOf } from '../../components/bulk/rows.ts'
import { useLive } from '../../components/bulk/use-live.ts'
import { ErrorAlert } from '../../components/ErrorAlert.tsx'
import { PickList } from '../../components/form/PickList.tsx'
import { Skeleton } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useForm, useWatch } from 'react-hook-form'
import { words } from './dialog-words.tsx'
import type { VolumeRow } from './volume-columns.tsx'

const { mapMany } = words

/** Maps many luns to hosts of their appliances (guide §8.10). What a host sees already is not mapped again. */
export function MapVolumes({ rows, left, onClose }: BulkDialogProps<VolumeRow>) {
  const form = useForm<{ hosts: string[] }>({ defaultValues: { hosts: [] } })
  const chosen = useWatch({ control: form.control, name: 'hosts' })
  const { data, error } = useQuery(fleet('host'))
  const appliances = appliancesOf(rows)
  const offered = data?.items.filter(({ appliance }) => appliances.some(({ id }) => id === appliance.id))
  const keyOf = (host: { id: string; appliance: { id: string } }) => `${host.appliance.id}/${host.id}`
  const hosts = (offered ?? []).filter((host) => chosen.includes(keyOf(host)))
  const details = useLive(hosts.map(({ id, appliance }) => vsnap(appliance.id, 'hostView', { params: { id } })))
  const pairs = hosts.flatMap((host, index) => {
    const seen = new Set(details.data[index]?.mapped_luns?.map(({ vol_id: id }) => id))
    return rows
      .filter(({ appliance }) => appliance.id === host.appliance.id)
      .map((volume) => ({ host, volume, isMapped: seen.has(volume.id) }))
  })
  const isKnown = details.isKnown && details.error === null
  const missing = pairs.filter(({ isMapped }) => !isMapped)
  const done = pairs.length - missing.length
  return (
    <BulkDialog
      title={mapMany.title(rows.length)}
      submit={mapMany.submit}
      task={mapMany.task(rows.length, hosts.length)}
      left={left}
      calls={
        isKnown
          ? missing.map(({ host, volume }) =>
              plannedCall(
                volume.appliance,
                'volumeMap',
                { params: { id: volume.id }, body: { host_id: host.id } },
                mapMany.kept.volumeTo(volume.name, host.name),
              ),
            )
          : undefined
      }
      note={
        <>
          <ErrorAlert error={error ?? details.error} title={mapMany.unread} />
          {isKnown && done > 0 && <p>{mapMany.existing(done)}</p>}
        </>
      }
      onClose={onClose}
    >
      {offered ? (
        <PickList
          control={form.control}
          name="hosts"
          label={mapMany.hosts}
          empty={mapMany.noHost}
          items={offered.map((host) => ({
            value: keyOf(host),
            label: host.name,
            aside: (host.iqns ?? []).length === 0 ? mapMany.noInitiator(host.appliance.name) : host.appliance.name,
          }))}
        />
      ) : (
        <Skeleton height="8rem" screenreaderText={mapMany.loading} />
      )}
    </BulkDialog>
  )
}
