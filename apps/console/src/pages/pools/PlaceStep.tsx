import { useRefusal } from '../../api/person.ts'
import { ActionButton } from '../../components/actions.tsx'
import { SelectField } from '../../components/form/choices.tsx'
import { TextField } from '../../components/form/fields.tsx'
import { paths } from '../../paths.ts'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import { isUnused } from '@vsnap/vsnap-api/disk.rules.ts'
import { poolCan } from '@vsnap/vsnap-api/pool.rules.ts'
import { Alert } from '@patternfly/react-core'
import { useWatch, type UseFormReturn } from 'react-hook-form'
import type { Place } from './place.ts'
import type { CreateValues } from './pool-create.tsx'

interface Props {
  readonly form: UseFormReturn<CreateValues>
  /** Undefined while they are read. */
  readonly appliances: readonly Appliance[] | undefined
  readonly place: Place
}

const silent: Partial<Record<Appliance['state'], string>> = {
  unreachable: 'does not answer',
  'credentials-rejected': 'rejects the credentials',
  'certificate-changed': 'shows another certificate',
}

/** Which appliance, and what the pool is called. */
export function PlaceStep({ form: { control, setValue }, appliances, place }: Props) {
  const refusal = useRefusal()
  const id = useWatch({ control, name: 'appliance' })
  if (appliances?.length === 0) {
    return (
      <Alert
        variant="info"
        isInline
        title="No appliance yet"
        actionLinks={
          <ActionButton
            variant="link"
            action={{ label: 'Add appliance', to: paths.applianceAdd(), refusal: refusal('applianceCreate') }}
          />
        }
      >
        A pool is made of the disks of an appliance.
      </Alert>
    )
  }
  return (
    <>
      <h2 className="vs-step-title">Where, and how it is called</h2>
      <SelectField
        control={control}
        name="appliance"
        label="Appliance"
        isRequired
        startsHere={id === ''}
        choices={[
          { value: '', label: 'Choose an appliance' },
          ...(appliances ?? []).map((appliance) => ({
            value: appliance.id,
            label: appliance.name,
            refusal: silent[appliance.state],
          })),
        ]}
        help={place.isLoading ? 'Looking at its disks…' : found(place)}
        onChosen={() => {
          // Disks of another appliance mean nothing here.
          setValue('disk_list', [])
          setValue('extras', {})
        }}
      />
      <Remedy id={id} place={place} />
      <TextField
        control={control}
        name="name"
        label="Name"
        isRequired
        startsHere={id !== ''}
        autoComplete="off"
        spellCheck={false}
        help="A letter first, then letters, digits and _ . : -"
      />
    </>
  )
}

function found({ system, pools, disks }: Place): string | undefined {
  if (!system) return undefined
  const free = disks.filter(isUnused).length
  return `${free} of ${disks.length} disks unused, ${pools.length} ${pools.length === 1 ? 'pool' : 'pools'} there`
}

/** What helps when no pool can be made there; the reason itself stands at the field. */
function Remedy({ id, place: { system, pools, problem } }: { id: string; place: Place }) {
  const refusal = useRefusal()
  if (id === '' || problem === undefined || !system) return null
  const status = system.init_status
  const action =
    status === 'Not Initialized'
      ? { label: 'Initialise the appliance', to: paths.applianceInitialize(id), refusal: refusal('systemInit') }
      : status === 'Initializing'
        ? { label: 'See progress', to: paths.applianceInitialize(id) }
        : !poolCan.createAny(system, pools).ok
          ? { label: 'See its pool', to: paths.pools({ appliance: id }) }
          : { label: 'See its disks', to: paths.appliance(id, { tab: 'disks' }) }
  return (
    <Alert
      variant="warning"
      isInline
      title="No pool can be made there now"
      actionLinks={<ActionButton variant="link" action={action} />}
    >
      {problem}
    </Alert>
  )
}
