import { Button, Wizard, WizardFooterWrapper, WizardStep, useWizardContext } from '@patternfly/react-core'
import { useEffect, useId, useRef, useState } from 'react'
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form'
import { useNavigate, useSearchParams } from 'react-router'
import { ErrorAlert } from '../ErrorAlert.tsx'
import { placeError } from '../form/submit.ts'
import { LeaveGuard } from './LeaveGuard.tsx'
import { words } from './words.ts'

/** A step of a wizard: what it shows, and which fields Next checks. */
export interface Step<Values extends FieldValues> {
  /** In the URL: `?step=layout`. */
  readonly id: string
  readonly name: string
  readonly content: React.ReactNode
  /** Beside the content, where there is room: what comes of it. */
  readonly aside?: React.ReactNode
  /** Fields that Next checks. */
  readonly fields?: readonly FieldPath<Values>[]
  /** Asked by Next after the fields are valid, when the step has to ask the server; true leads on. It shows its own errors. */
  readonly proceed?: () => Promise<boolean>
  /** On the Next button instead of Next. */
  readonly next?: string
  /** There is nothing to choose here; it is left out. */
  readonly isHidden?: boolean
  /** What was done before this step cannot be taken back by going back. */
  readonly isNoReturn?: boolean
}

interface WizardPageProps<Values extends FieldValues> {
  readonly label: string
  readonly form: UseFormReturn<Values>
  readonly steps: readonly Step<Values>[]
  /** On the last step's button: `Create pool`. */
  readonly submit: string
  /** Makes the calls. What it throws stands at the field that it is about, where the server names one; else `error` shows it. */
  readonly onSubmit: (values: Values) => Promise<unknown>
  readonly error: unknown
  /** Where Cancel leads; `label` when there is nothing left to cancel. */
  readonly cancel: { readonly to: string; readonly label?: string }
  /** What leaving loses: `This pool is not created yet.` Null when nothing is lost (any more). */
  readonly leaving: string | null
}

/**
 * A wizard in the page: one form over all steps, the step in the URL, so the browser's Back goes a step back and loses
 * nothing. Next checks its own step; a step can be opened by its address only when those before it are in order.
 */
