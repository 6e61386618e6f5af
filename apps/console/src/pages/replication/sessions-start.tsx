import { plannedCall } from '../../api/plans.ts'
import type { BulkDialogProps } from '../../components/bulk/BulkBar.tsx'
import { BulkDialog } from '../../components/bulk/BulkDialog.tsx'
import type { Relation } from '../../components/replication/relations.ts'

/** A session for each of many relationships, of a snapshot that is made for it. */
export function StartSessions({ rows, left, onClose }: BulkDialogProps<Relation>) {
  const calls = rows.flatMap(({ id, from }) =>
    from ? [plannedCall(from, 'sessionStart', { params: { id }, body: {} })] : [],
  )
  const count = `${calls.length.toLocaleString('en')} ${calls.length === 1 ? 'session' : 'sessions'}`
  return (
    <BulkDialog
      title={`Start ${count}?`}
      submit={`Start ${count}`}
      task={`Start ${count}`}
      calls={calls}
      left={left}
      note="Each sends a new snapshot of its volume. On one appliance they follow each other; appliances work side by side."
      onClose={onClose}
    />
  )
}
