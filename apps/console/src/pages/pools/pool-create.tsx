import { useOperation } from '../../api/operations.ts'
import { useRefusal } from '../../api/person.ts'
import { bff } from '../../api/queries.ts'
import { useSubmitPlan } from '../../api/plans.ts'
import { PageHeader } from '../../components/PageHeader.tsx'
import { applianceProblem } from '../../components/form/ApplianceField.tsx'
import { byRules } from '../../components/form/submit.ts'
import { toast } from '../../components/toasts.tsx'
import { WizardPage, type Step } from '../../components/wizard/WizardPage.tsx'
import { paths } from '../../paths.ts'
import { isUnused } from '@vsnap/vsnap-api/disk.rules.ts'
import { poolCan } from '@vsnap/vsnap-api/pool.rules.ts'
import { raid } from '@vsnap/vsnap-api/pool.layout.ts'
import { poolTypes, type PoolType } from '@vsnap/vsnap-api/pool.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useWatch } from 'react-hook-form'
import { useCheckedForm } from '../../components/form/use-checked-form.ts'
import { useNavigate, useSearchParams } from 'react-router'
import { bodyOf, callsOf, type Extra } from './create-calls.ts'
import { ExtrasStep } from './ExtrasStep.tsx'
import { LayoutAside, LayoutStep, layoutOf } from './LayoutStep.tsx'
import { OptionFields, type OptionValues } from './option-fields.tsx'
import { PlaceStep } from './PlaceStep.tsx'
import { ReviewStep } from './ReviewStep.tsx'
import { demandPool, usePlace } from './place.ts'
import { words } from './pool-create-words.ts'

export interface CreateValues extends OptionValues {
  appliance: string
  name: string
  pool_type: PoolType
  disk_list: string[]
  /** What disks beside the data are for, by uuid. */
  extras: Record<string, Extra>
}

/** A task's title has at most 256 characters, and a name nearly as many. */
const titleOf = (name: string) => words.kept.title(name).slice(0, 256)

/** Create a pool: where, of which disks, how, and what beside the data. A pool alone by a call that leads to it, with more as a plan. */
export default function PoolCreatePage() {
  const [search] = useSearchParams()
  const { data } = useQuery(bff('applianceList'))
  const refusal = useRefusal()
  const navigate = useNavigate()
  const form = useCheckedForm<CreateValues>({
    resolver: byRules<CreateValues>((values) => ({
      appliance: applianceProblem(values.appliance) ?? (place.problem && words.place.unfit),
      name: poolCan.name(values.name, place.pools),
      disk_list: poolCan.layOut(values, place.disks),
    })),
    defaultValues: {
      appliance: search.get('appliance') ?? '',
      name: '',
      pool_type: 'raid6',
      disk_list: [],
      extras: {},
      compression: true,
      deduplication: false,
      syncwrite: true,
    },
  })
  const values = useWatch({ control: form.control }) as CreateValues
  const place = usePlace(values.appliance)
  const create = useOperation(values.appliance, 'poolCreate')
  const ask = useMutation({ mutationFn: (final: CreateValues) => demandPool(final.appliance, bodyOf(final)) })
  const plan = useSubmitPlan()
  const appliance = {
    id: values.appliance,
    name: data?.appliances.find(({ id }) => id === values.appliance)?.name ?? '',
  }
  // Without a name there is no call that could be shown.
  const calls = values.name === '' ? [] : callsOf(values, appliance)

  const submit = async (final: CreateValues) => {
    create.reset()
    ask.reset()
    plan.reset()
    try {
      if (calls.length > 1) {
        // A task could only fail at its first step: what is refused of the pool itself is said here, where it can be changed.
        await ask.mutateAsync(final)
        const { id } = await plan.mutateAsync({ title: titleOf(final.name), calls })
        await navigate(paths.task(id))
        return
      }
      const pool = await create.mutateAsync({ body: bodyOf(final) })
      const to = paths.pool(final.appliance, pool.id)
      toast({ title: words.done(pool.name), link: { to, text: pool.name } })
      await navigate(to)
    } catch (error) {
      // Refused, perhaps because somebody else took the name or a disk: what is shown is read again.
      void place.refetch()
      throw error
    }
  }
  /** Reads the appliance once more, and takes the layout that most people want: all disks, the best protection they allow. */
  const look = async () => {
    const found = await place.refetch()
    if (!found) return false
    const free = found.filter(isUnused).map(({ uuid }) => uuid)
    if (form.getValues('disk_list').length === 0) form.setValue('disk_list', free)
    if (free.length < raid[form.getValues('pool_type')].fewest)
      form.setValue('pool_type', poolTypes.findLast((type) => free.length >= raid[type].fewest) ?? 'raid0')
    return form.trigger('appliance')
  }

  const steps: Step<CreateValues>[] = [
    {
      id: 'place',
      name: words.place.name,
      fields: ['appliance', 'name'],
      proceed: look,
      content: <PlaceStep form={form} appliances={data?.appliances} place={place} />,
    },
    {
      id: 'layout',
      name: words.layout.name,
      fields: ['disk_list'],
      content: <LayoutStep form={form} applianceId={values.appliance} disks={place.disks} />,
      aside: <LayoutAside values={values} disks={place.disks} />,
    },
    {
      id: 'options',
      name: words.options.name,
      content: (
        <>
          <h2 className="vs-step-title">{words.options.title}</h2>
          <OptionFields control={form.control} size={layoutOf(values, place.disks).usable} />
        </>
      ),
    },
    {
      id: 'extras',
      name: words.extras.name,
      content: (
        <ExtrasStep
          form={form}
          poolType={values.pool_type}
          disks={place.disks.filter(
            (disk) =>
              !values.disk_list.includes(disk.uuid) && (isUnused(disk) || (values.extras[disk.uuid] ?? '') !== ''),
          )}
        />
      ),
    },
    {
      id: 'review',
      name: words.review.name,
      content: <ReviewStep values={values} disks={place.disks} applianceName={appliance.name} calls={calls} />,
      aside: <LayoutAside values={values} disks={place.disks} />,
    },
  ]
  const roleProblem = refusal('poolCreate')
  return (
    <>
      <PageHeader title={words.title} trail={[{ text: words.pools, to: paths.pools() }]} />
      {roleProblem === undefined ? (
        <WizardPage
          label={words.title}
          form={form}
          steps={steps}
          submit={words.submit}
          onSubmit={submit}
          error={create.error ?? ask.error ?? plan.error}
          cancel={{ to: paths.pools() }}
          leaving={words.leaving}
        />
      ) : (
        <p>{roleProblem}</p>
      )}
    </>
  )
}
