import { bff } from '../../api/queries.ts'
import { ChoiceField } from '../../components/form/choices.tsx'
import { PartnerFields } from '../../components/replication/PartnerFields.tsx'
import { ReplicaFields } from '../../components/replication/ReplicaFields.tsx'
import { Title } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import type { UseFormReturn } from 'react-hook-form'
import { namesOf, type CreateValues, type PoolRow } from './create-values.ts'
import { words } from './create-words.tsx'

const { replication } = words

const copyChoices = [
  { value: 'none', ...replication.none },
  { value: 'partner', ...replication.partner },
]

interface Props {
  readonly form: UseFormReturn<CreateValues>
  readonly values: CreateValues
  readonly pool: PoolRow
}

/** Whether a partner keeps copies of the new volumes, and how. */
export function ReplicationStep({ form, values, pool }: Props) {
  const { data: registry } = useQuery(bff('applianceList'))
  const appliances = registry?.appliances ?? []
  const names = namesOf(values)
  return (
    <>
      <Title headingLevel="h2">{replication.isThereACopy(names.length)}</Title>
      <ChoiceField
        control={form.control}
        name="copy"
        label={replication.replication}
        choices={copyChoices}
        startsHere
      />
      {values.copy === 'partner' && (
        <>
          <PartnerFields form={form} from={pool.appliance.id} appliances={appliances} />
          <ReplicaFields control={form.control} names={names} appliances={appliances} />
        </>
      )}
    </>
  )
}
