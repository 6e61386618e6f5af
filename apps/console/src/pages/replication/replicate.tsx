import { fleet } from '../../api/fleet.ts'
import { useRefusal } from '../../api/person.ts'
import { laterValue, plannedCall, useSubmitPlan, type PlannedCall } from '../../api/plans.ts'
import { bff } from '../../api/queries.ts'
import { byRules } from '../../components/form/submit.ts'
import { CheckboxField, TextField } from '../../components/form/fields.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { PlanReview } from '../../components/PlanReview.tsx'
import { WizardPage } from '../../components/wizard/WizardPage.tsx'
import { paths } from '../../paths.ts'
import { useQuery } from '@tanstack/react-query'
import { useForm, useWatch } from 'react-hook-form'
import { useNavigate, useSearchParams } from 'react-router'
import { PartnerStep } from './PartnerStep.tsx'
import { SourceStep } from './SourceStep.tsx'

export interface ReplicateValues {
  appliance: string
  /** Ids of volumes of that appliance. */
  volumes: string[]
  /** The partner's id: its system's. */
  partner: string
  remote_pool_id: string
  /** `{name}` stands for the volume's name. */
  pattern: string
  start: boolean
}

/** Replicate one volume or many: partner, remote pool, names, and the first session now or later. One plan for all of them. */
export default function ReplicatePage() {
  const [search] = useSearchParams()
  const { data: registry } = useQuery(bff('applianceList'))
  const first = search.get('appliance') ?? ''
  const form = useForm<ReplicateValues>({
    mode: 'onChange',
    resolver: byRules<ReplicateValues>((values) => ({
      appliance: values.appliance === '' ? 'Choose an appliance.' : undefined,
      volumes: values.volumes.length === 0 ? 'Choose at least one volume.' : undefined,
      partner: values.partner === '' ? 'Choose a partner.' : undefined,
      pattern: patternProblem(values),
    })),
    defaultValues: {
      appliance: first,
      volumes: search.getAll('volume'),
      partner: '',
      remote_pool_id: '',
      pattern: '{name}',
      start: true,
    },
  })
  const values = useWatch({ control: form.control }) as ReplicateValues
  const { data: volumes } = useQuery({
    ...fleet('volume', { appliance: values.appliance }),
    enabled: values.appliance !== '',
  })
  const plan = useSubmitPlan()
  const refusal = useRefusal()
  const navigate = useNavigate()
  const appliance = registry?.appliances.find(({ id }) => id === values.appliance)
  const partner = registry?.appliances.find(({ system_id: system }) => system === values.partner)
  const chosen = (volumes?.items ?? []).filter(({ id }) => values.volumes.includes(id))
  const calls = appliance ? callsOf(values, appliance, chosen) : []
  const problem = refusal('relationshipCreate')
  if (problem !== undefined) return <p>{problem}</p>
  return (
    <>
      <PageHeader title="Replicate volumes" trail={[{ text: 'Replication', to: paths.replication() }]} />
      <WizardPage
        label="Replicate volumes"
        form={form}
        submit="Replicate"
        error={plan.error}
        cancel={{ to: paths.replication() }}
        leaving="Nothing is replicated yet."
        onSubmit={async () => {
          const what = chosen.length === 1 ? (chosen[0]?.name ?? '') : `${chosen.length} volumes`
          const { id } = await plan.mutateAsync({
            title: `Replicate ${what} to ${partner?.name ?? 'a partner'}`,
            calls,
          })
          return navigate(paths.task(id))
        }}
        steps={[
          {
            id: 'volumes',
            name: 'Volumes',
            fields: ['appliance', 'volumes'],
            content: (
              <SourceStep control={form.control} appliances={registry?.appliances ?? []} volumes={volumes?.items} />
            ),
          },
          {
            id: 'partner',
            name: 'Partner',
            fields: ['partner', 'remote_pool_id'],
            content: <PartnerStep form={form} appliances={registry?.appliances ?? []} />,
          },
          {
            id: 'names',
            name: 'Names, first session',
            fields: ['pattern'],
            content: (
              <>
                <h2 className="vs-step-title">How are the replicas called, and when do they begin?</h2>
                <TextField
                  control={form.control}
                  name="pattern"
                  label="Name of each replica"
                  help="{name} stands for the name of the volume. Names are unique on an appliance."
                  spellCheck={false}
                  startsHere
                  isRequired
                />
                <CheckboxField
                  control={form.control}
                  name="start"
                  label="Send the first snapshot now"
                  help="It sends everything. Later sessions send what changed."
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
                <PlanReview calls={calls} />
              </>
            ),
          },
        ]}
      />
    </>
  )
}

function patternProblem({ pattern, volumes }: ReplicateValues): string | undefined {
  if (pattern.trim() === '') return 'Enter a name, or {name} for the same one.'
  return volumes.length > 1 && !pattern.includes('{name}')
    ? 'With several volumes the name needs {name}, so that each gets its own.'
    : undefined
}

/** A relationship for each volume, then their first sessions when those are wanted: all are set up before the first one sends. */
function callsOf(
  values: ReplicateValues,
  appliance: { id: string; name: string },
  volumes: readonly { id: string; name: string }[],
): PlannedCall[] {
  const relationships = volumes.map(({ id, name }) =>
    plannedCall(appliance, 'relationshipCreate', {
      params: { id },
      body: {
        partner_id: values.partner,
        ...(values.remote_pool_id === '' ? {} : { remote_pool_id: values.remote_pool_id }),
        remote_vol_name: values.pattern.trim().replaceAll('{name}', name),
      },
    }),
  )
  const sessions = volumes.map((_, step) =>
    plannedCall(appliance, 'sessionStart', { params: { id: laterValue(step, 'id') }, body: {} }),
  )
  return values.start ? [...relationships, ...sessions] : relationships
}
