import { useConsoleOperation } from '../../api/operations.ts'
import { useRefusal } from '../../api/person.ts'
import { planQuery } from '../../api/plans.ts'
import { queryClient } from '../../api/queries.ts'
import { ActionButton, PageActions, type Action } from '../../components/actions.tsx'
import { ErrorAlert } from '../../components/ErrorAlert.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { PlanState, shownState } from '../../components/PlanState.tsx'
import { dismissToasts } from '../../components/toasts.tsx'
import { useDialog } from '../../components/use-dialog.ts'
import { paths } from '../../paths.ts'
import { setApart } from '../../ui/isolated.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense, useRef, useState } from 'react'
import { useParams } from 'react-router'
import { actionsOf, isButton, type TaskAction } from './task-actions.ts'
import { TaskFacts } from './TaskFacts.tsx'
import { TaskNotice } from './TaskNotice.tsx'
import { TaskSteps } from './TaskSteps.tsx'
import { useFocusAfter } from './use-focus-after.ts'
import { words } from './words.tsx'

const StepDialog = lazy(() => import('./StepDialog.tsx').then((module) => ({ default: module.StepDialog })))
const ScriptDialog = lazy(() => import('./ScriptDialog.tsx').then((module) => ({ default: module.ScriptDialog })))
const UndoDialog = lazy(() => import('./UndoDialog.tsx').then((module) => ({ default: module.UndoDialog })))
const RunAgainDialog = lazy(() => import('./RunAgainDialog.tsx').then((module) => ({ default: module.RunAgainDialog })))

/** One plan: each step, its call, its answer; live while it runs. */
export default function TaskPage() {
  const { id = '' } = useParams()
  const { data: plan } = useSuspenseQuery(planQuery(id))
  const act = useConsoleOperation('planAct')
  const refusal = useRefusal()
  const dialog = useDialog()
  const acting = act.isPending ? act.variables.body.action : undefined
  const stateRef = useRef<HTMLSpanElement>(null)
  const [hasActed, setActed] = useState(false)
  useFocusAfter(stateRef, hasActed, [plan.state, acting, dialog.name])
  const run = (action: TaskAction) => {
    if (action === 'undo' || action === 'again') return dialog.open(action)
    dismissToasts(paths.task(id))
    setActed(true)
    act.mutate(
      { params: { id }, body: { action } },
      // It had moved on before it was told to: what it is now is shown.
      { onError: () => void queryClient.invalidateQueries({ queryKey: planQuery(id).queryKey }) },
    )
  }
  const actions = actionsOf(plan, { refusal: refusal('planAct'), acting, run })
  const offered = actions.filter(({ isOffered }) => isOffered)
  const asks = (action: TaskAction) => dialog.name === action && offered.some((each) => each.action === action)
  const more: Action[] = [
    { label: words.actions.copyScript, onSelect: () => dialog.open('script') },
    { label: words.actions.copyJson, onSelect: () => dialog.open('json') },
  ]
  const step = dialog.name === 'step' ? plan.steps.find(({ n }) => String(n) === dialog.on) : undefined
  // One that ended before it could be cancelled has nothing left that somebody would have to do.
  const isTooLate = act.error?.type === 'PlanStateError' && act.variables?.body.action === 'cancel'
  return (
    <>
      <PageHeader
        title={setApart(plan.title)}
        trail={[{ text: words.tasks, to: paths.tasks() }]}
        aside={
          <span ref={stateRef} tabIndex={-1}>
            <PlanState state={shownState(plan)} />
          </span>
        }
        actions={
          <>
            {offered.filter(isButton).map((action) => (
              <ActionButton key={action.label} action={action} />
            ))}
            <PageActions name={plan.title} actions={[...actions, ...more]} />
          </>
        }
      />
      <div className="vs-stack">
        <ErrorAlert error={isTooLate ? null : act.error} />
        <TaskNotice plan={plan} />
        <TaskFacts plan={plan} />
        <TaskSteps plan={plan} onOpen={(n) => dialog.open('step', String(n))} />
      </div>
      <Suspense>
        {step && <StepDialog plan={plan} step={step} onClose={dialog.close} />}
        {(dialog.name === 'script' || dialog.name === 'json') && (
          <ScriptDialog plan={plan} form={dialog.name} onClose={dialog.close} />
        )}
        {asks('undo') && (
          <UndoDialog
            plan={plan}
            onClose={() => {
              setActed(true)
              dialog.close()
            }}
          />
        )}
        {asks('again') && <RunAgainDialog plan={plan} onClose={dialog.close} />}
      </Suspense>
    </>
  )
}
