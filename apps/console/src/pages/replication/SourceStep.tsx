import type { FleetRow } from '../../api/fleet.ts'
import { SelectField } from '../../components/form/choices.tsx'
import { Bytes } from '../../ui/Bytes.tsx'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import { Checkbox, FormHelperText, HelperText, HelperTextItem, Skeleton } from '@patternfly/react-core'
import { useId } from 'react'
import { useController, type UseFormReturn } from 'react-hook-form'
import type { ReplicateValues } from './replicate.tsx'

interface Props {
  readonly form: UseFormReturn<ReplicateValues>
  readonly appliances: readonly Appliance[]
  /** Undefined while they are read. */
  readonly volumes: readonly FleetRow<'volume'>[] | undefined
}

/** Which volumes get a copy elsewhere. */
export function SourceStep({ form, appliances, volumes }: Props) {
  const id = useId()
  const {
    field: { ref, value, onChange },
    fieldState: { error },
  } = useController({ control: form.control, name: 'volumes' })
  const appliance = form.watch('appliance')
  const chosen = new Set(value)
  const toggle = (volume: string) => {
    if (chosen.has(volume)) chosen.delete(volume)
    else chosen.add(volume)
    onChange([...chosen])
  }
  return (
    <>
      <h2 className="vs-step-title">Which volumes?</h2>
      <SelectField
        control={form.control}
        name="appliance"
        label="Appliance"
        isRequired
        startsHere
        choices={[
          { value: '', label: 'Choose an appliance' },
          ...appliances.map((each) => ({ value: each.id, label: each.name })),
        ]}
      />
      {appliance !== '' && !volumes && <Skeleton height="8rem" screenreaderText="Loading" />}
      {volumes && volumes.length === 0 && <p>This appliance has no volumes yet.</p>}
      {volumes && volumes.length > 0 && (
        <ul className="vs-settings" aria-label="Volumes">
          {volumes.map((volume, index) => {
            const refused = volume.volume_type === 'filebackedlun'
            return (
              <li key={volume.id} className="vs-setting vs-setting-compact">
                <Checkbox
                  id={`${id}-${volume.id}`}
                  ref={index === 0 ? ref : undefined}
                  label={<span className="vs-name">{volume.name}</span>}
                  description={refused ? 'A filebackedlun is replicated with its parent filesystem.' : undefined}
                  isDisabled={refused}
                  isChecked={chosen.has(volume.id)}
                  onChange={() => toggle(volume.id)}
                />
                <span className="vs-subtle">
                  {volume.volume_type}, <Bytes value={volume.size_used} />
                </span>
              </li>
            )
          })}
        </ul>
      )}
      {error?.message && (
        <FormHelperText>
          <HelperText isLiveRegion>
            <HelperTextItem variant="error">{error.message}</HelperTextItem>
          </HelperText>
        </FormHelperText>
      )}
    </>
  )
}
