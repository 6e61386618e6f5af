import { useOperation } from '../../api/operations.ts'
import { ConfirmDelete } from '../../components/ConfirmDelete.tsx'
import { toast } from '../../components/toasts.tsx'
import { paths } from '../../paths.ts'
import { useNavigate } from 'react-router'
import { usePoolContents } from './pool-contents.ts'
import type { PoolDialogProps } from './pool-rename.tsx'
import { words } from './dialog-words.tsx'

const { deleteOne } = words

/** Deletes a pool with everything in it. */
export function DeletePool({ applianceId, pool, onClose }: PoolDialogProps) {
  const remove = useOperation(applianceId, 'poolDelete')
  const { lines, error } = usePoolContents(applianceId, pool.id)
  const navigate = useNavigate()
  return (
    <ConfirmDelete
      what="pool"
      name={pool.name}
      consequences={lines}
      note={lines?.length === 0 ? deleteOne.noteOfEmpty : deleteOne.note}
      isBusy={remove.isPending}
      error={remove.error ?? error}
      onClose={onClose}
      onConfirm={async () => {
        await remove.mutateAsync({ params: { id: pool.id } })
        toast({ title: deleteOne.done(pool.name) })
        await navigate(paths.pools(), { replace: true })
      }}
    />
  )
}
