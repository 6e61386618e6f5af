import { bff } from '../../api/queries.ts'
import type { PartnerCheck } from '@vsnap/console-api/partner-check.ts'
import { useQuery } from '@tanstack/react-query'

/** Milliseconds: the console's server looks by itself no more often than it has to. */
const every = 15_000

/** Where the addresses of partners lead; undefined while the console's server looks. */
export function usePartnerChecks(): readonly PartnerCheck[] | undefined {
  return useQuery({ ...bff('partnerCheckList'), refetchInterval: every }).data?.checks
}