export function WizardPage<Values extends FieldValues>({
  label,
  form,
  steps,
  submit,
  onSubmit,
  error,
  cancel,
  leaving,
}: WizardPageProps<Values>) {
  const id = useId()
  const [search, setSearch] = useSearchParams()
  const navigate = useNavigate()
  const done = useRef(false)
  const [busy, setBusy] = useState(false)
  // An error that stands at its field: it is not said again on the last step. The field waits there for the focus.
  const [placed, setPlaced] = useState<unknown>()
  const focus = useRef<FieldPath<Values>>(undefined)
  const visible = steps.filter(({ isHidden }) => isHidden !== true)
  // How far the person came; a step further than that opens at the first one instead (after a reload nothing is filled in).
  const [reached, setReached] = useState(0)
  const wanted = visible.findIndex(({ id }) => id === search.get('step'))
  // Where a step lies that has no return, the ones before it are closed.
  const first = visible.findLastIndex(({ isNoReturn }, index) => isNoReturn === true && index <= reached)
  const active = Math.max(Math.min(Math.max(wanted, 0), reached), first)
  const step = visible[active]
  // The address says which step is seen, not which one was asked for: a copy of it would promise what nobody gets.
  const shown = step?.id
  useEffect(() => {
    if (wanted <= active || shown === undefined) return
    setSearch(
      (current) => {
        const next = new URLSearchParams(current)
        next.set('step', shown)
        return next
      },
      { replace: true, preventScrollReset: true },
    )
  }, [wanted, active, shown, setSearch])
  // Read while rendering: only so does the form keep it up to date.
  const { isDirty } = form.formState
  const isLast = active === visible.length - 1

  const show = (index: number) => {
    const target = visible[index]
    if (!target) return
    setReached(Math.max(reached, index))
    setSearch((current) => {
      const next = new URLSearchParams(current)
      next.set('step', target.id)
      return next
    })
  }
  const stepWith = (field: string) =>
    visible.findIndex(({ fields }) => fields?.some((own) => own.split('.')[0] === field))
  /** A refusal about a field of an earlier step: its words stand there, and the wizard goes there. */
  const refused = (error: unknown) => {
    done.current = false
    const field = placeError(form, error)
    const index = field === undefined ? -1 : stepWith(field)
    if (index < 0) return
    setPlaced(error)
    focus.current = field
    show(index)
  }
  const next = async () => {
    if (!step || busy) return
    setBusy(true)
    try {
      if (!(await form.trigger(step.fields ?? [], { shouldFocus: true }))) return
      if (step.proceed && !(await step.proceed())) return
      if (!isLast) return show(active + 1)
      await form.handleSubmit(
        async (values) => {
          done.current = true
          try {
            await onSubmit(values)
          } catch (refusal) {
            // The mutation keeps the error too, and `error` shows it when it belongs to no field.
            refused(refusal)
          }
        },
        (invalid) => {
          // A field of an earlier step: go there.
          const steps = Object.keys(invalid).map(stepWith)
          const index = Math.min(...steps.filter((found) => found >= 0))
          if (Number.isFinite(index)) show(index)
        },
      )()
    } finally {
      setBusy(false)
    }
  }

  return (
    <div ref={nameToggle}>
      <LeaveGuard isDirty={() => leaving !== null && !done.current && isDirty} text={leaving ?? ''} />
      <Wizard
        navAriaLabel={words.heard.steps(label)}
        className="vs-wizard"
        isVisitRequired
        onStepChange={(_, { id }) => {
          const index = visible.findIndex((other) => other.id === id)
          if (index !== active) show(index)
        }}
        footer={
          <WizardFooterWrapper>
            <div className="vs-actions">
              <Button type="submit" form={id} variant="primary" isLoading={busy} isDisabled={busy}>
                {isLast ? submit : (step?.next ?? words.next)}
              </Button>
              <Button
                variant="secondary"
                onClick={() => show(active - 1)}
                isDisabled={active <= Math.max(first, 0) || busy}
              >
                {words.back}
              </Button>
              <Button variant="link" onClick={() => void navigate(cancel.to)} isDisabled={busy}>
                {cancel.label ?? words.cancel}
              </Button>
            </div>
          </WizardFooterWrapper>
        }
      >
        {visible.map(({ id: stepId, name, content, aside }, index) => (
          <WizardStep
            key={stepId}
            id={stepId}
            name={name}
            isDisabled={busy || index > reached || index < first}
            status={index < active ? 'success' : 'default'}
          >
            <FollowUrl
              step={step?.id ?? stepId}
              onArrival={() => {
                if (focus.current !== undefined) form.setFocus(focus.current)
                focus.current = undefined
                // The step before has taken the focus along, and this one has no field that takes it.
                if (active > 0 && document.activeElement === document.body) document.getElementById(id)?.focus()
              }}
            />
            <div className={aside ? 'vs-wizard-sides' : undefined}>
              {/* Around the step alone: PatternFly's list of steps has buttons without a type, which would submit it. */}
              <form
                id={id}
                className="pf-v6-c-form"
                tabIndex={-1}
                noValidate
                aria-label={label}
                onSubmit={(event) => {
                  event.preventDefault()
                  void next()
                }}
              >
                {index === visible.length - 1 && <ErrorAlert error={error === placed ? null : error} />}
                {content}
              </form>
              {aside && <aside className="vs-wizard-aside">{aside}</aside>}
            </div>
          </WizardStep>
        ))}
      </Wizard>
    </div>
  )
}

/**
 * On narrow screens PatternFly's wizard shows the present step on a button that is named otherwise than it reads; without
 * that name, it is called what it says.
 */
function nameToggle(wizard: HTMLElement | null): void {
  wizard?.querySelector('.pf-v6-c-wizard__toggle')?.removeAttribute('aria-label')
}

/** PatternFly's wizard keeps its step to itself: this leads it to the step that the URL names. */
function FollowUrl({ step, onArrival }: { step: string; onArrival: () => void }) {
  const { activeStep, goToStepById } = useWizardContext()
  const shown = activeStep.id
  const arrival = useRef(onArrival)
  useEffect(() => {
    arrival.current = onArrival
  })
  useEffect(() => {
    if (shown === step) arrival.current()
    else goToStepById(step)
  }, [shown, step, goToStepById])
  return null
}
