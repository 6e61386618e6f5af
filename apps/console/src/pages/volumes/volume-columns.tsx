import type { FleetRow } from '../../api/fleet.ts'
import { PageLink } from '../../components/PageLink.tsx'
import { applianceColumn } from '../../components/table/FleetTable.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { paths } from '../../paths.ts'
import { Bytes } from '../../ui/Bytes.tsx'
import { CopyId } from '../../ui/CopyId.tsx'
import { Nothing } from '../../ui/Nothing.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { UsageBar } from '../../ui/UsageBar.tsx'
import { CloneOrigin } from './CloneOrigin.tsx'
import { words } from './words.ts'

const { list } = words

export type VolumeRow = FleetRow<'volume'>

/** The kind of a volume, which the list's filter goes by: the API's word, or the one by which the console's server counts the rest. */
export const kindOf = ({ volume_type: kind }: Pick<VolumeRow, 'volume_type'>) => kind ?? 'unknown'

/** The kind of a volume as people read it. */
export const kindText = ({ volume_type: kind }: Pick<VolumeRow, 'volume_type'>) => kind ?? list.unknownKind

/** The columns of the volumes' list; `poolName` knows the names of pools, which the list of volumes lacks. */
export function volumeColumns(poolName: (row: VolumeRow) => string | undefined): readonly Column<VolumeRow>[] {
  return [
    {
      key: 'name',
      header: list.name,
      cell: ({ appliance, id, name }) => (
        <PageLink to={paths.volume(appliance.id, id)} className="vs-name">
          {name}
        </PageLink>
      ),
      value: ({ name }) => name,
    },
    applianceColumn(),
    { key: 'volume_type', header: list.kind, cell: kindText, value: kindText },
    {
      key: 'pool_id',
      header: list.pool,
      cell: (row) =>
        row.pool_id == null ? (
          <Nothing />
        ) : (
          <PageLink to={paths.pool(row.appliance.id, row.pool_id)} className="vs-name">
            {poolName(row) ?? row.pool_id}
          </PageLink>
        ),
      value: poolName,
    },
    {
      key: 'size_used',
      header: list.used,
      cell: (row) =>
        row.volume_type === 'filebackedlun' ? (
          <Nothing why={list.asItsFile} />
        ) : (
          <UsageBar used={row.size_used} of={row.size_total} />
        ),
      value: (row) => row.size_used,
      inFile: [
        { key: 'size_used', header: list.used, value: (row) => row.size_used },
        { key: 'size_total', header: list.sizeOrLimit, value: (row) => row.size_total },
      ],
    },
    {
      key: 'is_clone',
      header: list.cloneOf,
      cell: (row) =>
        row.is_clone ? (
          <CloneOrigin applianceId={row.appliance.id} volumeId={row.id} />
        ) : (
          <Nothing why={list.noClone} />
        ),
      value: (row) => row.is_clone,
      // Only a clone's details say of what, and the file does not wait for those of each.
      inFile: [{ key: 'is_clone', header: list.clone, value: (row) => row.is_clone }],
    },
    {
      key: 'time_created',
      header: list.created,
      cell: (row) => <RelativeTime value={row.time_created} />,
      value: (row) => row.time_created,
    },
    {
      key: 'size_free',
      header: list.free,
      cell: (row) => <Bytes value={row.size_free} />,
      value: (row) => row.size_free,
      align: 'end',
      optional: true,
    },
    {
      key: 'time_updated',
      header: list.changed,
      cell: (row) => <RelativeTime value={row.time_updated} />,
      value: (row) => row.time_updated,
      optional: true,
    },
    {
      key: 'id',
      header: list.id,
      cell: ({ id }) => <CopyId value={id} what="volume id" />,
      value: ({ id }) => id,
      optional: true,
    },
  ]
}
