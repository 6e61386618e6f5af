import type { Appliance } from '@vsnap/console-api/appliance.ts'
import type { FieldValues } from 'react-hook-form'
import { SelectField, type SelectFieldProps } from './choices.tsx'
import { words } from './words.tsx'

interface ApplianceFieldProps<Values extends FieldValues> extends Omit<
  SelectFieldProps<Values>,
  'label' | 'choices' | 'isRequired'
> {
  /** Undefined while they are read. */
  readonly appliances: readonly Appliance[] | undefined
  /** Why some cannot be chosen now, by the state that they are in. */
  readonly refusals?: Readonly<Partial<Record<Appliance['state'], string>>>
}

/** The appliance that something is made on, by its id; '' while none is chosen. */
export function ApplianceField<Values extends FieldValues>({
  appliances = [],
  refusals = {},
  ...field
}: ApplianceFieldProps<Values>) {
  return (
    <SelectField
      {...field}
      label={words.appliance.label}
      isRequired
      choices={[
        { value: '', label: words.appliance.choose },
        ...appliances.map(({ id, name, state }) => ({ value: id, label: name, refusal: refusals[state] })),
      ]}
    />
  )
}

/** What is wrong with what was chosen there. */
export const applianceProblem = (chosen: string): string | undefined =>
  chosen === '' ? words.appliance.missing : undefined
