import { useOperation } from '../../api/operations.ts'
import { useRefusal } from '../../api/person.ts'
import { vsnap } from '../../api/queries.ts'
import { byRules } from '../../components/form/submit.ts'
import { toast } from '../../components/toasts.tsx'
import { WizardPage, type Step } from '../../components/wizard/WizardPage.tsx'
import { paths } from '../../paths.ts'
import { defaultBlockSize } from '@vsnap/vsnap-api/volume.rules.ts'
import { Alert } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useForm, useWatch } from 'react-hook-form'
import { useNavigate } from 'react-router'
import { bodyOf, parentsIn, poolKey, problemsOf, type CreateValues, type PoolRow } from './create-values.ts'
import { DetailsStep, KindStep, PoolAside, ReviewStep } from './create-steps.tsx'
import { PoolChoice } from './PoolChoice.tsx'

interface Props {
  readonly pools: readonly PoolRow[]
  /** What the address says to begin with. */
  readonly first: { readonly appliance: string | undefined; readonly pool: string | undefined }
}

/** The pool to begin with: the one of the address, or the only one that can be meant. */
function firstPool(pools: readonly PoolRow[], { appliance, pool }: Props['first']): PoolRow | undefined {
  const meant = pools.filter((row) => appliance === undefined || row.appliance.id === appliance)
  return meant.length === 1 ? meant[0] : meant.find(({ id }) => id === pool)
}

/** Create a volume of one of the three kinds (guide §8.1). */
export function CreateWizard({ pools, first }: Props) {
  const navigate = useNavigate()
  const refusal = useRefusal()('volumeCreate')
  const beginning = firstPool(pools, first)
  const form = useForm<CreateValues>({
    mode: 'onChange',
    resolver: byRules((values) => problemsOf(values, poolOf(values), volumes)),
    defaultValues: {
      pool_id: beginning ? poolKey(beginning) : '',
      volume_type: 'filesystem',
      name: '',
      limit: 'none',
      size_total: '',
      size_block: String(defaultBlockSize),
      parent_id: '',
      parent_path: '',
    },
  })
  const poolOf = ({ pool_id: key }: Pick<CreateValues, 'pool_id'>) => pools.find((row) => poolKey(row) === key)
  const values = { ...form.getValues(), ...useWatch({ control: form.control }) }
  const pool = poolOf(values)
  const applianceId = pool?.appliance.id ?? ''
  const create = useOperation(applianceId, 'volumeCreate')
  const list = useQuery({ ...vsnap(applianceId, 'volumeList'), enabled: applianceId !== '' })
  const volumes = list.data?.volumes ?? []

  const submit = async (final: CreateValues) => {
    if (!pool) return
    try {
      const volume = await create.mutateAsync({ body: bodyOf(final, pool) })
      toast({ title: `Volume ${volume.name} created` })
      await navigate(paths.volume(applianceId, volume.id))
    } catch (error) {
      // What the appliance knows and this page did not, such as a name that was taken meanwhile.
      void list.refetch()
      throw error
    }
  }

  const aside = pool && <PoolAside pool={pool} values={values} />
  const steps: Step<CreateValues>[] = [
    {
      id: 'pool',
      name: 'Pool',
      fields: ['pool_id'],
      content: <PoolChoice control={form.control} pools={pools} />,
    },
    {
      id: 'kind',
      name: 'Kind',
      fields: ['volume_type'],
      content: <KindStep control={form.control} parents={list.data && parentsIn(pool, volumes)} />,
      aside,
    },
    {
      id: 'details',
      name: values.volume_type === 'filebackedlun' ? 'Name and file' : 'Name and size',
      fields:
        values.volume_type === 'filebackedlun'
          ? ['name', 'parent_id', 'parent_path']
          : ['name', 'limit', 'size_total', 'size_block'],
      content: <DetailsStep control={form.control} values={values} parents={parentsIn(pool, volumes)} />,
      aside,
    },
    {
      id: 'review',
      name: 'Review',
      content: pool && (
        <ReviewStep values={values} pool={pool} parent={volumes.find(({ id }) => id === values.parent_id)} />
      ),
    },
  ]
  if (refusal !== undefined)
    return (
      <Alert variant="info" isInline title="You cannot create volumes">
        {refusal}
      </Alert>
    )
  return (
    <WizardPage
      label="Create volume"
      form={form}
      steps={steps}
      submit="Create volume"
      onSubmit={submit}
      error={create.error}
      cancel={{ to: paths.volumes({ appliance: first.appliance }) }}
      leaving="This volume is not created yet."
    />
  )
}
