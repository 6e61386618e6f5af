import { errorText } from '../../api/errors.ts'
import { TextField } from '../../components/form/fields.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { paths } from '../../paths.ts'
import { CopyId } from '../../ui/CopyId.tsx'
import { StateLabel } from '../../ui/StateLabel.tsx'
import { Checkbox, Content, FormHelperText, HelperText, HelperTextItem, Title } from '@patternfly/react-core'
import { useId } from 'react'
import { useController, type Control } from 'react-hook-form'
import type { ManyValues } from './AddMany.tsx'
import { fingerprintCommand, knownAppliance, type Line } from './addresses.ts'
import { ApplianceState } from './ApplianceState.tsx'
import { confirmation, type Found } from './use-add-many.ts'

interface Shown {
  readonly lines: readonly Line[]
  /** By address. */
  readonly found: ReadonlyMap<string, Found>
  readonly progress: { readonly done: number; readonly total: number } | undefined
}

interface StepProps extends Shown {
  readonly control: Control<ManyValues>
}

/** `onOne`: told when the person wants to add one alone, before the page shows that. */
export function AddressesStep({ control, lines, found, progress, onOne }: StepProps & { readonly onOne: () => void }) {
  const silent = lines.filter(({ url }) => found.get(url)?.error !== undefined)
  return (
    <>
      <Title headingLevel="h2">Where are they?</Title>
      <TextField
        control={control}
        name="addresses"
        label="Addresses"
        rows={8}
        placeholder={'vsnap-01.example.com\n10.0.0.5:8900 Vienna'}
        help="One a line: a host name or IP address, and behind it a name when it is not to be that of the host. The port is 8900 when none is given."
        spellCheck={false}
        startsHere
        isRequired
      />
      <Progress progress={progress} />
      {!progress && (
        <LineList
          label="No answer"
          lines={silent}
          of={({ url }) => <Refusal word="No certificate" found={found.get(url)} />}
        />
      )}
      <p>
        <PageLink to={paths.applianceAdd()} onClick={onOne}>
          Add one appliance
        </PageLink>
      </p>
    </>
  )
}

export function CertificatesStep({ control, lines, found }: StepProps) {
  const id = useId()
  const {
    field: { ref, value: compared, onChange },
    fieldState: { error },
  } = useController({ control, name: 'compared' })
  const shown = lines.filter(({ url }) => found.get(url)?.certificate)
  const command = shown[0] && fingerprintCommand(shown[0].url)
  return (
    <>
      <Title headingLevel="h2">Are they really these appliances?</Title>
      <Content component="p">
        Compare each certificate’s fingerprint with the one shown on its appliance. What is not compared is left out.
        Nothing secret was sent yet.
      </Content>
      {command && (
        <div>
          <div className="vs-label">On an appliance, this shows it (with its own port):</div>
          <CopyId value={command} what="command" whole />
        </div>
      )}
      <LineList
        label="Certificates"
        lines={lines}
        of={({ url }) => {
          const { certificate } = found.get(url) ?? {}
          if (!certificate) return <Refusal word="No certificate" found={found.get(url)} />
          const key = confirmation(url, certificate)
          return (
            <>
              <code className="vs-code vs-break">{certificate.fingerprint}</code>
              {certificate.trusted ? (
                <StateLabel meaning="good">a certificate authority vouches for it</StateLabel>
              ) : (
                <Checkbox
                  id={`${id}-${url}`}
                  ref={url === shown[0]?.url ? ref : undefined}
                  // oxlint-disable-next-line jsx-a11y/no-autofocus -- in wizard steps, where the focus has to go somewhere
                  autoFocus={url === shown[0]?.url}
                  label={
                    <>
                      I compared it; it is the same
                      <span className="pf-v6-screen-reader"> for {url}</span>
                    </>
                  }
                  isChecked={compared.includes(key)}
                  onChange={(_, isSame) =>
                    onChange(isSame ? [...compared, key] : compared.filter((other) => other !== key))
                  }
                />
              )}
            </>
          )
        }}
      />
      {error?.message && (
        <FormHelperText>
          <HelperText isLiveRegion>
            <HelperTextItem variant="error">{error.message}</HelperTextItem>
          </HelperText>
        </FormHelperText>
      )}
    </>
  )
}

