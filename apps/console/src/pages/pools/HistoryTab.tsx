import { bff, pollEvery } from '../../api/queries.ts'
import { UsageHistory, usePeriod } from '../../components/history/UsageHistory.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { Nothing } from '../../ui/Nothing.tsx'
import type { PoolUsagePoint } from '@vsnap/console-api/history.ts'
import type { Pool } from '@vsnap/vsnap-api/pool.ts'
import { useQuery } from '@tanstack/react-query'
import { charts, ratioText } from './history-charts.ts'
import { words } from './page-words.tsx'

const ratioColumn = (key: 'compression_ratio' | 'deduplication_ratio', header: string): Column<PoolUsagePoint> => ({
  key,
  header,
  cell: ({ [key]: ratio }) => ratioText(ratio) || <Nothing />,
  value: ({ [key]: ratio }) => ratio,
  align: 'end',
})

const columns = [
  ratioColumn('compression_ratio', words.history.compression),
  ratioColumn('deduplication_ratio', words.history.deduplication),
] as const

/** How full a pool was, and what it saved. */
export default function HistoryTab({ applianceId, pool }: { applianceId: string; pool: Pool }) {
  const query = useQuery({
    ...bff('historyPool', { params: { appliance: applianceId, pool: pool.id }, query: usePeriod() }),
    refetchInterval: pollEvery,
  })
  return <UsageHistory kind="pool" name={pool.name} query={query} charts={charts} columns={columns} />
}
