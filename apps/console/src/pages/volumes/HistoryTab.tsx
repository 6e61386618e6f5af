import { bff, pollEvery } from '../../api/queries.ts'
import { spaceChart } from '../../components/history/charts.ts'
import { UsageHistory, usePeriod } from '../../components/history/UsageHistory.tsx'
import type { Volume } from '@vsnap/vsnap-api/volume.ts'
import { useQuery } from '@tanstack/react-query'

const charts = { space: spaceChart }

/** How much a volume had, and how fast that grows. */
export default function HistoryTab({ applianceId, volume }: { applianceId: string; volume: Volume }) {
  const query = useQuery({
    ...bff('historyVolume', { params: { appliance: applianceId, volume: volume.id }, query: usePeriod() }),
    refetchInterval: pollEvery,
  })
  return <UsageHistory kind="volume" name={volume.name} query={query} charts={charts} />
}
