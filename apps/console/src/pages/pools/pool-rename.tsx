import { useOperation } from '../../api/operations.ts'
import { vsnap } from '../../api/queries.ts'
import { RenameForm } from '../../components/form/RenameForm.tsx'
import { poolCan } from '@vsnap/vsnap-api/pool.rules.ts'
import type { Pool } from '@vsnap/vsnap-api/pool.ts'
import { useQuery } from '@tanstack/react-query'

export interface PoolDialogProps {
  readonly applianceId: string
  readonly pool: Pool
  readonly onClose: () => void
}

/** Another name for a pool (guide §7.4.1). */
export function RenamePool({ applianceId, pool, onClose }: PoolDialogProps) {
  const params = { id: pool.id }
  const update = useOperation(applianceId, 'poolUpdate')
  const { data: list } = useQuery(vsnap(applianceId, 'poolList'))
  return (
    <RenameForm
      what="pool"
      object={pool}
      view={vsnap(applianceId, 'poolView', { params })}
      check={(name) => poolCan.name(name, list?.pools ?? [], pool.id)}
      update={{ error: update.error, run: (name) => update.mutateAsync({ params, body: { name } }) }}
      onClose={onClose}
    />
  )
}
