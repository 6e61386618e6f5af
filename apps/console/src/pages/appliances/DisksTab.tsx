import { useOperation } from '../../api/operations.ts'
import { useRefusal } from '../../api/person.ts'
import { vsnap } from '../../api/queries.ts'
import { ActionButton } from '../../components/actions.tsx'
import { QueryTable } from '../../components/table/QueryTable.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { toast } from '../../components/toasts.tsx'
import { errorText } from '../../api/errors.ts'
import { Bytes } from '../../ui/Bytes.tsx'
import { CopyId } from '../../ui/CopyId.tsx'
import { Nothing } from '../../ui/Nothing.tsx'
import type { Disk } from '@vsnap/vsnap-api/disk.ts'
import { EmptyState, EmptyStateBody } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { words } from './page-words.tsx'

const { disks } = words

const usedAs = ({ used_as: use }: Disk) => use ?? disks.useUnknown

const columns: readonly Column<Disk>[] = [
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
      query={{ data: data?.disks, error, refetch }}
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
