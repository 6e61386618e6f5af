import { useRefusal } from '../../api/person.ts'
import { ActionButton } from '../../components/actions.tsx'
import { ApplianceField } from '../../components/form/ApplianceField.tsx'
import { TextField } from '../../components/form/fields.tsx'
import { paths } from '../../paths.ts'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import { isUnused } from '@vsnap/vsnap-api/disk.rules.ts'
import { poolCan } from '@vsnap/vsnap-api/pool.rules.ts'
import { Alert } from '@patternfly/react-core'
import { useWatch, type UseFormReturn } from 'react-hook-form'
import type { Place } from './place.ts'
import type { CreateValues } from './pool-create.tsx'
import { words } from './pool-create-words.ts'

const { place: step } = words

interface Props {
  readonly form: UseFormReturn<CreateValues>
  /** Undefined while they are read. */
  readonly appliances: readonly Appliance[] | undefined
  readonly place: Place
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
        title={step.noAppliance.title}
        actionLinks={
          <ActionButton
            variant="link"
            action={{ label: step.noAppliance.add, to: paths.applianceAdd(), refusal: refusal('applianceCreate') }}
          />
        }
      >
        {step.noAppliance.text}
      </Alert>
    )
  }
  return (
    <>
      <h2 className="vs-step-title">{step.title}</h2>
      <ApplianceField
        control={control}
        name="appliance"
        startsHere={id === ''}
        appliances={appliances}
        refusals={step.silent}
        help={place.isLoading ? step.looking : found(place)}
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
        label={step.pool}
        isRequired
        startsHere={id !== ''}
        autoComplete="off"
        spellCheck={false}
        help={step.poolHelp}
      />
    </>
  )
}

function found({ system, pools, disks }: Place): string | undefined {
  if (!system) return undefined
  return [step.found.disks(disks.filter(isUnused).length, disks.length), step.found.pools(pools.length)].join(', ')
}

/** What helps when no pool can be made there; the reason itself stands at the field. */
function Remedy({ id, place: { system, pools, problem } }: { id: string; place: Place }) {
  const refusal = useRefusal()
  if (id === '' || problem === undefined || !system) return null
  const status = system.init_status
  const action =
    status === 'Not Initialized'
      ? { label: step.remedy.initialize, to: paths.applianceInitialize(id), refusal: refusal('systemInit') }
      : status === 'Initializing'
        ? { label: step.remedy.progress, to: paths.applianceInitialize(id) }
        : !poolCan.createAny(system, pools).ok
          ? { label: step.remedy.pool, to: paths.pools({ appliance: id }) }
          : { label: step.remedy.disks, to: paths.appliance(id, { tab: 'disks' }) }
  return (
    <Alert
      variant="warning"
      isInline
      title={step.remedy.title}
      actionLinks={<ActionButton variant="link" action={action} />}
    >
      {problem}
    </Alert>
  )
}
