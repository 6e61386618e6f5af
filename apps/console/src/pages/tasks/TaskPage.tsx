import { useConsoleOperation } from '../../api/operations.ts'
import { useRefusal } from '../../api/person.ts'
import { isGoing, planQuery } from '../../api/plans.ts'
import { ActionButton, PageActions, type Action } from '../../components/actions.tsx'
import { ErrorAlert } from '../../components/ErrorAlert.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { PlanState } from '../../components/PlanState.tsx'
import { useDialog } from '../../components/use-dialog.ts'
import { paths } from '../../paths.ts'
import { Facts } from '../../ui/Facts.tsx'
import { setApart } from '../../ui/isolated.ts'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import type { Plan, PlanAction } from '@vsnap/console-api/plan.ts'
import { Alert } from '@patternfly/react-core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useParams } from 'react-router'
import { actionsOf } from './task-actions.ts'
import { StepProgress } from './StepProgress.tsx'
import { NowSteps, TaskSteps } from './TaskSteps.tsx'
import { durationText } from '../../ui/duration.ts'
import { useNow } from '../../ui/use-now.ts'
import { words } from './words.tsx'

const StepDialog = lazy(() => import('./StepDialog.tsx').then((module) => ({ default: module.StepDialog })))
const ScriptDialog = lazy(() => import('./ScriptDialog.tsx').then((module) => ({ default: module.ScriptDialog })))

const explanations: Partial<Record<Plan['state'], string>> = words.page.explanations

/** How long it has been going on. */
function Running({ since }: { since: number }) {
  return <>{useNow((now) => words.page.runningFor(durationText(since, now)))}</>
}

/** One plan: each step, its call, its answer; live while it runs. */
export default function TaskPage() {
  const { id = '' } = useParams()
  const { data: plan } = useSuspenseQuery(planQuery(id))
  const act = useConsoleOperation('planAct')
  const refusal = useRefusal()
  const dialog = useDialog()
  const run = (action: PlanAction) => void act.mutateAsync({ params: { id }, body: { action } }).catch(() => undefined)
  const actions = actionsOf(plan, { refusal: refusal('planAct'), isBusy: act.isPending, run })
  const more: Action[] = [
    { label: words.actions.copyScript, onSelect: () => dialog.open('script') },
    { label: words.actions.copyJson, onSelect: () => dialog.open('json') },
  ]
  const step = dialog.name === 'step' ? plan.steps.find(({ n }) => String(n) === dialog.on) : undefined
  const explanation = explanations[plan.state]
  return (
    <>
      <PageHeader
        title={setApart(plan.title)}
        trail={[{ text: words.tasks, to: paths.tasks() }]}
        aside={<PlanState state={plan.state} />}
        actions={
          <>
            {actions
              .filter(({ refusal: why }) => why === undefined)
              .map((action) => (
                <ActionButton key={action.label} action={action} />
              ))}
            <PageActions name={plan.title} actions={[...actions, ...more]} />
          </>
        }
      />
      <div className="vs-stack">
        <ErrorAlert error={act.error} />
        {explanation && (
          <Alert
            variant={plan.state === 'failed' ? 'danger' : 'warning'}
            isInline
            title={plan.steps.find(({ state }) => state === plan.state)?.error?.message ?? words.page.stepFailed}
          >
            {explanation}
          </Alert>
        )}
        <Facts
          items={{
            [words.page.progress]: <StepProgress plan={plan} whole />,
            ...(isGoing(plan.state) && { [words.page.now]: <NowSteps plan={plan} /> }),
            [words.page.by]: plan.actor === plan.user ? plan.user : words.page.lastBy(plan.user, plan.actor),
            [words.page.begun]: <RelativeTime value={plan.time_created} />,
            ...(plan.time_ended === null
              ? { [words.page.running]: <Running since={plan.time_created} /> }
              : {
                  [words.page.ended]: words.page.endedAfter(
                    <RelativeTime value={plan.time_ended} />,
                    durationText(plan.time_created, plan.time_ended),
                  ),
                }),
          }}
        />
        <TaskSteps plan={plan} onOpen={(n) => dialog.open('step', String(n))} />
      </div>
      <Suspense>
        {step && <StepDialog step={step} onClose={dialog.close} />}
        {(dialog.name === 'script' || dialog.name === 'json') && (
          <ScriptDialog plan={plan} form={dialog.name} onClose={dialog.close} />
        )}
      </Suspense>
    </>
  )
}
