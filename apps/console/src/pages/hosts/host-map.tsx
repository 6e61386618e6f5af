import { reasonOf } from '@vsnap/vsnap-api/verdict.ts'
import { useOperation } from '../../api/operations.ts'
import { useRefusal } from '../../api/person.ts'
import { plannedCall, useSubmitPlan } from '../../api/plans.ts'
import { bff, vsnap } from '../../api/queries.ts'
import { ErrorAlert } from '../../components/ErrorAlert.tsx'
import { ApplianceField, applianceProblem } from '../../components/form/ApplianceField.tsx'
import { SelectField } from '../../components/form/choices.tsx'
import { byRules } from '../../components/form/submit.ts'
import { PickList } from '../../components/form/PickList.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { PlanReview } from '../../components/PlanReview.tsx'
import { toast } from '../../components/toasts.tsx'
import { WizardPage } from '../../components/wizard/WizardPage.tsx'
import { paths } from '../../paths.ts'
import { whileReplicated } from '@vsnap/vsnap-api/relationship.rules.ts'
import { Bytes } from '../../ui/Bytes.tsx'
import { useQuery } from '@tanstack/react-query'
import { useWatch } from 'react-hook-form'
import { useCheckedForm } from '../../components/form/use-checked-form.ts'
import { useNavigate, useSearchParams } from 'react-router'
import { words } from './host-map-words.ts'

interface Values {
  appliance: string
  host: string
  volumes: string[]
}

/** Map volumes to a host: one call when it is one, a plan when they are many. */
export default function HostMapPage() {
  const [search] = useSearchParams()
  const { data: registry } = useQuery(bff('applianceList'))
  const refusal = useRefusal()
  const navigate = useNavigate()
  const form = useCheckedForm<Values>({
    resolver: byRules<Values>((values) => ({
      appliance: applianceProblem(values.appliance),
      host: values.host === '' ? words.host.hostMissing : undefined,
      volumes: values.volumes.length === 0 ? words.volumes.volumesMissing : undefined,
    })),
    defaultValues: {
      appliance: search.get('appliance') ?? '',
      host: search.get('host') ?? '',
      volumes: search.getAll('volume'),
    },
  })
  const values = useWatch({ control: form.control }) as Values
  const chosen = { enabled: values.appliance !== '' }
  const { data: hosts, error } = useQuery({ ...vsnap(values.appliance, 'hostList'), ...chosen })
  const { data: host } = useQuery({
    ...vsnap(values.appliance, 'hostView', { params: { id: values.host } }),
    enabled: chosen.enabled && values.host !== '',
  })
  const { data: volumes } = useQuery({ ...vsnap(values.appliance, 'volumeList'), ...chosen })
  // Where replication is not to be had, the appliance itself decides.
  const { data: replication } = useQuery({ ...vsnap(values.appliance, 'relationshipList'), ...chosen })
  const appliance = registry?.appliances.find(({ id }) => id === values.appliance)
  const map = useOperation(values.appliance, 'hostMap')
  const plan = useSubmitPlan()
  const mapped = new Set(host?.mapped_luns?.map(({ vol_id: id }) => id))
  const inputs = values.volumes.map((id) => ({
    params: { id: values.host },
    body: { action: 'map' as const, vol_id: id },
  }))
  const calls = appliance && values.host ? inputs.map((input) => plannedCall(appliance, 'hostMap', input)) : []
  const problem = refusal('hostMap')
  const page = values.host ? paths.host(values.appliance, values.host) : paths.hosts()
  const header = <PageHeader title={words.title} trail={[{ text: words.hosts, to: paths.hosts() }]} />
  if (problem !== undefined)
    return (
      <>
        {header}
        <p>{problem}</p>
      </>
    )
  return (
    <>
      {header}
      <WizardPage
        label={words.title}
        form={form}
        submit={words.submit}
        error={map.error ?? plan.error}
        cancel={{ to: page }}
        leaving={words.leaving}
        onSubmit={async () => {
          const [only, ...more] = inputs
          if (only && more.length === 0) {
            const { lun } = await map.mutateAsync(only)
            toast({ title: words.done(host?.name, lun) })
            return navigate(page)
          }
          const { id } = await plan.mutateAsync({
            title: words.kept.task(inputs.length, host?.name),
            calls,
          })
          return navigate(paths.task(id))
        }}
        steps={[
          {
            id: 'host',
            name: words.host.name,
            fields: ['appliance', 'host'],
            content: (
              <>
                <h2 className="vs-step-title">{words.host.title}</h2>
                <ApplianceField
                  control={form.control}
                  name="appliance"
                  startsHere
                  onChosen={() => {
                    // Ids of one appliance mean something else on another.
                    form.setValue('host', '')
                    form.setValue('volumes', [])
                  }}
                  appliances={registry?.appliances}
                />
                <ErrorAlert error={error} title={words.host.unread} />
                <SelectField
                  control={form.control}
                  name="host"
                  label={words.host.host}
                  isRequired
                  help={
                    hosts?.hosts.length === 0 ? (
                      <>
                        {words.host.none}{' '}
                        <PageLink to={paths.hosts({ appliance: values.appliance, do: 'create' })}>
                          {words.host.createHost}
                        </PageLink>
                      </>
                    ) : host && (host.iqns ?? []).length === 0 ? (
                      words.host.isBlind
                    ) : undefined
                  }
                  choices={[
                    { value: '', label: words.host.chooseHost },
                    ...(hosts?.hosts ?? []).map(({ id, name }) => ({ value: id, label: name })),
                  ]}
                />
              </>
            ),
          },
          {
            id: 'volumes',
            name: words.volumes.name,
            fields: ['volumes'],
            content: (
              <>
                <h2 className="vs-step-title">{words.volumes.title}</h2>
                <PickList
                  control={form.control}
                  name="volumes"
                  label={words.volumes.volumes}
                  empty={words.volumes.none}
                  items={(volumes?.volumes ?? [])
                    .filter(({ volume_type: kind }) => kind !== 'filesystem')
                    .map((volume) => ({
                      value: volume.id,
                      label: volume.name,
                      aside: (
                        <>
                          {volume.volume_type}
                          {volume.size_total != null && (
                            <>
                              , <Bytes value={volume.size_total} />
                            </>
                          )}
                        </>
                      ),
                      refusal: mapped.has(volume.id)
                        ? words.volumes.isSeen
                        : reasonOf(whileReplicated.map(volume, replication?.relationships ?? [])),
                    }))}
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
                <PlanReview calls={calls} />
              </>
            ),
          },
        ]}
      />
    </>
  )
}
