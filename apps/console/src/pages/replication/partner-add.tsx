import { useOperation } from '../../api/operations.ts'
import { useRefusal } from '../../api/person.ts'
import { plannedCall, storedSecret, useSubmitPlan } from '../../api/plans.ts'
import { bff, queryClient, vsnap } from '../../api/queries.ts'
import { ApplianceField, applianceProblem } from '../../components/form/ApplianceField.tsx'
import { SelectField } from '../../components/form/choices.tsx'
import { TextField } from '../../components/form/fields.tsx'
import { byRules } from '../../components/form/submit.ts'
import { PageHeader } from '../../components/PageHeader.tsx'
import { PlanReview } from '../../components/PlanReview.tsx'
import { toast } from '../../components/toasts.tsx'
import { WizardPage } from '../../components/wizard/WizardPage.tsx'
import { paths } from '../../paths.ts'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import { partnerCan } from '@vsnap/vsnap-api/partner.rules.ts'
import { reasonOf } from '@vsnap/vsnap-api/verdict.ts'
import { Alert } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useWatch } from 'react-hook-form'
import { useCheckedForm } from '../../components/form/use-checked-form.ts'
import { useNavigate, useSearchParams } from 'react-router'
import { words } from './partner-add-words.ts'

const { who, address } = words

interface Values {
  appliance: string
  /** Id of an appliance of the console; '' for one that is not in it. */
  partner: string
  remote_addr: string
  remote_api_port: string
  remote_user: string
  remote_pass: string
  local_addr: string
}

const none: Values = {
  appliance: '',
  partner: '',
  remote_addr: '',
  remote_api_port: '8900',
  remote_user: '',
  remote_pass: '',
  local_addr: '',
}

const hostOf = (url: string) => new URL(url).hostname.replace(/^\[|\]$/g, '')
const portOf = (url: string) => new URL(url).port || '443'
const missing = (text: string, problem: string) => (text.trim() === '' ? problem : undefined)
const noAddress = (text: string, field: 'remote_addr' | 'local_addr') =>
  reasonOf(partnerCan.address(text.trim(), field))

const partnersOf = (appliance: string) => vsnap(appliance, 'partnerList')

/** That two appliances of the console are partners already. Until that has been read the appliance itself says so. */
function knownAlready({ appliance, partner }: Values, appliances: readonly Appliance[]): string | undefined {
  const [local, remote] = [appliance, partner].map((one) => appliances.find(({ id }) => id === one)?.system_id)
  const known = queryClient.getQueryData(partnersOf(appliance).queryKey)
  return local && remote && known ? reasonOf(partnerCan.add(remote, local, known.partners)) : undefined
}

