import { PlanState, shownStepState } from '../../components/PlanState.tsx'
import { CopyId } from '../../ui/CopyId.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Nothing } from '../../ui/Nothing.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import type { Plan, PlanStep } from '@vsnap/console-api/plan.ts'
import { Alert, Modal, ModalBody, ModalHeader } from '@patternfly/react-core'
import { words } from './words.tsx'

/** One step: its call and the appliance's answer. */
export function StepDialog({ plan, step, onClose }: { plan: Plan; step: PlanStep; onClose: () => void }) {
  const { n, title, appliance, state, call, status, body, answer, error, request_id: requestId } = step
  return (
    <Modal isOpen variant="medium" onClose={onClose} aria-labelledby="step-title">
      <ModalHeader title={words.step.title(n + 1, title)} labelId="step-title" />
      <ModalBody tabIndex={0} aria-label={words.step.heard.step}>
        <div className="vs-stack">
          {error && (
            <Alert variant={state === 'failed' ? 'danger' : 'warning'} isInline title={error.message}>
              <code className="vs-code">{error.type}</code>
            </Alert>
          )}
          <Facts
            columns={1}
            items={{
              [words.step.state]: <PlanState state={shownStepState(step, plan)} />,
              [words.step.appliance]: appliance.name,
              [words.step.call]: call ? (
                <code className="vs-code vs-break">
                  {call.method} /api{call.path}
                </code>
              ) : (
                <Nothing why={words.step.callUnknown} />
              ),
              [words.step.status]: status ?? <Nothing why={words.step.noAnswer} />,
              [words.step.begun]: <RelativeTime value={step.time_started} />,
              [words.step.ended]: <RelativeTime value={step.time_ended} />,
              [words.step.requestId]: <CopyId value={requestId} what="request id" whole />,
            }}
          />
          <Json title={words.step.body} value={body} />
          <Json title={words.step.answer} value={answer} />
        </div>
      </ModalBody>
    </Modal>
  )
}

function Json({ title, value }: { title: string; value: unknown }) {
  if (value === null || value === undefined) return null
  return (
    <div>
      <h2 className="vs-label">{title}</h2>
      <pre className="vs-pre">{JSON.stringify(value, null, 2)}</pre>
    </div>
  )
}
