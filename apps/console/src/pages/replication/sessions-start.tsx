import { plannedCall } from '../../api/plans.ts'
import type { BulkDialogProps } from '../../components/bulk/BulkBar.tsx'
import { BulkDialog } from '../../components/bulk/BulkDialog.tsx'
import type { Relation } from '../../components/replication/relations.ts'
import { words } from './words.tsx'

const { startMany } = words

/** A session for each of many relationships, of a snapshot that is made for it. */
export function StartSessions({ rows, left, onClose }: BulkDialogProps<Relation>) {
  const calls = rows.flatMap(({ id, from }) =>
    from ? [plannedCall(from, 'sessionStart', { params: { id }, body: {} })] : [],
  )
  return (
    <BulkDialog
      title={startMany.title(calls.length)}
      submit={startMany.submit(calls.length)}
      task={startMany.task(calls.length)}
      calls={calls}
      left={left}
      note={startMany.note}
      onClose={onClose}
    />
  )
}
