import { useConsoleOperation } from '../../api/operations.ts'
import { ConfirmField, isConfirmed } from '../../components/form/ConfirmField.tsx'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { dismissToasts } from '../../components/toasts.tsx'
import { paths } from '../../paths.ts'
import { undoable } from '@vsnap/console-api/plan.rules.ts'
import type { Plan, PlanStep } from '@vsnap/console-api/plan.ts'
import { List, ListItem } from '@patternfly/react-core'
import { useState } from 'react'
import { nameIn } from './TaskSteps.tsx'
import { destroys } from './task-actions.ts'
import { words } from './words.tsx'

type Line = keyof typeof words.undo.lines
const phrases: Readonly<Partial<Record<string, (count: number) => string>>> = words.undo.phrases

/** What undo deletes for a step, as it is said: a replica that had been there before is kept. */
function lineOf({ undo, body }: PlanStep): Line | undefined {
  const isReused = (body as { reuse?: unknown } | null)?.reuse === true
  const line = undo === 'relationshipDelete' && isReused ? 'relationshipOnly' : undo
  return line !== null && line in words.undo.lines ? (line as Line) : undefined
}

/** What has to be typed: the name of the only thing that is destroyed, else how many of them. */
function phraseOf(destroyed: readonly PlanStep[]): string | undefined {
  const [first] = destroyed
  if (!first) return undefined
  const name = nameIn(first.answer) ?? nameIn(first.body)
  if (destroyed.length === 1 && name !== undefined) return name
  const isOneKind = destroyed.every(({ undo }) => undo === first.undo)
  return ((isOneKind && phrases[first.undo ?? '']) || words.undo.phrase)(destroyed.length)
}

/** Asks before what a plan made is deleted: counts it by kind and appliance, from the plan's own steps. */
export function UndoDialog({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const act = useConsoleOperation('planAct')
  const [typed, setTyped] = useState('')
  const steps = undoable(plan)
  const groups = Map.groupBy(steps, (step) => `${lineOf(step)} ${step.appliance.id}`)
  const mayStay = steps.some(({ undo }) => undo === 'volumeDelete' || undo === 'poolDelete')
  const others = plan.steps.filter(({ state, undo }) => state === 'succeeded' && undo === null).length
  const phrase = phraseOf(steps.filter(({ undo }) => destroys(undo)))
  const isSure = phrase === undefined || isConfirmed(typed, phrase)
  const undo = async () => {
    if (!isSure) return
    dismissToasts(paths.task(plan.id))
    await act.mutateAsync({ params: { id: plan.id }, body: { action: 'undo' } })
    onClose()
  }
  return (
    <DialogForm
      title={words.undo.title}
      submit={words.undo.submit}
      isDanger
      isBusy={act.isPending}
      isDisabled={!isSure}
      error={act.error}
      onClose={onClose}
      onSubmit={() => undo().catch(() => undefined)}
    >
      <div>
        <p>{words.undo.goes}</p>
        <List>
          {[...groups].map(([key, [first, ...more]]) => {
            const line = first && lineOf(first)
            return (
              line && (
                <ListItem key={key} className="vs-break">
                  {words.undo.lines[line](1 + more.length, first.appliance.name)}
                </ListItem>
              )
            )
          })}
        </List>
      </div>
      {mayStay && <p>{words.undo.stays}</p>}
      {others > 0 && <p>{words.undo.noWayBack(others)}</p>}
      {phrase !== undefined && (
        <ConfirmField label={words.undo.typeThis} phrase={phrase} value={typed} onChange={setTyped} />
      )}
    </DialogForm>
  )
}
