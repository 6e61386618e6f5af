import { fleet } from '../../api/fleet.ts'
import { useOperation } from '../../api/operations.ts'
import { useRefusal } from '../../api/person.ts'
import { plannedCall, useSubmitPlan } from '../../api/plans.ts'
import { bff, queryClient, vsnap } from '../../api/queries.ts'
import { useRelationshipsOf } from '../../components/bulk/use-relationships-of.ts'
import { CheckboxField } from '../../components/form/fields.tsx'
import { applianceProblem } from '../../components/form/ApplianceField.tsx'
import { byRules } from '../../components/form/submit.ts'
import { PageHeader } from '../../components/PageHeader.tsx'
import { PartnerFields } from '../../components/replication/PartnerFields.tsx'
import { patternProblem, replicaCalls, replicaInput, type ReplicaValues } from '../../components/replication/replica.ts'
import { ReplicaFields } from '../../components/replication/ReplicaFields.tsx'
import { WizardPage } from '../../components/wizard/WizardPage.tsx'
import { paths } from '../../paths.ts'
import { relationshipCan } from '@vsnap/vsnap-api/relationship.rules.ts'
import { all } from '@vsnap/vsnap-api/verdict.ts'
import { Alert, Skeleton } from '@patternfly/react-core'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useCheckedForm } from '../../components/form/use-checked-form.ts'
import { useNavigate, useSearchParams } from 'react-router'
import { ReplicateReview } from './ReplicateReview.tsx'
import { words } from './replicate-words.tsx'
import { SourceStep } from './SourceStep.tsx'

export interface ReplicateValues extends ReplicaValues {
  appliance: string
  /** Ids of volumes of that appliance. */
  volumes: string[]
  reuse: boolean
}

/** Replicate one volume or many: partner, remote pool, names, and the first session now or later. One by a call that may be refused here, many as one plan. */
export default function ReplicatePage() {
  const [search] = useSearchParams()
  const { data: registry } = useQuery(bff('applianceList'))
  const first = search.get('appliance') ?? ''
  const form = useCheckedForm<ReplicateValues>({
    resolver: byRules<ReplicateValues>((values) => ({
      appliance: applianceProblem(values.appliance),
      volumes: values.volumes.length === 0 ? words.volumes.volumesMissing : undefined,
      partner:
        values.partner === ''
          ? words.partner.partnerMissing
          : all(...chosen.map((volume) => relationshipCan.create(volume, values.partner, relationships))),
      remote_pool_id: values.remote_pool_id === '' && pools.length > 1 ? words.partner.poolMissing : undefined,
      pattern: patternProblem(values, values.volumes.length),
    })),
    defaultValues: {
      appliance: first,
      volumes: search.getAll('volume'),
      partner: search.get('partner') ?? '',
      remote_pool_id: '',
      pattern: '{name}',
      reuse: false,
      start: true,
    },
  })
  const values = useWatch({ control: form.control }) as ReplicateValues
  const { data: volumes } = useQuery({
    ...fleet('volume', { appliance: values.appliance }),
    enabled: values.appliance !== '',
  })
  const create = useOperation(values.appliance, 'relationshipCreate')
  // The relationship of the only volume, when its session could not be asked for.
  const [made, setMade] = useState<string>()
  const plan = useSubmitPlan()
  const refusal = useRefusal()
  const navigate = useNavigate()
  const appliance = registry?.appliances.find(({ id }) => id === values.appliance)
  const partner = registry?.appliances.find(({ system_id: system }) => system === values.partner)
  const listed = (volumes?.items ?? []).filter(({ id }) => values.volumes.includes(id))
  // Chosen on its own page or in the list: it may have been made a moment ago, or be one of more than are listed here.
  const looked = useQueries({
    queries: values.volumes
      .filter((id) => volumes !== undefined && listed.every((one) => one.id !== id))
      .map((id) => vsnap(values.appliance, 'volumeView', { params: { id } })),
    combine: (results) => results.flatMap(({ data }) => (data ? [data] : [])),
  })
  const chosen = [...listed, ...looked]
  const relationships = useRelationshipsOf()({ appliance: { id: values.appliance } })
  const { data: allPools } = useQuery(fleet('pool'))
  const pools = (allPools?.items ?? []).filter(({ appliance: { id } }) => id === partner?.id)
  const meantVolumes = () =>
    Promise.all(
      values.volumes.map(
        async (id) =>
          chosen.find((one) => one.id === id) ??
          queryClient.ensureQueryData(vsnap(values.appliance, 'volumeView', { params: { id } })),
      ),
    )
  const problem = refusal('relationshipCreate')
  if (problem !== undefined)
    return (
      <>
        <PageHeader title={words.title} trail={[{ text: words.replication, to: paths.replication() }]} />
        <Alert variant="info" isInline title={words.notAllowed}>
          {problem}
        </Alert>
      </>
    )
  return (
    <>
      <PageHeader title={words.title} trail={[{ text: words.replication, to: paths.replication() }]} />
      <WizardPage
        label={words.title}
        form={form}
        submit={words.submit}
        error={create.error ?? plan.error}
        cancel={{ to: paths.replication() }}
        leaving={words.leaving}
        onSubmit={async () => {
          const meant = await meantVolumes()
          let calls = appliance ? replicaCalls(values, appliance, meant) : []
          const [only, ...more] = meant
          // What is refused of one volume is said here, where it can be changed.
          if (appliance && only && more.length === 0) {
            const relationship = made ?? (await create.mutateAsync(replicaInput(values, only))).id
            setMade(relationship)
            if (!values.start) return navigate(paths.relationship(values.appliance, relationship))
            calls = [plannedCall(appliance, 'sessionStart', { params: { id: relationship }, body: {} })]
          }
          const { id } = await plan.mutateAsync({
            title:
              only && more.length === 0
                ? words.kept.taskOfOne(only.name, partner?.name)
                : words.kept.task(meant.length, partner?.name),
            calls,
          })
          return navigate(paths.task(id))
        }}
        steps={[
          {
            id: 'volumes',
            name: words.volumes.name,
            fields: ['appliance', 'volumes'],
            content: (
              <SourceStep
                form={form}
                appliances={registry?.appliances ?? []}
                volumes={volumes && { shown: volumes.items, total: volumes.total, others: looked }}
                relationships={relationships}
              />
            ),
          },
          {
            id: 'partner',
            name: words.partner.name,
            fields: ['partner', 'remote_pool_id'],
            content: (
              <>
                <h2 className="vs-step-title">{words.partner.title}</h2>
                <PartnerFields form={form} from={values.appliance} appliances={registry?.appliances ?? []} startsHere />
              </>
            ),
          },
          {
            id: 'names',
            name: words.names.name,
            fields: ['pattern'],
            content: (
              <>
                <h2 className="vs-step-title">{words.names.title}</h2>
                <ReplicaFields
                  control={form.control}
                  names={chosen.map(({ name }) => name)}
                  appliances={registry?.appliances ?? []}
                  startsHere
                />
                <CheckboxField
                  control={form.control}
                  name="reuse"
                  label={words.names.reuse}
                  help={words.names.reuseHelp}
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
                {appliance && chosen.length === values.volumes.length ? (
                  <ReplicateReview
                    values={values}
                    partner={partner?.name}
                    names={chosen.map(({ name }) => name)}
                    calls={replicaCalls(values, appliance, chosen)}
                  />
                ) : (
                  <Skeleton height="10rem" screenreaderText={words.loading} />
                )}
              </>
            ),
          },
        ]}
      />
    </>
  )
}
