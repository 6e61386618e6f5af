import { useConsoleOperation, useOperation } from '../../api/operations.ts'
import { errorAbove, placeError } from '../../components/form/submit.ts'
import { PageHeader } from '../../components/PageHeader.tsx'
import { toast } from '../../components/toasts.tsx'
import { WizardPage, type Step } from '../../components/wizard/WizardPage.tsx'
import { paths } from '../../paths.ts'
import { zodResolver } from '@hookform/resolvers/zod'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import { lazy, Suspense, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useNavigate, useSearchParams } from 'react-router'
import { z } from 'zod'
import { words } from './add-words.tsx'
import { hostOf, linesOf } from './addresses.ts'
import { AccountStep, AddressStep, CertificateStep, FoundStep, InitializeStep } from './appliance-add-steps.tsx'

const { account, many, one } = words

const schema = z.object({
  url: z.string().trim().min(1, one.address.missing),
  compared: z.boolean().refine((compared) => compared, one.certificate.notCompared),
  name: z.string().trim().min(1, one.account.noName).max(256, one.account.nameTooLong),
  username: z
    .string()
    .min(1, account.noUserName)
    .regex(/^[^:]*$/, account.userNameColon),
  password: z.string().min(1, account.noPassword),
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
        title={search.has('many') ? many.title : one.title}
        trail={[{ text: words.appliances, to: paths.appliances() }]}
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
    const found = await probe.mutateAsync({ body: { url } }).catch((error: unknown) => void placeError(form, error))
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
      title: one.done(appliance.name),
      link: { to: paths.appliance(appliance.id), text: one.see },
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
      name: one.steps.address,
      fields: ['url'],
      proceed: look,
      content: (
        <AddressStep
          control={form.control}
          error={errorAbove(form, probe.error)}
          onMany={() => onMany(form.getValues('url'))}
        />
      ),
    },
    {
      id: 'certificate',
      name: one.steps.certificate,
      fields: ['compared'],
      isHidden: certificate?.trusted === true,
      content: certificate && <CertificateStep form={form} certificate={certificate} />,
    },
    {
      id: 'account',
      name: one.steps.account,
      fields: ['name', 'username', 'password'],
      proceed: add,
      next: one.add,
      content: <AccountStep control={form.control} error={create.error} />,
    },
    { id: 'found', name: one.steps.found, isNoReturn: true, content: added && <FoundStep appliance={added} /> },
    {
      id: 'initialise',
      name: one.steps.initialise,
      isHidden: added !== undefined && !isNew,
      content: <InitializeStep control={form.control} />,
    },
  ]
  return (
    <WizardPage
      label={one.title}
      form={form}
      steps={steps}
      submit={isNew ? one.initialise : one.finish}
      onSubmit={finish}
      error={init.error}
      cancel={
        added ? { to: paths.appliance(added.id), label: isNew ? one.later : one.close } : { to: paths.appliances() }
      }
      leaving={added ? null : one.leaving}
    />
  )
}
