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
import { words as disksWords } from './disks-words.ts'
import { GroupPicture } from './LayoutPicture.tsx'
import type { PoolAction } from './pool-actions.ts'
import { blockGroups, poolDisks, type PoolDisk } from './pool-groups.ts'
import { words } from './page-words.tsx'

const { disks: tab } = words
const { picture } = disksWords

const usedAs = ({ kind }: PoolDisk) => picture.kinds[kind === 'parity' ? 'data' : kind]

const columns: readonly Column<PoolDisk>[] = [
  {
    key: 'name',
    header: tab.device,
    cell: ({ disk }) => (disk ? <code className="vs-code">{disk.name}</code> : <Nothing why={tab.goneDevice} />),
    value: ({ disk }) => disk?.name,
  },
  { key: 'group', header: tab.group, cell: ({ group }) => group, value: ({ group }) => group },
  {
    key: 'used_as',
    header: tab.usedAs,
    cell: (member) =>
      member.kind === 'failed' ? (
        <StateLabel meaning="danger">{usedAs(member)}</StateLabel>
      ) : (
        <span>{usedAs(member)}</span>
      ),
    value: usedAs,
  },
  {
    key: 'uuid',
    header: tab.disk,
    cell: ({ uuid }) => <CopyId value={uuid} what="disk uuid" />,
    value: ({ uuid }) => uuid,
  },
  {
    key: 'model',
    header: tab.model,
    cell: ({ disk }) => [disk?.vendor, disk?.model].filter(Boolean).join(' ') || <Nothing />,
    value: ({ disk }) => disk?.model,
  },
  {
    key: 'size',
    header: tab.size,
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
      {!data && error && <ErrorAlert error={error} title={tab.unread} />}
      <GroupPicture groups={blockGroups(members)} />
      <QueryTable
        name="pool-disks"
        label={tab.title}
        query={{ data: data || error ? members : undefined, error: null, refetch }}
        columns={columns}
        rowKey={({ uuid }) => uuid}
        rowName={({ disk, uuid }) => disk?.name ?? uuid}
        toolbar={<ActionButton action={actions.expand} />}
        states={{ label: tab.usedAs, of: usedAs }}
        empty={<EmptyState titleText={tab.empty} headingLevel="h2" variant="sm" />}
      />
    </div>
  )
}
