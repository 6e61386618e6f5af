import { queryClient, type Query } from '../../api/queries.ts'
import { useState } from 'react'

/**
 * What a form is about, as it was when the form was opened, and whether somebody else has changed it since.
 * `shown` is the object as the page has it now, `valuesOf` the part of it that the form is about.
 */
export function useOpened<T>(query: Query<T>, shown: T, valuesOf: (object: T) => unknown) {
  const [opened] = useState(shown)
  const text = (object: T) => JSON.stringify(valuesOf(object))
  return {
    opened,
    hasChanged: text(shown) !== text(opened),
    /**
     * Reads it again: false when it is not what the person was shown; the form says so then, and nothing should be sent.
     * When it cannot be read, the call that comes after this says why.
     */
    isAsShown: () =>
      queryClient.fetchQuery({ ...query, staleTime: 0 }).then(
        (now) => text(now) === text(shown),
        () => true,
      ),
  }
}
