import { errorField } from '../../api/errors.ts'
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form'

/**
 * What a form gives to `handleSubmit`: a refusal stays with the mutation, which shows it, and when the server says which
 * field it is about, that field gets the focus.
 */
export function submitting<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  send: (values: Values) => Promise<unknown>,
): (values: Values) => Promise<void> {
  return async (values) => {
    try {
      await send(values)
    } catch (error) {
      const field = errorField(error)
      if (field !== undefined && field in values)
        form.setError(
          field as FieldPath<Values>,
          { message: error instanceof Error ? error.message : '' },
          { shouldFocus: true },
        )
    }
  }
}
