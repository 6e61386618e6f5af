import { useOperation } from '../../api/operations.ts'
import { useRefusal } from '../../api/person.ts'
import { plannedCall, storedSecret, useSubmitPlan } from '../../api/plans.ts'
import { bff } from '../../api/queries.ts'
import { SelectField } from '../../components/form/choices.tsx'
import { TextField } from '../../components/form/fields.tsx'
import { byRules } from '../../components/form/submit.ts'
import { PageHeader } from '../../components/PageHeader.tsx'
import { PlanReview } from '../../components/PlanReview.tsx'
import { toast } from '../../components/toasts.tsx'
import { WizardPage } from '../../components/wizard/WizardPage.tsx'
import { paths } from '../../paths.ts'
import { said } from '../../ui/isolated.ts'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import { partnerCan } from '@vsnap/vsnap-api/partner.rules.ts'
import { reasonOf } from '@vsnap/vsnap-api/verdict.ts'
import { Alert } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useWatch } from 'react-hook-form'
import { useCheckedForm } from '../../components/form/use-checked-form.ts'
import { useNavigate, useSearchParams } from 'react-router'

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
const missing = (text: string, what: string) => (text.trim() === '' ? `Enter ${what}.` : undefined)
const noAddress = (text: string, field: 'remote_addr' | 'local_addr') =>
  reasonOf(partnerCan.address(text.trim(), field))

/** Two appliances get to know each other. Between appliances of the console nobody types or sees a password. */
export default function PartnerAddPage() {
  const [search] = useSearchParams()
  const { data } = useQuery(bff('applianceList'))
  const appliances = data?.appliances ?? []
  const refusal = useRefusal()
  const navigate = useNavigate()
  const form = useCheckedForm<Values>({
    resolver: byRules<Values>((values) => ({
      appliance: values.appliance === '' ? 'Choose an appliance.' : undefined,
      partner:
        values.partner === values.appliance && values.partner !== ''
          ? 'An appliance is no partner of itself.'
          : undefined,
      remote_addr:
        missing(values.remote_addr, 'the address of the partner') ?? noAddress(values.remote_addr, 'remote_addr'),
      remote_api_port: /^\d+$/.test(values.remote_api_port)
        ? reasonOf(partnerCan.port(Number(values.remote_api_port), 'remote_api_port'))
        : 'Enter a port, 1 to 65535.',
      local_addr: values.local_addr.trim() === '' ? undefined : noAddress(values.local_addr, 'local_addr'),
      ...(values.partner === ''
        ? {
            remote_user: missing(values.remote_user, 'the user name there'),
            remote_pass: missing(values.remote_pass, 'the password there'),
          }
        : {}),
    })),
    defaultValues: { ...none, appliance: search.get('appliance') ?? '' },
  })
  const values = useWatch({ control: form.control }) as Values
  const local = appliances.find(({ id }) => id === values.appliance)
  const remote = appliances.find(({ id }) => id === values.partner)
  const create = useOperation(values.appliance, 'partnerCreate')
  const plan = useSubmitPlan()
  const calls = local ? [plannedCall(local, 'partnerCreate', { body: bodyOf(values, local, remote) })] : []
  const problem = refusal('partnerCreate')
  if (problem !== undefined)
    return (
      <>
        <PageHeader title="Add partner" trail={[{ text: 'Replication', to: paths.replication({ tab: 'partners' }) }]} />
        <Alert variant="info" isInline title="You cannot add partners">
          {problem}
        </Alert>
      </>
    )
  return (
    <>
      <PageHeader title="Add partner" trail={[{ text: 'Replication', to: paths.replication({ tab: 'partners' }) }]} />
      <WizardPage
        label="Add partner"
        form={form}
        submit="Add partner"
        error={create.error ?? plan.error}
        cancel={{ to: paths.replication({ tab: 'partners' }) }}
        leaving="This partner is not added yet."
        onSubmit={async () => {
          if (!local) return
          if (remote) {
            // Only the console's server knows the password: it makes the call.
            const { id } = await plan.mutateAsync({
              title: `Make ${local.name} and ${remote.name} partners`,
              calls,
            })
            return navigate(paths.task(id))
          }
          await create.mutateAsync({ body: bodyOf(values, local, remote) })
          toast({ title: said`${local.name} has a partner at ${values.remote_addr}` })
          return navigate(paths.replication({ tab: 'partners' }))
        }}
        steps={[
          {
            id: 'who',
            name: 'Who',
            fields: ['appliance', 'partner'],
            proceed: () => {
              if (remote) {
                form.setValue('remote_addr', hostOf(remote.url))
                form.setValue('remote_api_port', portOf(remote.url))
              }
              return Promise.resolve(true)
            },
            content: (
              <>
                <h2 className="vs-step-title">Which two get to know each other?</h2>
                <SelectField
                  control={form.control}
                  name="appliance"
                  label="Appliance"
                  isRequired
                  startsHere
                  choices={[
                    { value: '', label: 'Choose an appliance' },
                    ...appliances.map(({ id, name }) => ({ value: id, label: name })),
                  ]}
                />
                <SelectField
                  control={form.control}
                  name="partner"
                  label="Partner"
                  help="Both know each other afterwards: either can keep copies of the other’s volumes."
                  choices={[
                    { value: '', label: 'Another system, not in this console' },
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
            name: 'Address',
            fields: ['remote_addr', 'remote_api_port', 'remote_user', 'remote_pass', 'local_addr'],
            content: (
              <>
                <h2 className="vs-step-title">How does {local?.name ?? 'the appliance'} reach the partner?</h2>
                <TextField
                  control={form.control}
                  name="remote_addr"
                  label="Address of the partner"
                  help="As the appliance reaches it, which may be another than the console does."
                  spellCheck={false}
                  startsHere
                  isRequired
                />
                <TextField control={form.control} name="remote_api_port" label="Port" isRequired />
                {!remote && (
                  <>
                    <TextField
                      control={form.control}
                      name="remote_user"
                      label="User name there"
                      autoComplete="off"
                      spellCheck={false}
                      isRequired
                    />
                    <TextField
                      control={form.control}
                      name="remote_pass"
                      label="Password there"
                      type="password"
                      autoComplete="new-password"
                      isRequired
                    />
                  </>
                )}
                {remote && (
                  <p>The account is the one that the console has for {remote.name}; nobody sees its password.</p>
                )}
                <TextField
                  control={form.control}
                  name="local_addr"
                  label={said`Address of ${local?.name ?? 'the appliance'}, as the partner reaches it`}
                  help={local ? `Left empty: ${hostOf(local.url)}, where the console reaches it.` : undefined}
                  spellCheck={false}
                />
              </>
            ),
          },
          {
            id: 'review',
            name: 'Review',
            content: (
              <>
                <h2 className="vs-step-title">Review</h2>
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
