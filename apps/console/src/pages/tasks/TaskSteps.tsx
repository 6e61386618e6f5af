import { resourceAnswered } from '../../api/operations.ts'
import { isGoing } from '../../api/plans.ts'
import { PageLink } from '../../components/PageLink.tsx'
import { PlanState, shownStepState, type ShownState } from '../../components/PlanState.tsx'
import { TableGrid } from '../../components/table/TableGrid.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { objectPages, paths } from '../../paths.ts'
import { plain } from '../../ui/isolated.ts'
import { Nothing } from '../../ui/Nothing.tsx'
import { figure } from '../../ui/plural.ts'
import { StepProgress } from './StepProgress.tsx'
import { fleetResources } from '@vsnap/console-api/fleet.ts'
import type { Plan, PlanStep } from '@vsnap/console-api/plan.ts'
import { vsnapApi } from '@vsnap/vsnap-api/api.ts'
import { ExpandableSection } from '@patternfly/react-core'
import { useState } from 'react'
import { durationText } from '../../ui/duration.ts'
import { words } from './words.tsx'

/** More steps than this are shown by appliance and operation. */
const readable = 25

const columnsOf = (plan: Plan): readonly Column<PlanStep>[] => [
  { key: 'n', header: words.steps.step, cell: ({ n }) => figure(n + 1) },
  { key: 'title', header: words.steps.what, cell: ({ title }) => <span className="vs-keep">{title}</span> },
  {
    key: 'appliance',
    header: words.steps.appliance,
    cell: ({ appliance }) => (
      <PageLink to={paths.appliance(appliance.id)} className="vs-name vs-keep">
        {appliance.name}
      </PageLink>
    ),
  },
  { key: 'state', header: words.steps.state, cell: (step) => <PlanState state={shownStepState(step, plan)} /> },
  { key: 'about', header: words.steps.about, cell: about },
  {
    key: 'time',
    header: words.steps.took,
    cell: ({ time_started: started, time_ended: ended }) =>
      started === null ? <Nothing why={words.steps.notBegun} /> : ended === null ? '…' : durationText(started, ended),
  },
]

/** A step that somebody has to look at. */
const wentWrong = (step: PlanStep, plan: Plan) =>
  ['failed', 'unknown', 'notUndone'].includes(shownStepState(step, plan))

/** The steps that are being done, or, of a plan that is taken back, the one that is being undone. */
function movingOf({ steps, undoing, state: planState }: Plan): PlanStep[] {
  if (!undoing) return steps.filter(({ state }) => state === 'running' || state === 'waiting')
  const next = steps.findLast(({ state, error }) => state === 'succeeded' && !error)
  return next && isGoing(planState) ? [next] : []
}

/** Steps that are told one by one while they run: each appliance has its own. */
const atATime = 5

/** What is being done at this moment, on each appliance. */
export function NowSteps({ plan }: { plan: Plan }) {
  const now = movingOf(plan)
  if (now.length === 0) return <Nothing why={words.now.betweenSteps} />
  const more = now.length - atATime
  return (
    <>
      {now.slice(0, atATime).map(({ n, title, appliance, about: named, answer, body }) => {
        const name = nameIn(answer) ?? nameIn(body) ?? named ?? undefined
        const on = <bdi>{appliance.name}</bdi>
        return (
          <div key={n}>
            {name === undefined ? words.now.step(title, on) : words.now.stepFor(title, on, <bdi>{name}</bdi>)}
          </div>
        )
      })}
      {more > 0 && <div className="vs-subtle">{words.now.more(more)}</div>}
    </>
  )
}

/** What objects are called in answers and bodies; a relationship by its volume, a session by what it sends. */
const names = ['name', 'local_vol_name', 'local_snap_name', 'remote_vol_name']

export function nameIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  return names.map((key) => (value as Record<string, unknown>)[key]).find((name) => typeof name === 'string')
}

const hasParams = (params: unknown) => Object.keys((params ?? {}) as object).length > 0

