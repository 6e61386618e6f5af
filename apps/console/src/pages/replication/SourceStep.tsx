import { ApplianceField } from '../../components/form/ApplianceField.tsx'
import { PickList } from '../../components/form/PickList.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { paths } from '../../paths.ts'
import { Bytes } from '../../ui/Bytes.tsx'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import { relationshipCan } from '@vsnap/vsnap-api/relationship.rules.ts'
import type { Relationship } from '@vsnap/vsnap-api/relationship.ts'
import { reasonOf } from '@vsnap/vsnap-api/verdict.ts'
import type { VolumeSummary } from '@vsnap/vsnap-api/volume.ts'
import { Skeleton } from '@patternfly/react-core'
import { useWatch, type UseFormReturn } from 'react-hook-form'
import type { ReplicateValues } from './replicate.tsx'
import { words } from './replicate-words.tsx'

const { volumes: step } = words

interface Props {
  readonly form: UseFormReturn<ReplicateValues>
  readonly appliances: readonly Appliance[]
  /** Undefined while they are read. Of very many only the first are shown, and `others` that are chosen already. */
  readonly volumes:
    | {
        readonly shown: readonly VolumeSummary[]
        readonly others: readonly VolumeSummary[]
        readonly total: number
      }
    | undefined
  /** Those of the appliance that is chosen. */
  readonly relationships: readonly Relationship[]
}

/** Which volumes get a copy elsewhere. */
export function SourceStep({ form: { control, setValue }, appliances, volumes, relationships }: Props) {
  const appliance = useWatch({ control, name: 'appliance' })
  return (
    <>
      <h2 className="vs-step-title">{step.title}</h2>
      <ApplianceField
        control={control}
        name="appliance"
        startsHere
        // Ids of volumes and partners mean something else there.
        onChosen={() => {
          setValue('volumes', [])
          setValue('partner', '')
          setValue('remote_pool_id', '')
        }}
        appliances={appliances}
      />
      {appliance !== '' && !volumes && <Skeleton height="8rem" screenreaderText={words.loading} />}
      {volumes && (
        <PickList
          control={control}
          name="volumes"
          label={step.volumes}
          empty={step.none}
          items={[...volumes.others, ...volumes.shown].map((volume) => ({
            value: volume.id,
            label: volume.name,
            aside: (
              <>
                {volume.volume_type}, <Bytes value={volume.size_used} />
              </>
            ),
            refusal: reasonOf(relationshipCan.create(volume, undefined, relationships)),
          }))}
        />
      )}
      {volumes && volumes.shown.length < volumes.total && (
        <p className="vs-subtle">
          {step.onlyFirst(volumes.shown.length, volumes.total, (text) => (
            <PageLink to={paths.volumes({ appliance })} className="vs-in-text">
              {text}
            </PageLink>
          ))}
        </p>
      )}
    </>
  )
}
