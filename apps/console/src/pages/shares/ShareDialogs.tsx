import { useOperation } from '../../api/operations.ts'
import { vsnap } from '../../api/queries.ts'
import { DeleteShare } from '../../components/dialogs/DeleteShare.tsx'
import { DialogFailed } from '../../components/form/DialogFailed.tsx'
import { EditShare } from '../../components/share/EditShare.tsx'
import type { useDialog } from '../../components/use-dialog.ts'
import { useQuery } from '@tanstack/react-query'
import { words } from './words.ts'

interface Props {
  readonly applianceId: string
  readonly shareId: string
  readonly dialog: ReturnType<typeof useDialog>
  /** Where it leads after the share is deleted, when the page goes with it. */
  readonly onDeleted?: () => unknown
}

/** The dialog that the URL names, for one share. */
export default function ShareDialogs({ applianceId, shareId, dialog, onDeleted = dialog.close }: Props) {
  const view = vsnap(applianceId, 'shareView', { params: { id: shareId } })
  const { data: share, error } = useQuery({ ...view, refetchOnMount: 'always' })
  const remove = useOperation(applianceId, 'shareDelete')
  if (!share) return error && <DialogFailed title={words.unchangeable} error={error} onClose={dialog.close} />
  if (dialog.name === 'edit') return <EditShare applianceId={applianceId} share={share} onClose={dialog.close} />
  if (dialog.name !== 'delete') return null
  return (
    <DeleteShare
      share={share}
      remove={{ ...remove, run: () => remove.mutateAsync({ params: { id: shareId } }) }}
      onClose={dialog.close}
      onDeleted={onDeleted}
    />
  )
}
