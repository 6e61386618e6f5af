import { useConsoleOperation, useOperation } from '../../api/operations.ts'
import { PageHeader } from '../../components/PageHeader.tsx'
import { toast } from '../../components/toasts.tsx'
import { WizardPage, type Step } from '../../components/wizard/WizardPage.tsx'
import { paths } from '../../paths.ts'
import { said } from '../../ui/isolated.ts'
import { zodResolver } from '@hookform/resolvers/zod'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import { lazy, Suspense, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useNavigate, useSearchParams } from 'react-router'
import { z } from 'zod'
import { hostOf, linesOf } from './addresses.ts'
import { AccountStep, AddressStep, CertificateStep, FoundStep, InitializeStep } from './appliance-add-steps.tsx'

const schema = z.object({
  url: z.string().trim().min(1, 'Enter the address of the appliance'),
  compared: z.boolean().refine((compared) => compared, 'Compare the fingerprint first'),
  name: z.string().trim().min(1, 'Enter a name').max(256, 'At most 256 characters'),
  username: z
    .string()
    .min(1, 'Enter the user name')
    .regex(/^[^:]*$/, 'A user name has no colon'),
  password: z.string().min(1, 'Enter the password'),
  multipool: z.boolean(),
  skip_pool: z.boolean(),
})
export type AddValues = z.output<typeof schema>

const defaults: AddValues = {
  url: '',
  compared: false,
  name: '',
  username: '',
  password: '',
  multipool: true,
  skip_pool: true,
}

const AddMany = lazy(() => import('./AddMany.tsx'))

/** Add an appliance, or (`?many=`) many from a list. */
export default function ApplianceAddPage() {
  const [search] = useSearchParams()
  // What was typed for one begins the list of many, and the other way round.
  const [typed, setTyped] = useState('')
  const lines = linesOf(typed)
  return (
    <>
      <PageHeader
        title={search.has('many') ? 'Add appliances' : 'Add appliance'}
        trail={[{ text: 'Appliances', to: paths.appliances() }]}
      />
      {search.has('many') ? (
        <Suspense>
          <AddMany addresses={typed} onOne={setTyped} />
        </Suspense>
      ) : (
        <AddOne url={lines[0]?.url ?? ''} onMany={(url) => lines.length < 2 && setTyped(url)} />
      )}
    </>
  )
}

/** Add an appliance: its certificate is looked at before any credential is sent. */
function AddOne({ url: first, onMany }: { url: string; onMany: (url: string) => void }) {
  const probe = useConsoleOperation('applianceProbe')
  const create = useConsoleOperation('applianceCreate')
  const [added, setAdded] = useState<Appliance>()
  const init = useOperation(added?.id ?? '', 'systemInit')
  const navigate = useNavigate()
  const form = useForm<AddValues>({ resolver: zodResolver(schema), defaultValues: { ...defaults, url: first } })
  const certificate = probe.data?.certificate
  const isNew = added?.init_status === 'Not Initialized'

  const look = async () => {
    const { url, name } = form.getValues()
    const found = await probe.mutateAsync({ body: { url } }).catch(() => undefined)
    if (!found) return false
    form.setValue('compared', found.certificate.trusted)
    if (name === '') form.setValue('name', hostOf(url))
    return true
  }
  const add = async () => {
    const { url, name, username, password } = form.getValues()
    const trust = certificate && !certificate.trusted ? { fingerprint: certificate.fingerprint } : {}
    const appliance = await create
      .mutateAsync({ body: { url, name, username, password, ...trust } })
      .catch(() => undefined)
    if (!appliance) return false
    setAdded(appliance)
    // It is with the server now; nothing keeps it here.
    form.setValue('password', '-')
    toast({
      title: said`Appliance ${appliance.name} added`,
      link: { to: paths.appliance(appliance.id), text: 'See the appliance' },
    })
    return true
  }
  const finish = async ({ multipool, skip_pool }: AddValues) => {
    if (!added) return
    if (!isNew) return navigate(paths.appliance(added.id))
    await init.mutateAsync({ body: { action: 'init', async: true, multipool, skip_pool } })
    return navigate(paths.applianceInitialize(added.id))
  }

  const steps: Step<AddValues>[] = [
    {
      id: 'address',
      name: 'Address',
      fields: ['url'],
      proceed: look,
      content: <AddressStep control={form.control} error={probe.error} onMany={() => onMany(form.getValues('url'))} />,
    },
    {
      id: 'certificate',
      name: 'Certificate',
      fields: ['compared'],
      isHidden: certificate?.trusted === true,
      content: certificate && <CertificateStep form={form} certificate={certificate} />,
    },
    {
      id: 'account',
      name: 'Name and account',
      fields: ['name', 'username', 'password'],
      proceed: add,
      next: 'Add appliance',
      content: <AccountStep control={form.control} error={create.error} />,
    },
    { id: 'found', name: 'What was found', isNoReturn: true, content: added && <FoundStep appliance={added} /> },
    {
      id: 'initialise',
      name: 'Initialise',
      isHidden: added !== undefined && !isNew,
      content: <InitializeStep control={form.control} />,
    },
  ]
  return (
    <WizardPage
      label="Add appliance"
      form={form}
      steps={steps}
      submit={isNew ? 'Initialise' : 'Finish'}
      onSubmit={finish}
      error={init.error}
      cancel={
        added
          ? { to: paths.appliance(added.id), label: isNew ? 'Initialise later' : 'Close' }
          : { to: paths.appliances() }
      }
      leaving={added ? null : 'This appliance is not added yet.'}
    />
  )
}
