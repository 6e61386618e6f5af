import type { ConsoleOperation } from '@vsnap/console-api/api.ts'
import type { VsnapOperation } from '@vsnap/vsnap-api/api.ts'
import type { Action } from '../actions.tsx'
import type { Relation } from './relations.ts'
import { words } from './words.tsx'

const { actions, refusals } = words

/** The dialogs of a relationship, by their name in the URL. */
export type RelationDialog = 'start' | 'cancel' | 'target' | 'delete'

interface Context {
  readonly refusal: (operation: VsnapOperation | ConsoleOperation) => string | undefined
  readonly open: (dialog: RelationDialog) => void
}

const awayOf = ({ from, silent }: Relation) =>
  from === undefined || silent === 'primary' || silent === 'both' ? refusals.away : undefined

/** Why no session of a relationship can be started now, whoever asks. */
export const startRefusal = (relation: Relation): string | undefined =>
  awayOf(relation) ?? (relation.running ? refusals.runs : undefined)

export const startAction = (relation: Relation, { refusal, open }: Context): Action => ({
  label: actions.start,
  onSelect: () => open('start'),
  refusal: refusal('sessionStart') ?? startRefusal(relation),
})

/**
 * The appliance (id) that is asked to delete a relationship: the primary's; the replica's when the primary's does not answer, or
 * has forgotten it. Undefined when neither can be asked.
 */
export const deletedAt = ({ from, replica, silent }: Relation): string | undefined =>
  silent === 'both' ? undefined : silent === 'primary' ? replica.appliance?.id : from?.id

/** What can be done with a relationship; the same in the list and on its page. */
export function relationActions(relation: Relation, context: Context): Action[] {
  const { refusal, open } = context
  const away = awayOf(relation)
  return [
    startAction(relation, context),
    {
      label: actions.cancel,
      onSelect: () => open('cancel'),
      refusal: refusal('sessionCancel') ?? away ?? (relation.running ? undefined : refusals.noneRuns),
    },
    { label: actions.setTarget, onSelect: () => open('target'), refusal: refusal('lagTargetSet') },
    {
      label: actions.delete,
      onSelect: () => open('delete'),
      refusal: refusal('relationshipDelete') ?? (deletedAt(relation) === undefined ? refusals.bothAway : undefined),
      danger: true,
    },
  ]
}
