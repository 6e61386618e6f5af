import { FormSelect, FormSelectOption, FormGroup, Radio } from '@patternfly/react-core'
import { useId } from 'react'
import { useController, type Control, type FieldPath, type FieldPathByValue, type FieldValues } from 'react-hook-form'
import { FieldError } from './FieldError.tsx'
import { FieldFrame } from './fields.tsx'
import { focusing } from './focus.ts'
import { words } from './words.tsx'

/** One of a few things to choose from. */
export interface Choice<Value extends string = string> {
  readonly value: Value
  readonly label: string
  /** What it means. */
  readonly help?: React.ReactNode
  /** Why it cannot be chosen now. */
  readonly refusal?: string | undefined
}

interface ChoiceFieldProps<Values extends FieldValues> {
  readonly control: Control<Values>
  readonly name: FieldPathByValue<Values, string>
  readonly label: string
  readonly choices: readonly Choice[]
  /** Has the focus when the dialog or the step opens. */
  readonly startsHere?: boolean
}

/** A choice between a few things, each explained on a card of its own; what cannot be chosen says why. */
export function ChoiceField<Values extends FieldValues>({
  control,
  name,
  label,
  choices,
  startsHere = false,
}: ChoiceFieldProps<Values>) {
  const id = useId()
  const {
    field: { ref, ...field },
    fieldState: { error },
  } = useController({ control, name: name as FieldPath<Values> })
  const first = choices.find(({ refusal }) => refusal === undefined)?.value
  // The one that the Tab key reaches.
  const reached = choices.some(({ value }) => value === field.value) ? field.value : first
  return (
    <FormGroup role="radiogroup" fieldId={id} label={label} isStack>
      <div className="vs-choices">
        {choices.map(({ value, label: text, help, refusal }) => (
          <Radio
            key={value}
            id={`${id}-${value}`}
            name={`${id}-${name}`}
            className="vs-choice"
            isLabelWrapped
            component="label"
            label={text}
            body={<span className="vs-choice-help">{refusal ?? help}</span>}
            value={value}
            isChecked={field.value === value}
            isDisabled={refusal !== undefined}
            onBlur={field.onBlur}
            onChange={() => field.onChange(value)}
            {...(value === reached ? { ref: focusing(ref, `${id}-${value}`), autoFocus: startsHere } : {})}
          />
        ))}
      </div>
      <FieldError message={error?.message} />
    </FormGroup>
  )
}

export interface SelectFieldProps<Values extends FieldValues> extends ChoiceFieldProps<Values> {
  readonly help?: React.ReactNode
  readonly isRequired?: boolean
  /** Told when the person has chosen: for fields that the choice makes meaningless. */
  readonly onChosen?: (value: string) => void
}

/** A choice out of a longer list, in one line; native, so that letters find their entry. */
export function SelectField<Values extends FieldValues>({
  control,
  name,
  label,
  choices,
  help,
  isRequired,
  onChosen,
  startsHere = false,
}: SelectFieldProps<Values>) {
  const id = useId()
  const {
    field: { ref, ...field },
    fieldState,
  } = useController({ control, name: name as FieldPath<Values> })
  const error = fieldState.error?.message
  return (
    <FieldFrame id={id} label={label} help={help} error={error} {...(isRequired ? { isRequired } : {})}>
      <FormSelect
        id={id}
        ref={focusing(ref, id)}
        value={field.value ?? ''}
        onBlur={field.onBlur}
        onChange={(_, value) => {
          field.onChange(value)
          onChosen?.(value)
        }}
        validated={error ? 'error' : 'default'}
        aria-invalid={error !== undefined}
        {...(error || help ? { 'aria-describedby': `${id}-help` } : {})}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- in dialogs and wizard steps, where the focus has to go somewhere
        autoFocus={startsHere}
      >
        {choices.map(({ value, label: text, refusal }) => (
          <FormSelectOption
            key={value}
            value={value}
            label={refusal === undefined ? text : words.refused(text, refusal)}
            isDisabled={refusal !== undefined}
          />
        ))}
      </FormSelect>
    </FieldFrame>
  )
}
