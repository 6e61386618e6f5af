import { fleet } from '../../api/fleet.ts'
import { useRefusal } from '../../api/person.ts'
import { ActionButton } from '../actions.tsx'
import { SelectField } from '../form/choices.tsx'
import { TextField } from '../form/fields.tsx'
import { paths } from '../../paths.ts'
import { formatBytes } from '../../ui/bytes.ts'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import { Alert } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useWatch, type UseFormReturn } from 'react-hook-form'
import { words } from './replica-words.tsx'
import type { ReplicaValues } from './replica.ts'

const { partner: partnerWords, pool: poolWords } = words

interface Props<Values extends ReplicaValues> {
  readonly form: UseFormReturn<Values>
  /** The appliance (id) that sends. */
  readonly from: string
  /** All of the registry. */
  readonly appliances: readonly Appliance[]
  /** The partner has the focus when the step opens. */
  readonly startsHere?: boolean
}

/** Where the copies go: a partner, and the pool there. */
export function PartnerFields<Values extends ReplicaValues>({
  form: whole,
  from,
  appliances,
  startsHere = false,
}: Props<Values>) {
  // A form of more fields is a form of these, which the types of react-hook-form cannot see.
  const form = whole as unknown as UseFormReturn<ReplicaValues>
  const [partner, pool] = useWatch({ control: form.control, name: ['partner', 'remote_pool_id'] })
  const { data } = useQuery(fleet('partner', { appliance: from }))
  const known = appliances.find(({ system_id: system }) => system === partner)
  const { data: allPools } = useQuery(fleet('pool'))
  /** Those of a partner (its system's id), the one with the most room first. */
  const poolsOf = (system: string) => {
    const id = appliances.find(({ system_id: own }) => own === system)?.id
    return (allPools?.items ?? [])
      .filter(({ appliance }) => appliance.id === id)
      .toSorted((a, b) => (b.size_free ?? 0) - (a.size_free ?? 0))
  }
  const pools = poolsOf(partner)
  const refusal = useRefusal()
  const partners = data?.items ?? []
  if (data && partners.length === 0) {
    return (
      <Alert
        variant="info"
        isInline
        title={partnerWords.none.title}
        actionLinks={
          <ActionButton
            variant="link"
            action={{
              label: partnerWords.none.add,
              to: paths.partnerAdd({ appliance: from }),
              refusal: refusal('partnerCreate'),
            }}
          />
        }
      >
        {partnerWords.none.text}
      </Alert>
    )
  }
  return (
    <>
      <SelectField
        control={form.control}
        name="partner"
        label={partnerWords.label}
        isRequired
        startsHere={startsHere}
        // A pool of one partner means another one elsewhere.
        onChosen={(system) => form.setValue('remote_pool_id', poolsOf(system)[0]?.id ?? '')}
        choices={[
          { value: '', label: partnerWords.choose },
          ...partners.map(({ id, address }) => ({
            value: id,
            label:
              appliances.find(({ system_id: system }) => system === id)?.name ?? partnerWords.notHere(address ?? id),
          })),
        ]}
      />
      {known ? (
        <SelectField
          control={form.control}
          name="remote_pool_id"
          label={poolWords.label}
          choices={[
            ...(pool === '' ? [{ value: '', label: pools.length > 1 ? poolWords.choose : poolWords.only }] : []),
            ...pools.map(({ id, name, size_free: free }) => ({
              value: id,
              label: free == null ? name : poolWords.free(name, formatBytes(free)),
            })),
          ]}
        />
      ) : (
        partner !== '' && (
          <TextField control={form.control} name="remote_pool_id" label={poolWords.id} help={poolWords.idHelp} />
        )
      )}
    </>
  )
}
