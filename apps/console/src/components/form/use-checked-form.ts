import { useEffect } from 'react'
import {
  useForm,
  type FieldErrors,
  type FieldPath,
  type FieldValues,
  type UseFormProps,
  type UseFormReturn,
} from 'react-hook-form'

/** What stands at a field because of the form's own check; what a server said of it is not for the form to take back. */
const isOwn = <Values extends FieldValues>(errors: FieldErrors<Values>, field: keyof Values): boolean =>
  errors[field]?.type !== 'server'

/**
 * A form that is checked while somebody types, and once more when what it is checked against is another: the names that
 * are taken may come after the name was typed, or change as long as the form is open. Only what was typed, or has a
 * problem already, is checked anew.
 */
export function useCheckedForm<Values extends FieldValues>(options: UseFormProps<Values>): UseFormReturn<Values> {
  const form = useForm<Values>({ mode: 'onChange', ...options })
  const { errors, dirtyFields, isSubmitting, isSubmitSuccessful } = form.formState
  // Each render may bring other things to check against; without a difference nothing follows.
  useEffect(() => {
    // What is sent is there before the form is gone: its own name is not taken from it.
    if (!options.resolver || isSubmitting || isSubmitSuccessful) return
    const fields = [...new Set([...Object.keys(dirtyFields), ...Object.keys(errors)])] as FieldPath<Values>[]
    const check = async (resolver: NonNullable<typeof options.resolver>) => {
      const { errors: now } = await resolver(form.getValues(), options.context, {
        fields: {},
        shouldUseNativeValidation: false,
      })
      const stale = fields.filter((field) => isOwn(errors, field) && now[field]?.message !== errors[field]?.message)
      if (stale.length > 0) await form.trigger(stale)
    }
    void check(options.resolver)
  })
  return form
}
