import { bff } from '../../api/queries.ts'
import type { PartnerCheck } from '@vsnap/console-api/partner-check.ts'
import { useQuery } from '@tanstack/react-query'

/** As long as the console's server keeps what it found (milliseconds). */
const every = 60_000

/** Where the addresses of partners lead; undefined while the console's server looks. */
export function usePartnerChecks(): readonly PartnerCheck[] | undefined {
  return useQuery({ ...bff('partnerCheckList'), refetchInterval: every }).data?.checks
}
