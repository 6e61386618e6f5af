import type { Session } from '@vsnap/vsnap-api/session.ts'
import { lazy, Suspense } from 'react'
import type { RelationDialog as Name } from './relation-actions.ts'
import type { Relation } from './relations.ts'

const RelationDialogs = lazy(() =>
  import('./RelationDialogs.tsx').then((module) => ({ default: module.RelationDialogs })),
)

const names: readonly string[] = ['start', 'cancel', 'target', 'delete'] satisfies Name[]
const isOne = (name: string | undefined): name is Name => name !== undefined && names.includes(name)

/** The dialog of a relationship that the URL names, if it names one; its code comes when it is opened. */
export function RelationDialog({
  name,
  relation,
  ...ends
}: {
  readonly name: string | undefined
  readonly relation: Relation | undefined
  /** The session that is meant; absent: the one that runs. */
  readonly session?: Session | undefined
  readonly onClose: () => void
  /** Where to go when the relationship is deleted; absent: the dialog closes. */
  readonly onDeleted?: () => unknown
}) {
  return <Suspense>{isOne(name) && relation && <RelationDialogs {...ends} name={name} relation={relation} />}</Suspense>
}
