import { queryClient, type Query } from '../../api/queries.ts'
import { useEffect, useState } from 'react'
import type { FieldValues, Resolver } from 'react-hook-form'
import type { Changed } from './ChangedSince.tsx'
import { changesBetween, type Told } from './changes.ts'
import { submitting } from './submit.ts'
import { useCheckedForm } from './use-checked-form.ts'

interface Options<T, Values extends FieldValues> {
  /** What it is. */
  readonly what: Changed['what']
  /** The object as the page has it now. */
  readonly shown: T
  /** Reads it from its server: `rereading(query)`; undefined when it is not there any more. */
  readonly reread: () => Promise<T | undefined>
  /** The object as the form holds it. */
  readonly valuesOf: (object: T) => Values
  /** What is said of the object when somebody else changes it: all that the form is about. */
  readonly tell: (object: T) => Told
  readonly resolver?: Resolver<Values>
}

/** Reads an answer anew, whatever is known already. */
export const rereading =
  <T>(query: Query<T>): (() => Promise<T>) =>
  () =>
    queryClient.fetchQuery({ ...query, staleTime: 0 })

/** Milliseconds that news stand before something can be sent in spite of them: a click that was on its way did not mean that. */
const moment = 1000

/** Whether what is told has changed within the last moment. */
function useNews(told: string): boolean {
  const [read, setRead] = useState(told)
  useEffect(() => {
    const timer = setTimeout(() => setRead(told), moment)
    return () => clearTimeout(timer)
  }, [told])
  return told !== read
}

/**
 * The form that changes an object which other people may change at the same time. What nobody typed into follows the
 * object; what was typed stays. Before something is sent the object is read again: when it is not what the person was
 * shown, nothing is sent, and the dialog says what changed (`changed`); the next attempt is made knowingly.
 */
export function useEditing<T, Values extends FieldValues>({
  what,
  shown,
  reread,
  valuesOf,
  tell,
  resolver,
}: Options<T, Values>) {
  const [opened] = useState(shown)
  // What was shown when it was sent: what the form itself changes is no news.
  const [sent, setSent] = useState<T>()
  const current = sent ?? shown
  const form = useCheckedForm<Values>({
    values: valuesOf(current),
    resetOptions: { keepDirtyValues: true, keepErrors: true },
    ...(resolver ? { resolver } : {}),
  })
  const changes = changesBetween(tell(opened), tell(current))
  const isNew = useNews(JSON.stringify(changes))
  const changed: Changed = {
    what,
    changes,
    isNews: isNew && changes.length > 0,
    isTyped: Object.keys(form.formState.dirtyFields).length > 0,
  }
  /** What `handleSubmit` gets: `send` is told the values, and the object as it was read a moment before. */
  const sending = (send: (values: Values, now: T) => Promise<unknown>) =>
    submitting(form, async (values) => {
      // When it cannot be read, the call that comes after this says why.
      const now = (await reread().catch(() => undefined)) ?? shown
      if (changesBetween(tell(shown), tell(now)).length > 0) return
      setSent(now)
      try {
        await send(values, now)
      } catch (error) {
        setSent(undefined)
        throw error
      }
    })
  return { form, opened, changed, sending, isBusy: form.formState.isSubmitting || sent !== undefined }
}
