import { vsnap } from '../../api/queries.ts'
import type { useDialog } from '../../components/use-dialog.ts'
import { useQuery } from '@tanstack/react-query'
import { DeletePool } from './pool-delete.tsx'
import { AddDisks, RemoveDisks } from './pool-extras.tsx'
import { PoolOptions } from './pool-options.tsx'
import { RenamePool } from './pool-rename.tsx'
import { SnapshotPool } from './pools-snapshot.tsx'

/** The dialog that the URL names, for one pool. */
export default function PoolDialogs({
  applianceId,
  poolId,
  dialog,
}: {
  applianceId: string
  poolId: string
  dialog: ReturnType<typeof useDialog>
}) {
  const { data: pool } = useQuery(vsnap(applianceId, 'poolView', { params: { id: poolId } }))
  if (!pool) return null
  const props = { applianceId, pool, onClose: dialog.close }
  switch (dialog.name) {
    case 'rename':
      return <RenamePool {...props} />
    case 'options':
      return <PoolOptions {...props} />
    case 'add-log':
      return <AddDisks {...props} use="log" />
    case 'add-cache':
      return <AddDisks {...props} use="cache" />
    case 'add-spare':
      return <AddDisks {...props} use="spare" />
    case 'remove-log':
      return <RemoveDisks {...props} use="log" />
    case 'remove-cache':
      return <RemoveDisks {...props} use="cache" />
    case 'remove-spare':
      return <RemoveDisks {...props} use="spare" />
    case 'snapshot-volumes':
      return <SnapshotPool {...props} />
    case 'delete':
      return <DeletePool {...props} />
    default:
      return null
  }
}
