import { CheckboxField, TextField } from '../form/fields.tsx'
import type { Control } from 'react-hook-form'
import type { ReplicaValues } from './replica.ts'

interface Props<Values extends ReplicaValues> {
  readonly control: Control<Values>
  /** The name has the focus when the step opens. */
  readonly startsHere?: boolean
}

/** How replicas are called, and when they begin. */
export function ReplicaFields<Values extends ReplicaValues>({ control, startsHere = false }: Props<Values>) {
  const own = control as unknown as Control<ReplicaValues>
  return (
    <>
      <TextField
        control={own}
        name="pattern"
        label="Name of each replica"
        help="{name} stands for the name of the volume. Names are unique on an appliance."
        spellCheck={false}
        startsHere={startsHere}
        isRequired
      />
      <CheckboxField
        control={own}
        name="start"
        label="Send the first snapshot now"
        help="It sends everything. Later sessions send what changed."
      />
    </>
  )
}