export function ManyAccountStep({ control, leftOut, progress }: StepProps & { readonly leftOut: number }) {
  return (
    <>
      <Title headingLevel="h2">How does the console log in?</Title>
      <TextField
        control={control}
        name="username"
        label="User name"
        help="One account for all of them, of the group vsnap. Those that have another one can be tried again with it."
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
        help="Kept encrypted by the console’s server, and sent to these appliances only."
        autoComplete="new-password"
        isRequired
      />
      {leftOut > 0 && (
        <p className="vs-subtle">
          {leftOut} of the list {leftOut === 1 ? 'is' : 'are'} left out: no certificate, or it was not compared.
        </p>
      )}
      <Progress progress={progress} />
    </>
  )
}

export function ResultsStep({ lines, found, progress, ready }: Shown & { readonly ready: readonly Line[] }) {
  const added = lines.filter(({ url }) => found.get(url)?.appliance).length
  return (
    <>
      <Title headingLevel="h2">
        {added} of {lines.length} added
      </Title>
      {added < lines.length && (
        <Content component="p">
          Mend the list or the account of what is missing in the steps before, or try it again. What is added stays as
          it is.
        </Content>
      )}
      <LineList
        label="Results"
        lines={lines}
        of={({ url }) => {
          const known = found.get(url)
          if (known?.appliance)
            return (
              <span className="vs-heading">
                <ApplianceState appliance={known.appliance} />
                <PageLink to={paths.appliance(known.appliance.id)} className="vs-name">
                  {known.appliance.name}
                </PageLink>
                {known.appliance.init_status === 'Not Initialized' && (
                  <PageLink to={paths.applianceInitialize(known.appliance.id)}>Initialise</PageLink>
                )}
              </span>
            )
          if (known?.error !== undefined) return <Refusal word="Not added" found={known} />
          return (
            <StateLabel meaning="idle">
              {ready.some((line) => line.url === url) ? 'not tried yet' : 'left out: its certificate was not compared'}
            </StateLabel>
          )
        }}
      />
      <Progress progress={progress} />
    </>
  )
}

function Progress({ progress }: Pick<Shown, 'progress'>) {
  return (
    <output className="vs-subtle">
      {progress && progress.total > 0 && `${progress.done} of ${progress.total} have answered`}
    </output>
  )
}

/** An address a line, and what there is to say of it. */
function LineList({
  label,
  lines,
  of,
}: {
  readonly label: string
  readonly lines: readonly Line[]
  readonly of: (line: Line) => React.ReactNode
}) {
  if (lines.length === 0) return null
  return (
    <ul className="vs-settings" aria-label={label}>
      {lines.map((line) => (
        <li key={line.url} className="vs-setting">
          <div>
            <div>
              <span className="vs-setting-title vs-name">{line.name}</span>{' '}
              {line.name !== line.url && <span className="vs-subtle vs-break">{line.url}</span>}
            </div>
            {of(line)}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** What the last try said, and where the appliance is that is known already. */
function Refusal({ word, found }: { word: string; found: Found | undefined }) {
  if (found?.error === undefined) return <StateLabel meaning="idle">not asked yet</StateLabel>
  const { message, type } = errorText(found.error)
  const known = knownAppliance(found.error)
  return (
    <>
      <StateLabel meaning="danger">{word}</StateLabel>
      <div>
        <span className="vs-break">{message}</span> <code className="vs-code vs-subtle">{type}</code>{' '}
        {known && <PageLink to={paths.appliance(known.id)}>{known.name}</PageLink>}
      </div>
    </>
  )
}
