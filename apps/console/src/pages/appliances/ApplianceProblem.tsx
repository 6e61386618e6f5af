import { useRefusal } from '../../api/person.ts'
import { ActionButton } from '../../components/actions.tsx'
import { paths } from '../../paths.ts'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { exactTime } from '../../ui/time.ts'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import { Alert } from '@patternfly/react-core'
import { words } from './page-words.tsx'

const { problem } = words

interface ProblemProps {
  readonly appliance: Appliance
  readonly onTrust: () => void
  readonly onEdit: () => void
  readonly onMaintain: () => void
}

/** What is wrong with an appliance, and what is odd about it. */
export function ApplianceProblem(props: ProblemProps) {
  return (
    <>
      <StateProblem {...props} />
      {props.appliance.findings.map(({ type, message }) => (
        <Alert key={type} variant="warning" isInline title={words.findings[type]}>
          <span className="vs-break">{message}</span>
        </Alert>
      ))}
    </>
  )
}

/** What its state means, since when, and the one step that helps. */
function StateProblem({ appliance, onTrust, onEdit, onMaintain }: ProblemProps) {
  const refusal = useRefusal()
  const { state, since, error } = appliance
  if (state === 'online') return null
  if (state === 'maintenance') {
    const { until, by, reason } = appliance.maintenance ?? { until: since, by: '', reason: '' }
    return (
      <Alert
        variant="info"
        isInline
        title={problem.maintenance.title}
        actionLinks={
          <ActionButton
            variant="link"
            action={{ label: problem.maintenance.change, onSelect: onMaintain, refusal: refusal('applianceMaintain') }}
          />
        }
      >
        {problem.maintenance.text(by, exactTime(until))} {reason}{' '}
        {error && <span className="vs-break">{error.message}</span>}
      </Alert>
    )
  }
  if (state === 'slow') {
    return (
      <Alert variant="warning" isInline title={problem.slow.title}>
        {problem.slow.text(<RelativeTime value={since} />)}
      </Alert>
    )
  }
  if (state === 'not-initialised') {
    const busy = appliance.init_status === 'Initializing'
    return (
      <Alert
        variant="info"
        isInline
        title={busy ? problem.initialising.title : problem.notInitialised.title}
        actionLinks={
          <ActionButton
            variant="link"
            action={{
              label: busy ? problem.initialising.see : problem.notInitialised.initialise,
              to: paths.applianceInitialize(appliance.id),
              refusal: busy ? undefined : refusal('systemInit'),
            }}
          />
        }
      >
        {busy ? problem.initialising.text : problem.notInitialised.text}
      </Alert>
    )
  }
  const fix =
    state === 'certificate-changed'
      ? { label: problem.compareCertificates, onSelect: onTrust, refusal: refusal('applianceUpdate') }
      : {
          label: state === 'unreachable' ? problem.changeAddress : problem.changeAccount,
          onSelect: onEdit,
          refusal: refusal('applianceUpdate'),
        }
  return (
    <Alert
      variant="danger"
      isInline
      title={problem.titles[state]}
      actionLinks={<ActionButton variant="link" action={fix} />}
    >
      {problem.noticed(<RelativeTime value={since} />)} {error && <span className="vs-break">{error.message}</span>}
    </Alert>
  )
}
