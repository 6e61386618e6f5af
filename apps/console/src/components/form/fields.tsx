import {
  Checkbox,
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  TextArea,
  TextInput,
} from '@patternfly/react-core'
import { useId } from 'react'
import { useController, type Control, type FieldPath, type FieldPathByValue, type FieldValues } from 'react-hook-form'
import { focusing } from './focus.ts'

interface FieldProps<Values extends FieldValues> {
  readonly control: Control<Values>
  readonly label: string
  /** What is meant, where it is not obvious. */
  readonly help?: React.ReactNode
  readonly isRequired?: boolean
}

/** A label, a control, and beneath it what is wrong or what is meant; the frame of every field. */
export function FieldFrame({
  id,
  label,
  help,
  error,
  isRequired,
  children,
}: {
  id: string
  label: string
  help?: React.ReactNode
  error?: string | undefined
  isRequired?: boolean
  children: React.ReactNode
}) {
  return (
    <FormGroup label={label} fieldId={id} isRequired={isRequired}>
      {children}
      {(error || help) && (
        <FormHelperText>
          <HelperText id={`${id}-help`} isLiveRegion>
            {error && <HelperTextItem variant="error">{error}</HelperTextItem>}
            {help && <HelperTextItem>{help}</HelperTextItem>}
          </HelperText>
        </FormHelperText>
      )}
    </FormGroup>
  )
}

interface TextFieldProps<Values extends FieldValues> extends FieldProps<Values> {
  readonly name: FieldPathByValue<Values, string>
  readonly type?: 'text' | 'password' | 'url' | 'number'
  readonly autoComplete?: string
  readonly placeholder?: string
  /** Has the focus when the dialog or the step opens. */
  readonly startsHere?: boolean
  /** More than one line. */
  readonly rows?: number
  readonly spellCheck?: boolean
}

/** A line (or `rows` lines) of text. */
export function TextField<Values extends FieldValues>({
  control,
  name,
  label,
  help,
  isRequired,
  type = 'text',
  rows,
  startsHere = false,
  ...input
}: TextFieldProps<Values>) {
  const id = useId()
  const {
    field: { ref, ...field },
    fieldState,
  } = useController({ control, name: name as FieldPath<Values> })
  const error = fieldState.error?.message
  const shared = {
    ...input,
    id,
    value: field.value ?? '',
    onBlur: field.onBlur,
    isRequired: isRequired ?? false,
    validated: error ? ('error' as const) : ('default' as const),
    'aria-invalid': error !== undefined,
    ...(error || help ? { 'aria-describedby': `${id}-help` } : {}),
  }
  return (
    <FieldFrame id={id} label={label} help={help} error={error} {...(isRequired ? { isRequired } : {})}>
      {rows === undefined ? (
        <TextInput
          {...shared}
          ref={ref}
          type={type}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- in dialogs and wizard steps, where the focus has to go somewhere
          autoFocus={startsHere}
          onChange={(_, value) => field.onChange(value)}
        />
      ) : (
        <TextArea
          {...shared}
          ref={ref}
          rows={rows}
          resizeOrientation="vertical"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- in dialogs and wizard steps, where the focus has to go somewhere
          autoFocus={startsHere}
          onChange={(_, value) => field.onChange(value)}
        />
      )}
    </FieldFrame>
  )
}

/** A yes or no, with what it means. */
export function CheckboxField<Values extends FieldValues>({
  control,
  name,
  label,
  help,
  isDisabled = false,
}: FieldProps<Values> & { readonly name: FieldPathByValue<Values, boolean>; readonly isDisabled?: boolean }) {
  const id = useId()
  const {
    field: { ref, ...field },
  } = useController({ control, name: name as FieldPath<Values> })
  return (
    <Checkbox
      id={id}
      ref={focusing(ref, id)}
      label={label}
      description={help}
      isChecked={Boolean(field.value)}
      isDisabled={isDisabled}
      onBlur={field.onBlur}
      onChange={(_, checked) => field.onChange(checked)}
    />
  )
}
