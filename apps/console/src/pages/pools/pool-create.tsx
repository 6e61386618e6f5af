import { useOperation } from '../../api/operations.ts'
import { useRefusal } from '../../api/person.ts'
import { bff } from '../../api/queries.ts'
import { vsnapCall } from '../../api/calls.ts'
import { PageHeader } from '../../components/PageHeader.tsx'
import { applianceProblem } from '../../components/form/ApplianceField.tsx'
import { byRules } from '../../components/form/submit.ts'
import { toast } from '../../components/toasts.tsx'
import { WizardPage, type Step } from '../../components/wizard/WizardPage.tsx'
import { paths } from '../../paths.ts'
import { isUnused } from '@vsnap/vsnap-api/disk.rules.ts'
import { poolCan } from '@vsnap/vsnap-api/pool.rules.ts'
import { raid } from '@vsnap/vsnap-api/pool.layout.ts'
import { poolTypes, type Pool, type PoolType } from '@vsnap/vsnap-api/pool.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useCheckedForm } from '../../components/form/use-checked-form.ts'
import { useNavigate, useSearchParams } from 'react-router'
import { extraCalls, type Extra } from './extra-calls.ts'
import { ExtrasStep } from './ExtrasStep.tsx'
import { LayoutAside, LayoutStep, layoutOf } from './LayoutStep.tsx'
import { OptionFields, type OptionValues } from './option-fields.tsx'
import { PlaceStep } from './PlaceStep.tsx'
import { ReviewStep } from './ReviewStep.tsx'
import { usePlace } from './place.ts'
import { words } from './pool-create-words.tsx'

export interface CreateValues extends OptionValues {
  appliance: string
  name: string
  pool_type: PoolType
  disk_list: string[]
  /** What disks beside the data are for, by uuid. */
  extras: Record<string, Extra>
}

/** Create a pool: where, of which disks, how, and what beside the data. */
export default function PoolCreatePage() {
  const [search] = useSearchParams()
  const { data } = useQuery(bff('applianceList'))
  const refusal = useRefusal()
  const navigate = useNavigate()
  const form = useCheckedForm<CreateValues>({
    resolver: byRules<CreateValues>((values) =>
      // What is made is not asked about again: its name is taken and its disks are used, by itself.
      made
        ? {}
        : {
            appliance: applianceProblem(values.appliance) ?? (place.problem && words.place.unfit),
            name: poolCan.name(values.name, place.pools),
            disk_list: poolCan.layOut(values, place.disks),
          },
    ),
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
  const extras = extraCalls(values)
  const run = useExtraRunner(values.appliance)
  const [made, setMade] = useState<Pool>()

  const unused = place.disks.filter(isUnused)
  const { appliance: _, extras: __, ...body } = values
  const finish = async () => {
    // Refused, perhaps because somebody else took the name or a disk: what is shown is read again.
    const pool = made ?? (await create.mutateAsync({ body }, { onError: () => void place.refetch() }))
    setMade(pool)
    if (!(await run.rest(pool.id, extras))) return
    toast({
      title: words.done(pool.name),
      link: { to: paths.pool(values.appliance, pool.id), text: pool.name },
    })
    await navigate(paths.pool(values.appliance, pool.id))
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
          disks={unused.filter(({ uuid }) => !values.disk_list.includes(uuid))}
        />
      ),
    },
    {
      id: 'review',
      name: words.review.name,
      isNoReturn: made !== undefined,
      content: (
        <ReviewStep
          values={values}
          disks={place.disks}
          applianceName={data?.appliances.find(({ id }) => id === values.appliance)?.name ?? ''}
          made={made}
          done={extras.slice(0, run.done).map(({ use }) => use)}
          left={extras.slice(run.done).map(({ use }) => use)}
          calls={[
            ...(made || values.name === '' ? [] : [vsnapCall('poolCreate', { body })]),
            ...extras.slice(run.done).map((extra) => extra.shown(made?.id)),
          ]}
        />
      ),
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
          submit={made ? words.submitRest : words.submit}
          onSubmit={finish}
          error={create.error ?? run.error}
          cancel={made ? { to: paths.pool(values.appliance, made.id), label: words.leaveRest } : { to: paths.pools() }}
          leaving={made ? null : words.leaving}
        />
      ) : (
        <p>{roleProblem}</p>
      )}
    </>
  )
}

/**
 * Makes the calls beside the creation, one after the other; after a failure it goes on with the one that failed.
 * The failure is in `error`, and not thrown: it is about a disk beside the data, and not about a field of the layout.
 */
function useExtraRunner(applianceId: string) {
  const log = useOperation(applianceId, 'poolAddLog')
  const cache = useOperation(applianceId, 'poolAddCache')
  const spare = useOperation(applianceId, 'poolAddSpare')
  const [done, setDone] = useState(0)
  return {
    done,
    error: log.error ?? cache.error ?? spare.error,
    /** True when all of them are done. */
    async rest(id: string, extras: ReturnType<typeof extraCalls>): Promise<boolean> {
      const params = { id }
      try {
        for (const [index, { use, uuids }] of extras.entries()) {
          if (index < done) continue
          if (use === 'log') await log.mutateAsync({ params, body: { action: 'addlog', disk_list: uuids } })
          if (use === 'cache') await cache.mutateAsync({ params, body: { action: 'addcache', disk: uuids[0] ?? '' } })
          if (use === 'spare') await spare.mutateAsync({ params, body: { action: 'addspare', disk_list: uuids } })
          setDone(index + 1)
        }
        return true
      } catch {
        return false
      }
    },
  }
}