/** The page of what a step made or changed. Undefined: it did not, or what it answered is no object. */
function pageOf({ operation, appliance, state, answer }: PlanStep): string | undefined {
  const resource = fleetResources.find((one) => one === resourceAnswered(vsnapApi, operation))
  const id = typeof answer === 'object' && answer !== null && 'id' in answer ? answer.id : undefined
  if (state !== 'succeeded' || resource === undefined || typeof id !== 'string') return undefined
  return objectPages[resource](appliance.id, id)
}

/**
 * What a step made or is about, or why it did not: the name in the answer or the body, what the plan's maker called it,
 * the path of what it is done with, and the error's words.
 */
function about(step: PlanStep): React.ReactNode {
  const { error, answer, params, body, call, found, about: named } = step
  const name = nameIn(answer) ?? nameIn(body) ?? named ?? undefined
  const to = pageOf(step)
  const linked = to === undefined ? name : <PageLink to={to}>{name}</PageLink>
  const shown = name === undefined ? <Nothing why={words.steps.nothingToSay} /> : linked
  return (
    <>
      {(name !== undefined || !error) && <span className="vs-name">{found ? words.steps.found(shown) : shown}</span>}
      {named !== null && named !== name && <div className="vs-name vs-subtle">{named}</div>}
      {call && hasParams(params) && (
        <div>
          <code className="vs-code vs-subtle vs-break">{call.path}</code>
        </div>
      )}
      {error && <div className="vs-break">{error.message}</div>}
    </>
  )
}

/** The steps of a plan: one by one, or, when they are many, by appliance and operation. */
export function TaskSteps({ plan, onOpen }: { plan: Plan; onOpen: (n: number) => void }) {
  if (plan.steps.length <= readable)
    return <Steps plan={plan} label={words.steps.steps} steps={plan.steps} onOpen={onOpen} />
  const groups = Map.groupBy(plan.steps, ({ appliance, title }) => words.steps.titleOn(title, appliance.name))
  return (
    <>
      {[...groups].map(([title, steps]) => (
        <Group key={title} plan={plan} title={title} steps={steps} onOpen={onOpen} />
      ))}
    </>
  )
}

interface GroupProps {
  readonly plan: Plan
  readonly title: string
  readonly steps: readonly PlanStep[]
  readonly onOpen: (n: number) => void
}

function Group({ plan, title, steps, onOpen }: GroupProps) {
  const isWrong = steps.some((step) => wentWrong(step, plan))
  const [open, setOpen] = useState<boolean>()
  const counts: Partial<Plan['counts']> = {}
  for (const { state } of steps) counts[state] = (counts[state] ?? 0) + 1
  const shown = Map.groupBy(steps, (step) => shownStepState(step, plan))
  return (
    <ExpandableSection
      // What went wrong is in view without a click, and comes first.
      isExpanded={open ?? isWrong}
      onToggle={(_, expanded) => setOpen(expanded)}
      toggleContent={
        <span className="vs-heading">
          <strong>{title}</strong>
          <StepProgress plan={{ counts, undoing: plan.undoing }} />
          {[...shown].map(
            ([state, own]: [ShownState, PlanStep[]]) =>
              state !== 'succeeded' && (
                <span key={state} className="vs-state">
                  <PlanState state={state} /> {figure(own.length)}
                </span>
              ),
          )}
        </span>
      }
    >
      {(open ?? isWrong) && (
        <Steps
          plan={plan}
          label={plain(title)}
          steps={steps.toSorted((a, b) => Number(wentWrong(b, plan)) - Number(wentWrong(a, plan)))}
          onOpen={onOpen}
        />
      )}
    </ExpandableSection>
  )
}

function Steps({ plan, label, steps, onOpen }: Omit<GroupProps, 'title'> & { readonly label: string }) {
  return (
    <div className="vs-table">
      <TableGrid
        label={label}
        rows={steps}
        columns={columnsOf(plan)}
        rowKey={({ n }) => String(n)}
        rowName={({ n, title }) => words.steps.heard.step(n + 1, title)}
        useActions={({ n }) => [{ label: words.steps.callAndAnswer, onSelect: () => onOpen(n) }]}
        compact
        sort={undefined}
        onSort={() => undefined}
      />
    </div>
  )
}
