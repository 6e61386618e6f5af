import { errorText } from '../../api/errors.ts'
import { FieldError } from '../../components/form/FieldError.tsx'
import { TextField } from '../../components/form/fields.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { paths } from '../../paths.ts'
import { CopyId } from '../../ui/CopyId.tsx'
import { StateLabel } from '../../ui/StateLabel.tsx'
import { Checkbox, Content, Title } from '@patternfly/react-core'
import { useId } from 'react'
import { useController, type Control } from 'react-hook-form'
import { words } from './add-words.tsx'
import type { ManyValues } from './AddMany.tsx'
import { fingerprintCommand, knownAppliance, type Line } from './addresses.ts'
import { ApplianceState } from './ApplianceState.tsx'
import { confirmation, type Found } from './use-add-many.ts'

const { account, many } = words

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
      <Title headingLevel="h2">{many.addresses.title}</Title>
      <TextField
        control={control}
        name="addresses"
        label={many.addresses.addresses}
        rows={8}
        placeholder={many.addresses.example}
        help={many.addresses.help}
        spellCheck={false}
        startsHere
        isRequired
      />
      <Progress progress={progress} />
      {!progress && (
        <LineList
          label={many.addresses.heard.silent}
          lines={silent}
          of={({ url }) => <Refusal word={many.noCertificate} found={found.get(url)} />}
        />
      )}
      <p>
        <PageLink to={paths.applianceAdd()} onClick={onOne}>
          {many.addresses.addOne}
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
      <Title headingLevel="h2">{many.certificates.title}</Title>
      <Content component="p">{many.certificates.text}</Content>
      {command && (
        <div>
          <div className="vs-label">{many.certificates.command}</div>
          <CopyId value={command} what="command" whole />
        </div>
      )}
      <LineList
        label={many.certificates.heard.certificates}
        lines={lines}
        of={({ url }) => {
          const { certificate } = found.get(url) ?? {}
          if (!certificate) return <Refusal word={many.noCertificate} found={found.get(url)} />
          const key = confirmation(url, certificate)
          return (
            <>
              <code className="vs-code vs-break">{certificate.fingerprint}</code>
              {certificate.trusted ? (
                <StateLabel meaning="good">{many.certificates.vouchedFor}</StateLabel>
              ) : (
                <Checkbox
                  id={`${id}-${url}`}
                  ref={url === shown[0]?.url ? ref : undefined}
                  // oxlint-disable-next-line jsx-a11y/no-autofocus -- in wizard steps, where the focus has to go somewhere
                  autoFocus={url === shown[0]?.url}
                  label={many.certificates.compared(url)}
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
      <FieldError message={error?.message} />
    </>
  )
}

export function ManyAccountStep({ control, leftOut, progress }: StepProps & { readonly leftOut: number }) {
  return (
    <>
      <Title headingLevel="h2">{account.title}</Title>
      <TextField
        control={control}
        name="username"
        label={account.userName}
        help={many.account.userNameHelp}
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
        help={many.account.passwordHelp}
        autoComplete="new-password"
        isRequired
      />
      {leftOut > 0 && <p className="vs-subtle">{many.account.leftOut(leftOut)}</p>}
      <Progress progress={progress} />
    </>
  )
}

export function ResultsStep({ lines, found, progress, ready }: Shown & { readonly ready: readonly Line[] }) {
  const added = lines.filter(({ url }) => found.get(url)?.appliance).length
  return (
    <>
      <Title headingLevel="h2">{many.results.title(added, lines.length)}</Title>
      {added < lines.length && <Content component="p">{many.results.text}</Content>}
      <LineList
        label={many.results.heard.results}
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
                  <PageLink to={paths.applianceInitialize(known.appliance.id)}>{many.results.initialise}</PageLink>
                )}
              </span>
            )
          if (known?.error !== undefined) return <Refusal word={many.results.notAdded} found={known} />
          return (
            <StateLabel meaning="idle">
              {ready.some((line) => line.url === url) ? many.results.notTried : many.results.leftOut}
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
      {progress && progress.total > 0 && many.progress(progress.done, progress.total)}
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
  if (found?.error === undefined) return <StateLabel meaning="idle">{many.notAsked}</StateLabel>
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
