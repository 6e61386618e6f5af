import { ActionButton, type Action } from '../../components/actions.tsx'
import { ErrorAlert } from '../../components/ErrorAlert.tsx'
import { QueryTable } from '../../components/table/QueryTable.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { Bytes } from '../../ui/Bytes.tsx'
import { CopyId } from '../../ui/CopyId.tsx'
import { Nothing } from '../../ui/Nothing.tsx'
import { StateLabel } from '../../ui/StateLabel.tsx'
import type { Disk } from '@vsnap/vsnap-api/disk.ts'
import type { Pool } from '@vsnap/vsnap-api/pool.ts'
import { EmptyState } from '@patternfly/react-core'
import { GroupPicture } from './LayoutPicture.tsx'
import type { PoolAction } from './pool-actions.ts'
import { blockGroups, poolDisks, type PoolDisk } from './pool-groups.ts'

const usedAs = ({ kind }: PoolDisk) => (kind === 'parity' ? 'data' : kind)

const columns: readonly Column<PoolDisk>[] = [
  {
    key: 'name',
    header: 'Device',
    cell: ({ disk }) => (disk ? <code className="vs-code">{disk.name}</code> : <Nothing why="not seen any more" />),
    value: ({ disk }) => disk?.name,
  },
  { key: 'group', header: 'Group', cell: ({ group }) => group, value: ({ group }) => group },
  {
    key: 'used_as',
    header: 'Used as',
    cell: (member) =>
      member.kind === 'failed' ? <StateLabel meaning="danger">failed</StateLabel> : <span>{usedAs(member)}</span>,
    value: usedAs,
  },
  {
    key: 'uuid',
    header: 'Disk',
    cell: ({ uuid }) => <CopyId value={uuid} what="disk uuid" />,
    value: ({ uuid }) => uuid,
  },
  {
    key: 'model',
    header: 'Model',
    cell: ({ disk }) => [disk?.vendor, disk?.model].filter(Boolean).join(' ') || <Nothing />,
    value: ({ disk }) => disk?.model,
  },
  {
    key: 'size',
    header: 'Size',
    cell: ({ disk }) => <Bytes value={disk?.size} />,
    value: ({ disk }) => disk?.size,
    align: 'end',
  },
]

interface Props {
  readonly pool: Pool
  readonly disks: {
    readonly data: { readonly disks: readonly Disk[] } | undefined
    readonly error: Error | null
    readonly refetch: () => unknown
  }
  readonly actions: Readonly<Record<PoolAction, Action>>
}

/** The disks of a pool: as a picture, and each by name. */
export function DisksTab({ pool, disks: { data, error, refetch }, actions }: Props) {
  const members = poolDisks(pool, data?.disks ?? [])
  return (
    <div className="vs-stack">
      {!data && error && (
        <ErrorAlert error={error} title="The disks cannot be read; what the pool itself says is shown" />
      )}
      <GroupPicture groups={blockGroups(members)} />
      <QueryTable
        name="pool-disks"
        label="Disks"
        query={{ data: data || error ? members : undefined, error: null, refetch }}
        columns={columns}
        rowKey={({ uuid }) => uuid}
        rowName={({ disk, uuid }) => disk?.name ?? uuid}
        toolbar={<ActionButton action={actions.expand} />}
        states={{ label: 'Used as', of: usedAs }}
        empty={<EmptyState titleText="The appliance names no disks of this pool" headingLevel="h2" variant="sm" />}
      />
    </div>
  )
}
