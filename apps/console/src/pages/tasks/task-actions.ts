import { isGoing } from '../../api/plans.ts'
import type { Action } from '../../components/actions.tsx'
import { isLeftForGood } from '../../components/PlanState.tsx'
import { mayRunAgain, undoable } from '@vsnap/console-api/plan.rules.ts'
import type { Plan, PlanAction, PlanState } from '@vsnap/console-api/plan.ts'
import type { Endpoint } from '@vsnap/contract/endpoint.ts'
import { vsnapApi } from '@vsnap/vsnap-api/api.ts'
import { words } from './words.tsx'

const { actions } = words

/** What a person can do with a plan: `again` makes a new one. */
export type TaskAction = PlanAction | 'again'

/** Why something cannot be done with a plan as it stands; undefined: it can. */
export function refusalsOf(plan: Plan): Readonly<Record<TaskAction, string | undefined>> {
  const { refused } = actions
  const has = (...states: PlanState[]) => plan.steps.some(({ state }) => states.includes(state))
  const going = isGoing(plan.state)
  if (plan.undoing) {
    const taken = going ? refused.undoing : refused.undone
    return {
      retry: taken,
      skip: taken,
      undo: going ? refused.undoing : plan.state === 'undone' ? refused.nothingToUndo : undefined,
      cancel: going ? refused.undoing : refused.ended,
      again: going ? refused.undoing : again(plan),
    }
  }
  const running = going ? refused.running : undefined
  const wrong = has('failed', 'unknown')
  const open = wrong || plan.steps.some(({ state, error }) => state === 'cancelled' && !isLeftForGood(error))
  return {
    retry: running ?? (open ? undefined : refused.nothingLeft),
    skip: running ?? (wrong ? undefined : refused.nothingFailed),
    undo: running ?? (undoable(plan).length > 0 ? undefined : refused.nothingToUndo),
    cancel: going ? (isCancelled(plan) ? refused.cancelled : undefined) : refused.ended,
    again: running ?? again(plan),
  }
}

/** It was cancelled already, and only waits for the answer to what had been sent. */
const isCancelled = ({ steps }: Plan) =>
  !steps.some(({ state }) => state === 'queued' || state === 'waiting') &&
  steps.some(({ error }) => error?.type === 'Cancelled')

const again = (plan: Plan) => (mayRunAgain(plan) ? undefined : actions.refused.secret)

interface Context {
  /** Why this person may do nothing with it. */
  readonly refusal: string | undefined
  /** What is being carried out now. */
  readonly acting: TaskAction | undefined
  readonly run: (action: TaskAction) => void
}

export interface TaskButton extends Action {
  readonly action: TaskAction
  /** It can be done, though perhaps not before the last action is carried out. */
  readonly isOffered: boolean
}

/** A button of its own, when it is offered: what goes on with a plan comes before making it anew. */
export const isButton = ({ action }: TaskButton, _: number, offered: readonly TaskButton[]): boolean =>
  action !== 'again' || !offered.some(({ action: other }) => other === 'retry')

const all = ['retry', 'skip', 'undo', 'cancel', 'again'] as const satisfies TaskAction[]

/** What can be done with a plan as it stands; what cannot says why. */
export function actionsOf(plan: Plan, { refusal, acting, run }: Context): TaskButton[] {
  const why = refusalsOf(plan)
  return all.map((action) => ({
    action,
    label: actions[action],
    onSelect: () => run(action),
    refusal: refusal ?? why[action] ?? (acting && actions.refused.acting),
    isOffered: refusal === undefined && why[action] === undefined,
    isBusy: acting === action,
    danger: action === 'undo',
  }))
}

const table: Readonly<Record<string, Endpoint>> = vsnapApi

/** Whether an operation of the vSnap API destroys something: never without a word that is typed. */
export const destroys = (operation: string | null): boolean =>
  operation !== null && table[operation]?.destructive === true
