import { fleet } from '../../api/fleet.ts'
import { ErrorAlert } from '../../components/ErrorAlert.tsx'
import { CheckboxField, TextField } from '../../components/form/fields.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { paths } from '../../paths.ts'
import { CopyId } from '../../ui/CopyId.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Nothing } from '../../ui/Nothing.tsx'
import type { Appliance, Certificate } from '@vsnap/console-api/appliance.ts'
import { Alert, Content, FormHelperText, HelperText, HelperTextItem, Title } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import type { Control, UseFormReturn } from 'react-hook-form'
import { fingerprintCommand, knownAppliance } from './addresses.ts'
import { CertificateFacts } from './CertificateFacts.tsx'
import { ApplianceState } from './ApplianceState.tsx'
import type { AddValues } from './appliance-add.tsx'
import { InitializeFields, type InitializeValues } from './InitializeFields.tsx'

interface StepProps {
  readonly control: Control<AddValues>
  readonly error?: unknown
}

/** `onMany`: told when the person wants to add many, before the page shows that. */
export function AddressStep({ control, error, onMany }: StepProps & { readonly onMany: () => void }) {
  return (
    <>
      <Title headingLevel="h2">Where is it?</Title>
      <ErrorAlert error={error} />
      <TextField
        control={control}
        name="url"
        label="Address"
        placeholder="vsnap.example.com"
        help="Host name or IP address; the port is 8900 when none is given."
        spellCheck={false}
        startsHere
        isRequired
      />
      <p className="vs-subtle">
        Several with one account?{' '}
        <PageLink to={paths.applianceAdd({ many: 'yes' })} onClick={onMany}>
          Add many from a list
        </PageLink>
      </p>
    </>
  )
}

export function CertificateStep({ form, certificate }: { form: UseFormReturn<AddValues>; certificate: Certificate }) {
  const error = form.formState.errors.compared?.message
  return (
    <>
      <Title headingLevel="h2">Is it really this appliance?</Title>
      <Content component="p">
        No certificate authority vouches for the appliance, so compare its certificate’s fingerprint with the one shown
        on the appliance. From then on the console trusts this certificate alone. Nothing secret was sent yet.
      </Content>
      <CertificateFacts certificate={certificate} />
      <div>
        <div className="vs-label">On the appliance, this shows it:</div>
        <CopyId value={fingerprintCommand(form.getValues('url'))} what="command" whole />
      </div>
      <CheckboxField control={form.control} name="compared" label="I compared it; it is the same" />
      {error && (
        <FormHelperText>
          <HelperText isLiveRegion>
            <HelperTextItem variant="error">{error}</HelperTextItem>
          </HelperText>
        </FormHelperText>
      )}
    </>
  )
}

export function AccountStep({ control, error }: StepProps) {
  const known = knownAppliance(error)
  return (
    <>
      <Title headingLevel="h2">How does the console log in?</Title>
      <ErrorAlert error={error} actions={known && <PageLink to={paths.appliance(known.id)}>{known.name}</PageLink>} />
      <TextField control={control} name="name" label="Name" help="As the console shows it." isRequired />
      <TextField
        control={control}
        name="username"
        label="User name"
        help="An account of the appliance, of the group vsnap."
        autoComplete="off"
        spellCheck={false}
        startsHere
        isRequired
      />
      <TextField
        control={control}
        name="password"
        label="Password"
        type="password"
        help="Kept encrypted by the console’s server, and sent to this appliance only."
        autoComplete="new-password"
        isRequired
      />
    </>
  )
}

export function FoundStep({ appliance }: { appliance: Appliance }) {
  const filters = { appliance: appliance.id }
  const { data: pools } = useQuery(fleet('pool', filters))
  const { data: volumes } = useQuery(fleet('volume', filters))
  const isNew = appliance.init_status === 'Not Initialized'
  return (
    <>
      <Title headingLevel="h2">{appliance.name} is added</Title>
      <Facts
        columns={1}
        items={{
          State: <ApplianceState appliance={appliance} />,
          Initialisation: appliance.init_status ?? <Nothing />,
          Version: appliance.vsnap_version ?? <Nothing />,
          Pools: pools ? pools.total : <Nothing why="loading" />,
          Volumes: volumes ? volumes.total : <Nothing why="loading" />,
        }}
      />
      {isNew && (
        <Alert variant="info" isInline title="It is not initialised">
          Until it is, it can have no pools and no volumes. The next step does it.
        </Alert>
      )}
    </>
  )
}

export function InitializeStep({ control }: StepProps) {
  return (
    <>
      <Title headingLevel="h2">Initialise the system</Title>
      <Content component="p">This prepares storage, shares and targets, once; it takes some minutes.</Content>
      {/* A form of more fields is a form of these, which the types of react-hook-form cannot see. */}
      <InitializeFields control={control as unknown as Control<InitializeValues>} />
    </>
  )
}
