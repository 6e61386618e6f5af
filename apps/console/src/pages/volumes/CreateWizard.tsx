import { useOperation } from '../../api/operations.ts'
import { useRefusal } from '../../api/person.ts'
import { useSubmitPlan } from '../../api/plans.ts'
import { vsnap } from '../../api/queries.ts'
import { byRules } from '../../components/form/submit.ts'
import { toast } from '../../components/toasts.tsx'
import { WizardPage, type Step } from '../../components/wizard/WizardPage.tsx'
import { paths } from '../../paths.ts'
import { plain } from '../../ui/isolated.ts'
import { Alert } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useWatch } from 'react-hook-form'
import { useCheckedForm } from '../../components/form/use-checked-form.ts'
import { useNavigate } from 'react-router'
import { AccessStep } from './AccessStep.tsx'
import { callsOf, seenBy } from './create-calls.ts'
import { CreateReview } from './CreateReview.tsx'
import {
  bodiesOf,
  emptyValues,
  namesOf,
  parentsIn,
  poolKey,
  problemsOf,
  type CreateValues,
  type PoolRow,
} from './create-values.ts'
import { DetailsStep, KindStep, PoolAside } from './create-steps.tsx'
import { words } from './create-words.tsx'
import { namesInShort } from './name-pattern.ts'
import { PoolChoice } from './PoolChoice.tsx'
import { ReplicationStep } from './ReplicationStep.tsx'

/** What the address says to begin with. */
export interface First {
  readonly appliance: string | undefined
  readonly pool: string | undefined
}

interface Props {
  readonly pools: readonly PoolRow[]
  readonly first: First
  /** What is filled in already, */
  readonly start?: Partial<CreateValues>
  /** like the volume of this name. */
  readonly like?: string | undefined
}

/** The pool to begin with: the one of the address, or the only one that can be meant. */
function firstPool(pools: readonly PoolRow[], { appliance, pool }: First): PoolRow | undefined {
  const meant = pools.filter((row) => appliance === undefined || row.appliance.id === appliance)
  return meant.length === 1 ? meant[0] : meant.find(({ id }) => id === pool)
}

/** A task's title has at most 256 characters, a name nearly as many. */
const titleOf = (names: readonly string[]) => words.kept.title(names.length, plain(namesInShort(names))).slice(0, 256)

/** Create volumes of one of the three kinds (guide §8.1): one by a call that leads to it, several as a plan. */
export function CreateWizard({ pools, first, start, like }: Props) {
  const navigate = useNavigate()
  const refusal = useRefusal()('volumeCreate')
  const beginning = firstPool(pools, first)
  const form = useCheckedForm<CreateValues>({
    resolver: byRules((values) => problemsOf(values, poolOf(values), volumes)),
    defaultValues: { ...emptyValues, ...start, pool_id: beginning ? poolKey(beginning) : '' },
  })
  const poolOf = ({ pool_id: key }: Pick<CreateValues, 'pool_id'>) => pools.find((row) => poolKey(row) === key)
  const values = { ...form.getValues(), ...useWatch({ control: form.control }) }
  const pool = poolOf(values)
  const applianceId = pool?.appliance.id ?? ''
  const create = useOperation(applianceId, 'volumeCreate')
  const plan = useSubmitPlan()
  const list = useQuery({ ...vsnap(applianceId, 'volumeList'), enabled: applianceId !== '' })
  const volumes = list.data?.volumes ?? []
  const isDisk = values.volume_type !== 'filesystem'
  const hosts = useQuery({ ...vsnap(applianceId, 'hostList'), enabled: applianceId !== '' && isDisk })
  const calls = pool ? callsOf(values, pool, hosts.data?.hosts ?? []) : []
  const names = namesOf(values)

  const submit = async (final: CreateValues) => {
    if (!pool) return
    const [body] = bodiesOf(final, pool)
    create.reset()
    plan.reset()
    try {
      if (!body || calls.length > 1) {
        const { id } = await plan.mutateAsync({ title: titleOf(names), calls })
        await navigate(paths.task(id))
        return
      }
      const volume = await create.mutateAsync({ body })
      toast({ title: words.done(volume.name) })
      await navigate(paths.volume(applianceId, volume.id))
    } catch (error) {
      // What the appliance knows and this page did not, such as a name that was taken meanwhile.
      void list.refetch()
      throw error
    }
  }

  const aside = pool && <PoolAside pool={pool} values={values} />
  /** Ids of one appliance mean something else on another. */
  const leaveAppliance = (key: string) => {
    if (poolOf({ pool_id: key })?.appliance.id === pool?.appliance.id) return
    form.setValue('parent_id', '')
    form.setValue('partner', '')
    form.setValue('remote_pool_id', '')
  }

  const steps: Step<CreateValues>[] = [
    {
      id: 'pool',
      name: words.pool.name,
      fields: ['pool_id'],
      content: (
        <>
          <PoolChoice control={form.control} pools={pools} onChosen={leaveAppliance} />
          {like !== undefined && (
            <p className="vs-subtle">{words.like.filledIn(<span className="vs-name">{like}</span>)}</p>
          )}
        </>
      ),
    },
    {
      id: 'kind',
      name: words.kind.name,
      fields: ['volume_type'],
      content: <KindStep control={form.control} parents={list.data && parentsIn(pool, volumes)} />,
      aside,
    },
    {
      id: 'details',
      name: values.volume_type === 'filebackedlun' ? words.details.nameAndFile : words.details.nameAndSize,
      fields:
        values.volume_type === 'filebackedlun'
          ? ['name', 'parent_id', 'parent_path']
          : ['name', 'limit', 'size_total', 'size_block'],
      content: (
        <DetailsStep
          control={form.control}
          applianceId={applianceId}
          values={values}
          parents={parentsIn(pool, volumes)}
        />
      ),
      aside,
    },
    {
      id: 'access',
      name: words.access.name,
      fields: isDisk ? ['hosts'] : ['access', 'allowed_hosts'],
      content: pool && (
        <AccessStep control={form.control} values={values} pool={pool} hosts={hosts.data?.hosts} error={hosts.error} />
      ),
    },
    {
      id: 'replication',
      name: words.replication.name,
      fields: ['copy', 'partner', 'remote_pool_id', 'pattern'],
      isHidden: values.volume_type === 'filebackedlun',
      content: pool && <ReplicationStep form={form} values={values} pool={pool} />,
    },
    {
      id: 'review',
      name: words.review.name,
      content: pool && (
        <CreateReview
          values={values}
          pool={pool}
          parent={volumes.find(({ id }) => id === values.parent_id)}
          seen={seenBy(values, hosts.data?.hosts ?? []).map(({ name }) => name)}
          calls={calls}
        />
      ),
    },
  ]
  if (refusal !== undefined)
    return (
      <Alert variant="info" isInline title={words.refused}>
        {refusal}
      </Alert>
    )
  return (
    <WizardPage
      label={words.title}
      form={form}
      steps={steps}
      submit={words.submit(names.length)}
      onSubmit={submit}
      error={create.error ?? plan.error}
      cancel={{ to: paths.volumes({ appliance: first.appliance }) }}
      leaving={words.leaving}
    />
  )
}
