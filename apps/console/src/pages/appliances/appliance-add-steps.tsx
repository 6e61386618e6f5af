import { fleet } from '../../api/fleet.ts'
import { ErrorAlert } from '../../components/ErrorAlert.tsx'
import { FieldError } from '../../components/form/FieldError.tsx'
import { CheckboxField, TextField } from '../../components/form/fields.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { paths } from '../../paths.ts'
import { CopyId } from '../../ui/CopyId.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Nothing } from '../../ui/Nothing.tsx'
import type { Appliance, Certificate } from '@vsnap/console-api/appliance.ts'
import { Alert, Content, Title } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import type { Control, UseFormReturn } from 'react-hook-form'
import { words } from './add-words.tsx'
import { fingerprintCommand, knownAppliance } from './addresses.ts'
import { CertificateFacts } from './CertificateFacts.tsx'
import { ApplianceState } from './ApplianceState.tsx'
import type { AddValues } from './appliance-add.tsx'
import { InitializeFields, type InitializeValues } from './InitializeFields.tsx'
import { words as initialize } from './initialize-words.ts'

const { account, one } = words

interface StepProps {
  readonly control: Control<AddValues>
  readonly error?: unknown
}

/** `onMany`: told when the person wants to add many, before the page shows that. */
export function AddressStep({ control, error, onMany }: StepProps & { readonly onMany: () => void }) {
  return (
    <>
      <Title headingLevel="h2">{one.address.title}</Title>
      <ErrorAlert error={error} />
      <TextField
        control={control}
        name="url"
        label={one.address.address}
        placeholder={one.address.example}
        help={one.address.help}
        spellCheck={false}
        startsHere
        isRequired
      />
      <p className="vs-subtle">
        {one.address.several((text) => (
          <PageLink to={paths.applianceAdd({ many: 'yes' })} onClick={onMany}>
            {text}
          </PageLink>
        ))}
      </p>
    </>
  )
}

export function CertificateStep({ form, certificate }: { form: UseFormReturn<AddValues>; certificate: Certificate }) {
  const error = form.formState.errors.compared?.message
  return (
    <>
      <Title headingLevel="h2">{one.certificate.title}</Title>
      <Content component="p">{one.certificate.text}</Content>
      <CertificateFacts certificate={certificate} />
      <div>
        <div className="vs-label">{one.certificate.command}</div>
        <CopyId value={fingerprintCommand(form.getValues('url'))} what="command" whole />
      </div>
      <CheckboxField control={form.control} name="compared" label={one.certificate.compared} />
      <FieldError message={error} />
    </>
  )
}

export function AccountStep({ control, error }: StepProps) {
  const known = knownAppliance(error)
  return (
    <>
      <Title headingLevel="h2">{account.title}</Title>
      <ErrorAlert error={error} actions={known && <PageLink to={paths.appliance(known.id)}>{known.name}</PageLink>} />
      <TextField control={control} name="name" label={one.account.name} help={one.account.nameHelp} isRequired />
      <TextField
        control={control}
        name="username"
        label={account.userName}
        help={one.account.userNameHelp}
        autoComplete="off"
        spellCheck={false}
        startsHere
        isRequired
      />
      <TextField
        control={control}
        name="password"
        label={account.password}
        type="password"
        help={one.account.passwordHelp}
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
      <Title headingLevel="h2">{one.found.title(appliance.name)}</Title>
      <Facts
        columns={1}
        items={{
          [one.found.state]: <ApplianceState appliance={appliance} />,
          [one.found.initialisation]: appliance.init_status ?? <Nothing />,
          [one.found.version]: appliance.vsnap_version ?? <Nothing />,
          [one.found.pools]: pools ? pools.total : <Nothing why={one.found.loading} />,
          [one.found.volumes]: volumes ? volumes.total : <Nothing why={one.found.loading} />,
        }}
      />
      {isNew && (
        <Alert variant="info" isInline title={one.found.notInitialised.title}>
          {one.found.notInitialised.text}
        </Alert>
      )}
    </>
  )
}

export function InitializeStep({ control }: StepProps) {
  return (
    <>
      <Title headingLevel="h2">{one.initialize.title}</Title>
      <Content component="p">{initialize.lead}</Content>
      {/* A form of more fields is a form of these, which the types of react-hook-form cannot see. */}
      <InitializeFields control={control as unknown as Control<InitializeValues>} />
    </>
  )
}
