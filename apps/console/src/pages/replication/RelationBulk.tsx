import { useRefusal } from '../../api/person.ts'
import { BulkBar } from '../../components/bulk/BulkBar.tsx'
import { startRefusal } from '../../components/replication/relation-actions.ts'
import type { Relation } from '../../components/replication/relations.ts'
import type { BulkProps } from '../../components/table/selection.ts'
import { lazy } from 'react'
import { words } from './words.tsx'

const StartSessions = lazy(() => import('./sessions-start.tsx').then((module) => ({ default: module.StartSessions })))

/** What can be done with many relationships. */
export default function RelationBulk(props: BulkProps<Relation>) {
  const refusal = useRefusal()
  return (
    <BulkBar
      {...props}
      what="relationships"
      nameOf={({ id, primary }) => words.relationships.nameOn(primary.volumeName ?? id, primary.appliance?.name)}
      actions={[
        {
          label: words.actions.startMany,
          dialog: StartSessions,
          refusal: refusal('sessionStart'),
          without: startRefusal,
        },
      ]}
    />
  )
}
