import { useRefusal } from '../../api/person.ts'
import { ActionButton } from '../../components/actions.tsx'
import { paths } from '../../paths.ts'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { exactTime } from '../../ui/time.ts'
import { applianceStateWord as stateWord, type Appliance, type ApplianceState } from '@vsnap/console-api/appliance.ts'
import { Alert } from '@patternfly/react-core'

const titles: Readonly<Record<Exclude<ApplianceState, 'online' | 'not-initialised' | 'maintenance' | 'slow'>, string>> =
  {
    unreachable: 'The appliance does not answer',
    'credentials-rejected': 'The appliance rejects the user name or password that the console has',
    'certificate-changed':
      'The appliance shows another certificate than the one that is trusted; no credentials were sent',
  }

interface ProblemProps {
  readonly appliance: Appliance
  readonly onTrust: () => void
  readonly onEdit: () => void
  readonly onMaintain: () => void
}

const oddities: Readonly<Record<Appliance['findings'][number]['type'], string>> = {
  SameSystem: 'The same system is in this console twice',
  AnotherSystem: 'Another system answers at this address',
  ClockSkew: 'The clock of the appliance is wrong',
}

/** What is wrong with an appliance, and what is odd about it. */
export function ApplianceProblem(props: ProblemProps) {
  return (
    <>
      <StateProblem {...props} />
      {props.appliance.findings.map(({ type, message }) => (
        <Alert key={type} variant="warning" isInline title={oddities[type]}>
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
        title="Somebody works on this appliance: it raises no alerts"
        actionLinks={
          <ActionButton
            variant="link"
            action={{ label: 'Change maintenance', onSelect: onMaintain, refusal: refusal('applianceMaintain') }}
          />
        }
      >
        Said by {by}, until {exactTime(until)}. {reason} {error && <span className="vs-break">{error.message}</span>}
      </Alert>
    )
  }
  if (state === 'slow') {
    return (
      <Alert variant="warning" isInline title="The appliance answers slowly">
        Noticed <RelativeTime value={since} />. Its lists are read less often, so that it has less to do.
      </Alert>
    )
  }
  if (state === 'not-initialised') {
    const busy = stateWord(appliance) === 'Initialising'
    return (
      <Alert
        variant="info"
        isInline
        title={busy ? 'The appliance is being initialised' : 'The appliance is not initialised'}
        actionLinks={
          <ActionButton
            variant="link"
            action={{
              label: busy ? 'See progress' : 'Initialise',
              to: paths.applianceInitialize(appliance.id),
              refusal: busy ? undefined : refusal('systemInit'),
            }}
          />
        }
      >
        {busy ? 'This takes some minutes.' : 'Until it is, it can have no pools and no volumes.'}
      </Alert>
    )
  }
  const fix =
    state === 'certificate-changed'
      ? { label: 'Compare certificates', onSelect: onTrust, refusal: refusal('applianceUpdate') }
      : {
          label: state === 'unreachable' ? 'Change the address' : 'Change user name or password',
          onSelect: onEdit,
          refusal: refusal('applianceUpdate'),
        }
  return (
    <Alert variant="danger" isInline title={titles[state]} actionLinks={<ActionButton variant="link" action={fix} />}>
      Noticed <RelativeTime value={since} />. {error && <span className="vs-break">{error.message}</span>}
    </Alert>
  )
}
