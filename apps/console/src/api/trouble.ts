import { answers, type ApplianceState } from '@vsnap/console-api/appliance.ts'
import type { QueryCacheConfig } from '@tanstack/react-query'
import { errorKind } from './errors.ts'

/** Kinds of errors that tell how an appliance is, and not how a call was. */
const aboutAppliance: readonly string[] = ['unreachable', 'credentials', 'certificate']

/**
 * Keeps what is shown of an appliance and what is shown of its state together: when it stops answering, its state is asked
 * for anew; when it answers again, everything of it is. `refetch` takes the beginning of query keys.
 */
export function noticeTrouble(refetch: (queryKey: readonly unknown[]) => void): QueryCacheConfig {
  /** Appliances (ids) of which the last answer was such an error. */
  const troubled = new Set<unknown>()
  const askState = () => {
    refetch(['console', 'applianceView'])
    refetch(['console', 'applianceList'])
  }
  return {
    onError(error, { queryKey: [scope, id] }) {
      if (scope !== 'appliance' || troubled.has(id) || !aboutAppliance.includes(errorKind(error))) return
      troubled.add(id)
      askState()
    },
    onSuccess(data, { queryKey: [scope, name] }) {
      if (scope === 'appliance' && troubled.delete(name)) askState()
      if (scope !== 'console' || name !== 'applianceView') return
      const { id, state } = data as { id: string; state: ApplianceState }
      if (answers(state) && troubled.delete(id)) refetch(['appliance', id])
    },
  }
}
