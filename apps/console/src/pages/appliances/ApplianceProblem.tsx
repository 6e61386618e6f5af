import { useRefusal } from '../../api/person.ts'
import { ActionButton } from '../../components/actions.tsx'
import { paths } from '../../paths.ts'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import type { Appliance, ApplianceState } from '@vsnap/console-api/appliance.ts'
import { Alert } from '@patternfly/react-core'
import { stateWord } from './ApplianceState.tsx'

const titles: Readonly<Record<Exclude<ApplianceState, 'online' | 'not-initialised'>, string>> = {
  unreachable: 'The appliance does not answer',
  'credentials-rejected': 'The appliance rejects the user name or password that the console has',
  'certificate-changed':
    'The appliance shows another certificate than the one that is trusted; no credentials were sent',
}

/** What is wrong with an appliance, since when, and the one step that helps. */
export function ApplianceProblem({
  appliance,
  onTrust,
  onEdit,
}: {
  appliance: Appliance
  onTrust: () => void
  onEdit: () => void
}) {
  const refusal = useRefusal()
  const { state, since, error } = appliance
  if (state === 'online') return null
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
