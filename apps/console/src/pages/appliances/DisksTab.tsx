import { useOperation } from '../../api/operations.ts'
import { useRefusal } from '../../api/person.ts'
import { vsnap } from '../../api/queries.ts'
import { ActionButton } from '../../components/actions.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { QueryTable } from '../../components/table/QueryTable.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { toast } from '../../components/toasts.tsx'
import { paths } from '../../paths.ts'
import { errorText } from '../../api/errors.ts'
import { Bytes } from '../../ui/Bytes.tsx'
import { CopyId } from '../../ui/CopyId.tsx'
import { Nothing } from '../../ui/Nothing.tsx'
import { isUnused } from '@vsnap/vsnap-api/disk.rules.ts'
import type { Disk } from '@vsnap/vsnap-api/disk.ts'
import { EmptyState, EmptyStateBody } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { placesOf, usePoolsOf, type DiskPlace } from './disk-places.ts'
import { words } from './page-words.tsx'

const { disks } = words

/** A disk, and where it is used; undefined when no pool has it, or while that is read. */
interface PlacedDisk extends Disk {
  readonly place: DiskPlace | undefined
}

// Of a disk that is used it is not known yet, or its pool is none that the appliance names.
const inNoPool = (disk: Disk) => <Nothing {...(isUnused(disk) ? { why: disks.inNoPool } : {})} />

const usedAs = ({ used_as: use }: Disk) => use ?? disks.useUnknown

const columns: readonly Column<PlacedDisk>[] = [
  {
    key: 'name',
    header: disks.device,
    cell: ({ name }) => <code className="vs-code">{name}</code>,
    value: ({ name }) => name,
  },
  {
    key: 'uuid',
    header: disks.disk,
    cell: ({ uuid }) => <CopyId value={uuid} what="disk uuid" />,
    value: ({ uuid }) => uuid,
  },
  { key: 'used_as', header: disks.usedAs, cell: usedAs, value: usedAs },
  {
    key: 'pool',
    header: disks.pool,
    cell: ({ place, ...disk }) =>
      place ? (
        <PageLink to={paths.pool(place.applianceId, place.pool.id, { tab: 'disks' })} className="vs-name">
          {place.pool.name}
        </PageLink>
      ) : (
        inNoPool(disk)
      ),
    value: ({ place }) => place?.pool.name,
  },
  {
    key: 'group',
    header: disks.group,
    cell: ({ place, ...disk }) => place?.group ?? inNoPool(disk),
    value: ({ place }) => place?.group,
  },
  {
    key: 'model',
    header: disks.model,
    cell: ({ vendor, model }) => [vendor, model].filter(Boolean).join(' ') || <Nothing />,
    value: ({ vendor, model }) => `${vendor ?? ''} ${model ?? ''}`,
  },
  { key: 'type', header: disks.type, cell: ({ type }) => type ?? <Nothing />, value: ({ type }) => type },
  {
    key: 'size',
    header: disks.size,
    cell: ({ size }) => <Bytes value={size} />,
    value: ({ size }) => size,
    align: 'end',
  },
]

/** The disks that the appliance sees. */
export function DisksTab({ applianceId }: { applianceId: string }) {
  const { data, error, refetch } = useQuery(vsnap(applianceId, 'diskList'))
  const pools = usePoolsOf(applianceId)
  const rows = useMemo(() => {
    const places = placesOf(applianceId, pools)
    return data?.disks.map((disk): PlacedDisk => ({ ...disk, place: places.get(disk.uuid) }))
  }, [applianceId, data, pools])
  const rescan = useOperation(applianceId, 'diskRescan')
  const refusal = useRefusal()
  const start = async () => {
    try {
      await rescan.mutateAsync({ body: { action: 'rescan' } })
      toast({ title: disks.rescanned })
    } catch (failure) {
      toast({ variant: 'danger', title: errorText(failure).message })
    }
  }
  const action = {
    label: rescan.isPending ? disks.rescanning : disks.rescan,
    onSelect: () => void start(),
    refusal: refusal('diskRescan') ?? (rescan.isPending ? disks.busy : undefined),
  }
  return (
    <QueryTable
      name="appliance-disks"
      label={disks.disks}
      query={{ data: rows, error, refetch }}
      columns={columns}
      rowKey={({ uuid }) => uuid}
      rowName={({ name }) => name}
      states={{ label: disks.usedAs, of: usedAs }}
      toolbar={<ActionButton action={action} />}
      empty={
        <EmptyState titleText={disks.empty.title} headingLevel="h2" variant="sm">
          <EmptyStateBody>{disks.empty.text}</EmptyStateBody>
          <ActionButton action={action} />
        </EmptyState>
      }
    />
  )
}
