import { brand, spaceChart, subtle, type Chart } from '../../components/history/charts.ts'
import { roundTicks } from '../../components/history/history-axis.ts'
import type { Line } from '../../components/history/HistoryChart.tsx'
import { exactTime } from '../../ui/time.ts'
import type { PoolUsagePoint } from '@vsnap/console-api/history.ts'

/** `1.42x`, as the API has it; nothing when nobody knows. */
export const ratioText = (ratio: number | null): string => (ratio === null ? '' : `${ratio.toFixed(2)}x`)

const compression: Line<PoolUsagePoint> = {
  label: 'Compression',
  of: (point) => point.compression_ratio,
  color: brand,
}
const deduplication: Line<PoolUsagePoint> = {
  label: 'Deduplication',
  of: (point) => point.deduplication_ratio,
  color: subtle,
  dashes: '6 4',
}

const ratioWords = ({ label, of }: Line<PoolUsagePoint>, first: PoolUsagePoint, last: PoolUsagePoint) =>
  `${label}: ${ratioText(of(first)) || 'not known'} at ${exactTime(first.time)}, ${ratioText(of(last)) || 'not known'} at ${exactTime(last.time)}.`

/** What can be seen of a pool's past. */
export const charts = {
  space: spaceChart,
  ratios: {
    label: 'Compression and deduplication',
    linesOf: () => [compression, deduplication],
    scaleOf(points) {
      const ratios = points.flatMap((point) => [point.compression_ratio ?? 1, point.deduplication_ratio ?? 1])
      // A little above the highest, so that it is no part of the frame.
      const to = Math.max(1.5, ...ratios.map((ratio) => ratio * 1.05))
      return { from: 1, to, ticks: roundTicks(1, to, false), format: ratioText }
    },
    words: (first, last) => [compression, deduplication].map((line) => ratioWords(line, first, last)).join(' '),
  },
} satisfies Record<string, Chart<PoolUsagePoint>>
