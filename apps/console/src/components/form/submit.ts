import { errorField } from '../../api/errors.ts'
import { reasonOf, type Verdict } from '@vsnap/vsnap-api/verdict.ts'
import type { FieldErrors, FieldPath, FieldValues, Resolver, UseFormReturn } from 'react-hook-form'

/** The field of a form that a refusal is about, when the server names one that the form has. */
function placeOf<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  error: unknown,
): FieldPath<Values> | undefined {
  const field = errorField(error)
  return field !== undefined && field in form.getValues() ? (field as FieldPath<Values>) : undefined
}

/** Puts a refusal at the field that it is about; its name, when there is one. */
export function placeError<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  error: unknown,
): FieldPath<Values> | undefined {
  const field = placeOf(form, error)
  if (field !== undefined)
    form.setError(
      field,
      { type: 'server', message: error instanceof Error ? error.message : '' },
      { shouldFocus: true },
    )
  return field
}

/** What a form shows above its fields: an error that stands at one of them already is not said twice. */
export function errorAbove<Values extends FieldValues>(form: UseFormReturn<Values>, error: unknown): unknown {
  return placeOf(form, error) === undefined ? error : null
}

/**
 * What a form gives to `handleSubmit`: a refusal stays with the mutation, which shows it, and when the server says which
 * field it is about, it stands there and that field gets the focus.
 */
export function submitting<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  send: (values: Values) => Promise<unknown>,
): (values: Values) => Promise<void> {
  return async (values) => {
    try {
      await send(values)
    } catch (error) {
      placeError(form, error)
    }
  }
}

/** What is wrong with the values, by field: a sentence, or the verdict of a rule. */
export type Problems<Values extends FieldValues> = Partial<Record<FieldPath<Values>, string | Verdict | undefined>>

/** A form's resolver that asks the rules, so that a person reads while typing what the appliance would answer. */
export function byRules<Values extends FieldValues>(check: (values: Values) => Problems<Values>): Resolver<Values> {
  return (values) => {
    const errors = Object.entries(check(values)).flatMap(([field, problem]) => {
      const message = typeof problem === 'string' ? problem : reasonOf(problem as Verdict | undefined)
      return message === undefined ? [] : [[field, { type: 'rule', message }]]
    })
    return errors.length === 0
      ? { values, errors: {} }
      : { values: {}, errors: Object.fromEntries(errors) as FieldErrors<Values> }
  }
}
