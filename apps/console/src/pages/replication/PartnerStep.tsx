import { fleet } from '../../api/fleet.ts'
import { useRefusal } from '../../api/person.ts'
import { ActionButton } from '../../components/actions.tsx'
import { SelectField } from '../../components/form/choices.tsx'
import { TextField } from '../../components/form/fields.tsx'
import { paths } from '../../paths.ts'
import { formatBytes } from '../../ui/bytes.ts'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import { Alert } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useWatch, type UseFormReturn } from 'react-hook-form'
import type { ReplicateValues } from './replicate.tsx'

/** Where the copies go: a partner, and the pool there. */
export function PartnerStep({
  form,
  appliances,
}: {
  form: UseFormReturn<ReplicateValues>
  appliances: readonly Appliance[]
}) {
  const [appliance, partner] = useWatch({ control: form.control, name: ['appliance', 'partner'] })
  const { data } = useQuery(fleet('partner', { appliance }))
  const known = appliances.find(({ system_id: system }) => system === partner)
  const { data: pools } = useQuery({ ...fleet('pool', { appliance: known?.id }), enabled: known !== undefined })
  const refusal = useRefusal()
  const partners = data?.items ?? []
  if (data && partners.length === 0) {
    return (
      <Alert
        variant="info"
        isInline
        title="This appliance has no partner yet"
        actionLinks={
          <ActionButton
            variant="link"
            action={{ label: 'Add partner', to: paths.partnerAdd({ appliance }), refusal: refusal('partnerCreate') }}
          />
        }
      >
        Two appliances have to know each other before one can keep copies of the other’s volumes.
      </Alert>
    )
  }
  return (
    <>
      <h2 className="vs-step-title">Where do the copies go?</h2>
      <SelectField
        control={form.control}
        name="partner"
        label="Partner"
        isRequired
        startsHere
        choices={[
          { value: '', label: 'Choose a partner' },
          ...partners.map(({ id, address }) => ({
            value: id,
            label:
              appliances.find(({ system_id: system }) => system === id)?.name ??
              `${address ?? id}, not in this console`,
          })),
        ]}
      />
      {known ? (
        <SelectField
          control={form.control}
          name="remote_pool_id"
          label="Pool there"
          choices={[
            { value: '', label: 'Its only pool' },
            ...(pools?.items ?? []).map(({ id, name, size_free: free }) => ({
              value: id,
              label: free == null ? name : `${name}, ${formatBytes(free)} free`,
            })),
          ]}
        />
      ) : (
        partner !== '' && (
          <TextField
            control={form.control}
            name="remote_pool_id"
            label="Id of the pool there"
            help="Left empty: the partner’s only pool."
          />
        )
      )}
    </>
  )
}
