import { byRules } from '../../components/form/submit.ts'
import { toast } from '../../components/toasts.tsx'
import { WizardPage, type Step } from '../../components/wizard/WizardPage.tsx'
import { paths } from '../../paths.ts'
import { useWatch } from 'react-hook-form'
import { useCheckedForm } from '../../components/form/use-checked-form.ts'
import { useNavigate } from 'react-router'
import { linesOf, linesProblem } from './addresses.ts'
import { words } from './add-words.tsx'
import { AddressesStep, CertificatesStep, ManyAccountStep, ResultsStep } from './add-many-steps.tsx'
import { confirmation, useAddMany } from './use-add-many.ts'

const { many: says, account } = words

export interface ManyValues {
  /** As pasted; see `linesOf`. */
  addresses: string
  /** What was compared: `confirmation`s. */
  compared: string[]
  username: string
  password: string
}

/** Add many appliances from a list, with one account: every certificate is looked at before any credential is sent. */
export default function AddMany({ addresses, onOne }: { addresses: string; onOne: (addresses: string) => void }) {
  const many = useAddMany()
  const navigate = useNavigate()
  const form = useCheckedForm<ManyValues>({
    resolver: byRules<ManyValues>((values) => ({
      addresses: linesProblem(values.addresses),
      compared: readyOf(values).length === 0 ? says.certificates.noneCompared : undefined,
      username:
        values.username === '' ? account.noUserName : values.username.includes(':') ? account.userNameColon : undefined,
      password: values.password === '' ? account.noPassword : undefined,
    })),
    defaultValues: { addresses, compared: [], username: '', password: '' },
  })
  const values = { ...form.getValues(), ...useWatch({ control: form.control }) }
  const lines = linesOf(values.addresses)
  /** Those whose certificate is trusted: by a CA, or because it was compared. */
  const readyOf = ({ addresses: text, compared }: Pick<ManyValues, 'addresses' | 'compared'>) =>
    linesOf(text).filter(({ url }) => {
      const certificate = many.found.get(url)?.certificate
      return certificate && (certificate.trusted || compared.includes(confirmation(url, certificate)))
    })
  const ready = readyOf(values)
  const added = lines.filter(({ url }) => many.found.get(url)?.appliance)
  const missing = ready.length - added.filter((line) => ready.some(({ url }) => url === line.url)).length
  const add = async () => {
    const { username, password } = form.getValues()
    const isDone = await many.add(ready, { username, password })
    // They are with the server now; nothing keeps it here.
    if (isDone) form.setValue('password', '-')
    return isDone
  }
  const finish = async () => {
    // It keeps the wizard here, and nobody reads it: what failed stands on the page, line by line, and leaving is asked about.
    if (missing > 0 && !(await add())) throw new Error('not all are added')
    toast({ title: says.done(ready.length) })
    return navigate(paths.appliances())
  }

  const shown = { lines, found: many.found, progress: many.progress }
  const steps: Step<ManyValues>[] = [
    {
      id: 'addresses',
      name: says.steps.addresses,
      fields: ['addresses'],
      proceed: () => many.look(linesOf(form.getValues('addresses'))),
      content: <AddressesStep control={form.control} onOne={() => onOne(form.getValues('addresses'))} {...shown} />,
    },
    {
      id: 'certificates',
      name: says.steps.certificates,
      fields: ['compared'],
      content: <CertificatesStep control={form.control} {...shown} />,
    },
    {
      id: 'account',
      name: says.steps.account,
      fields: ['username', 'password'],
      proceed: async () => {
        await add()
        return true
      },
      next: missing === 0 ? says.next : says.add(missing),
      content: <ManyAccountStep control={form.control} leftOut={lines.length - ready.length} {...shown} />,
    },
    { id: 'results', name: says.steps.results, content: <ResultsStep ready={ready} {...shown} /> },
  ]
  return (
    <WizardPage
      label={says.title}
      form={form}
      steps={steps}
      submit={missing > 0 ? says.again(missing) : says.finish}
      onSubmit={finish}
      error={null}
      cancel={added.length > 0 ? { to: paths.appliances(), label: says.close } : { to: paths.appliances() }}
      leaving={added.length === lines.length ? null : added.length === 0 ? says.leaving : says.leavingSome}
    />
  )
}
