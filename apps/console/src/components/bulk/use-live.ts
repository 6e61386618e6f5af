import { errorKind } from '../../api/errors.ts'
import type { Query } from '../../api/queries.ts'
import { useQueries } from '@tanstack/react-query'

interface Live<T> {
  /** The answers, in the order of the questions; undefined for what is gone meanwhile. */
  readonly data: readonly (T | undefined)[]
  readonly isKnown: boolean
  readonly error: Error | null
}

/** Asks appliances anew: nothing that was known before counts, as when something is about to be deleted. */
export function useLive<T>(queries: readonly Query<T>[]): Live<T> {
  const results = useQueries({ queries: queries.map((query) => ({ ...query, refetchOnMount: 'always' as const })) })
  const errors = results.map(({ error }) => error).filter((error) => error !== null && errorKind(error) !== 'gone')
  return {
    data: results.map(({ data, error }) => (error ? undefined : data)),
    isKnown: results.every(({ isFetchedAfterMount }) => isFetchedAfterMount),
    error: errors[0] ?? null,
  }
}
