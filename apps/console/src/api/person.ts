import { consoleApi, type ConsoleOperation } from '@vsnap/console-api/api.ts'
import type { Person } from '@vsnap/console-api/session.ts'
import { roles, type Endpoint } from '@vsnap/contract/endpoint.ts'
import { vsnapApi, type VsnapOperation } from '@vsnap/vsnap-api/api.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { bff } from './queries.ts'
import { words } from './words.ts'

/** Who is logged in; asked once a page load. */
export const personQuery = { ...bff('sessionView'), staleTime: Infinity }

/** The person who is logged in. */
export function usePerson(): Person {
  return useSuspenseQuery(personQuery).data.user
}

/** Why a person may not call an operation, or undefined when they may. */
export function roleRefusal(person: Person, operation: VsnapOperation | ConsoleOperation): string | undefined {
  const endpoint: Endpoint = { ...vsnapApi, ...consoleApi }[operation]
  if (endpoint.role === 'public' || roles.indexOf(person.role) >= roles.indexOf(endpoint.role)) return undefined
  return words.needsRole(endpoint.role, person.role)
}

/** Asks for operations by name why the person may not call them: `const refusal = useRefusal(); refusal('poolCreate')`. */
export function useRefusal(): (operation: VsnapOperation | ConsoleOperation) => string | undefined {
  const person = usePerson()
  return (operation) => roleRefusal(person, operation)
}
