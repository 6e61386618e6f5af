import { vsnap } from '../../api/queries.ts'
import { nameInFleet, type BulkDialogProps } from '../../components/bulk/BulkBar.tsx'
import { BulkDialog } from '../../components/bulk/BulkDialog.tsx'
import { appliancesOf } from '../../components/bulk/rows.ts'
import { useLive } from '../../components/bulk/use-live.ts'
import { ErrorAlert } from '../../components/ErrorAlert.tsx'
import { ChoiceField } from '../../components/form/choices.tsx'
import { byRules } from '../../components/form/submit.ts'
import { useCheckedForm } from '../../components/form/use-checked-form.ts'
import { NfsFields } from '../../components/share/NfsFields.tsx'
import { hostsProblem, types, type ShareValues } from '../../components/share/share-values.ts'
import { reasonOf } from '@vsnap/vsnap-api/verdict.ts'
import { useWatch } from 'react-hook-form'
import { words } from './dialog-words.tsx'
import { shareable, shareCalls, type OnAppliance } from './share-many.ts'
import type { VolumeRow } from './volume-columns.tsx'

const { shareMany } = words

/** Shares many filesystems alike (guide §8.8). What was shared meanwhile, or has become a replica, is left out. */
export function ShareVolumes({ rows, left, onClose }: BulkDialogProps<VolumeRow>) {
  const form = useCheckedForm<ShareValues>({
    resolver: byRules<ShareValues>((now) => ({ allowed_hosts: hostsProblem(now) })),
    defaultValues: { share_type: 'nfs', read_only: false, allowed_hosts: '' },
  })
  const values = useWatch({ control: form.control }) as ShareValues
  const { known, error } = useKnown(rows)
  const sorted = known && shareable(rows, known)
  const filesystems = sorted?.able ?? rows
  return (
    <BulkDialog
      title={shareMany.title(filesystems.length)}
      submit={shareMany.submit}
      task={shareMany.task[values.share_type](filesystems.length)}
      left={[...left, ...(sorted?.left ?? []).map(({ row, reason }) => ({ name: nameInFleet(row), reason }))]}
      calls={sorted && shareCalls(sorted.able, values)}
      note={error && <ErrorAlert error={error} title={shareMany.unread} />}
      isDisabled={reasonOf(hostsProblem(values)) !== undefined}
      onClose={onClose}
    >
      <ChoiceField control={form.control} name="share_type" label={shareMany.type} choices={types} startsHere />
      {values.share_type === 'nfs' && <NfsFields control={form.control} shares={filesystems.length} />}
    </BulkDialog>
  )
}

/** What the appliances (by id) of rows have now; undefined while they are asked. */
function useKnown(rows: readonly VolumeRow[]): {
  known: ReadonlyMap<string, OnAppliance> | undefined
  error: Error | null
} {
  const appliances = appliancesOf(rows)
  const volumes = useLive(appliances.map(({ id }) => vsnap(id, 'volumeList')))
  const shares = useLive(appliances.map(({ id }) => vsnap(id, 'shareList')))
  // Where replication is not to be had, the appliance itself decides.
  const relationships = useLive(appliances.map(({ id }) => vsnap(id, 'relationshipList')))
  const error = volumes.error ?? shares.error
  if (error || ![volumes, shares, relationships].every(({ isKnown }) => isKnown)) return { known: undefined, error }
  const known = appliances.map(
    ({ id }, at) =>
      [
        id,
        {
          volumes: volumes.data[at]?.volumes ?? [],
          shares: shares.data[at]?.shares ?? [],
          relationships: relationships.data[at]?.relationships ?? [],
        },
      ] as const,
  )
  return { known: new Map(known), error: null }
}