/** Two appliances get to know each other. Between appliances of the console nobody types or sees a password. */
export default function PartnerAddPage() {
  const [search] = useSearchParams()
  const { data } = useQuery(bff('applianceList'))
  const appliances = data?.appliances ?? []
  const refusal = useRefusal()
  const navigate = useNavigate()
  const form = useCheckedForm<Values>({
    resolver: byRules<Values>((values) => ({
      appliance: applianceProblem(values.appliance),
      partner:
        values.partner === values.appliance && values.partner !== ''
          ? who.partnerIsItself
          : knownAlready(values, appliances),
      remote_addr: missing(values.remote_addr, address.addressMissing) ?? noAddress(values.remote_addr, 'remote_addr'),
      remote_api_port: /^\d+$/.test(values.remote_api_port)
        ? reasonOf(partnerCan.port(Number(values.remote_api_port), 'remote_api_port'))
        : address.portWrong,
      local_addr: values.local_addr.trim() === '' ? undefined : noAddress(values.local_addr, 'local_addr'),
      ...(values.partner === ''
        ? {
            remote_user: missing(values.remote_user, address.userMissing),
            remote_pass: missing(values.remote_pass, address.passwordMissing),
          }
        : {}),
    })),
    defaultValues: { ...none, appliance: search.get('appliance') ?? '' },
  })
  const values = useWatch({ control: form.control }) as Values
  useQuery({ ...partnersOf(values.appliance), enabled: values.appliance !== '' })
  const local = appliances.find(({ id }) => id === values.appliance)
  const remote = appliances.find(({ id }) => id === values.partner)
  const create = useOperation(values.appliance, 'partnerCreate')
  const plan = useSubmitPlan()
  const calls = local ? [plannedCall(local, 'partnerCreate', { body: bodyOf(values, local, remote) })] : []
  const problem = refusal('partnerCreate')
  if (problem !== undefined)
    return (
      <>
        <PageHeader
          title={words.title}
          trail={[{ text: words.replication, to: paths.replication({ tab: 'partners' }) }]}
        />
        <Alert variant="info" isInline title={words.notAllowed}>
          {problem}
        </Alert>
      </>
    )
  return (
    <>
      <PageHeader
        title={words.title}
        trail={[{ text: words.replication, to: paths.replication({ tab: 'partners' }) }]}
      />
      <WizardPage
        label={words.title}
        form={form}
        submit={words.submit}
        error={create.error ?? plan.error}
        cancel={{ to: paths.replication({ tab: 'partners' }) }}
        leaving={words.leaving}
        onSubmit={async () => {
          if (!local) return
          if (remote) {
            // Only the console's server knows the password: it makes the call.
            const { id } = await plan.mutateAsync({
              title: words.kept.task(local.name, remote.name),
              calls,
            })
            return navigate(paths.task(id))
          }
          await create.mutateAsync({ body: bodyOf(values, local, remote) })
          toast({ title: words.done(local.name, values.remote_addr) })
          return navigate(paths.replication({ tab: 'partners' }))
        }}
        steps={[
          {
            id: 'who',
            name: who.name,
            fields: ['appliance', 'partner'],
            proceed: async () => {
              if (!remote) return true
              // Two that are partners already are not asked for more. Where that cannot be read, the appliance says so in the end.
              await queryClient.ensureQueryData(partnersOf(values.appliance)).catch(() => undefined)
              if (!(await form.trigger('partner', { shouldFocus: true }))) return false
              form.setValue('remote_addr', hostOf(remote.url))
              form.setValue('remote_api_port', portOf(remote.url))
              return true
            },
            content: (
              <>
                <h2 className="vs-step-title">{who.title}</h2>
                <ApplianceField control={form.control} name="appliance" startsHere appliances={appliances} />
                <SelectField
                  control={form.control}
                  name="partner"
                  label={who.partner}
                  help={who.partnerHelp}
                  choices={[
                    { value: '', label: who.another },
                    ...appliances
                      .filter(({ id }) => id !== values.appliance)
                      .map(({ id, name }) => ({ value: id, label: name })),
                  ]}
                />
              </>
            ),
          },
          {
            id: 'address',
            name: address.name,
            fields: ['remote_addr', 'remote_api_port', 'remote_user', 'remote_pass', 'local_addr'],
            content: (
              <>
                <h2 className="vs-step-title">{address.title(local?.name)}</h2>
                <TextField
                  control={form.control}
                  name="remote_addr"
                  label={address.address}
                  help={address.addressHelp}
                  spellCheck={false}
                  startsHere
                  isRequired
                />
                <TextField control={form.control} name="remote_api_port" label={address.port} isRequired />
                {!remote && (
                  <>
                    <TextField
                      control={form.control}
                      name="remote_user"
                      label={address.user}
                      autoComplete="off"
                      spellCheck={false}
                      isRequired
                    />
                    <TextField
                      control={form.control}
                      name="remote_pass"
                      label={address.password}
                      type="password"
                      autoComplete="new-password"
                      isRequired
                    />
                  </>
                )}
                {remote && <p>{address.account(remote.name)}</p>}
                <TextField
                  control={form.control}
                  name="local_addr"
                  label={address.ownAddress(local?.name)}
                  help={local ? address.ownAddressHelp(hostOf(local.url)) : undefined}
                  spellCheck={false}
                />
              </>
            ),
          },
          {
            id: 'review',
            name: words.review.name,
            content: (
              <>
                <h2 className="vs-step-title">{words.review.title}</h2>
                <PlanReview calls={hidden(calls)} />
              </>
            ),
          },
        ]}
      />
    </>
  )
}

function bodyOf(values: Values, local: Appliance, remote: Appliance | undefined) {
  return {
    remote_addr: values.remote_addr.trim(),
    remote_api_port: Number(values.remote_api_port),
    remote_user: remote?.username ?? values.remote_user,
    remote_pass: remote ? storedSecret(remote.id) : values.remote_pass,
    local_addr: values.local_addr.trim() || hostOf(local.url),
    local_api_port: Number(portOf(local.url)),
  }
}

/** A password that was typed is not shown again. */
function hidden(calls: ReturnType<typeof plannedCall>[]) {
  return calls.map((call) => {
    const input = call.input as { body: { remote_pass: string } }
    const isTyped = !input.body.remote_pass.includes('secret:appliance:')
    return isTyped ? { ...call, input: { body: { ...input.body, remote_pass: '••••••' } } } : call
  })
}
