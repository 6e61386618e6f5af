import { brand, spaceChart, subtle, type Chart } from '../../components/history/charts.ts'
import { roundTicks } from '../../components/history/history-axis.ts'
import type { Line } from '../../components/history/HistoryChart.tsx'
import { exactTime } from '../../ui/time.ts'
import type { PoolUsagePoint } from '@vsnap/console-api/history.ts'
import { words } from './page-words.tsx'

const { history } = words

/** `1.42x`, as the API has it; nothing when nobody knows. */
export const ratioText = (ratio: number | null): string => (ratio === null ? '' : `${ratio.toFixed(2)}x`)

const compression: Line<PoolUsagePoint> = {
  label: history.compression,
  of: (point) => point.compression_ratio,
  color: brand,
}
const deduplication: Line<PoolUsagePoint> = {
  label: history.deduplication,
  of: (point) => point.deduplication_ratio,
  color: subtle,
  dashes: '6 4',
}

const knownRatio = (ratio: number | null): string => ratioText(ratio) || history.ratioUnknown

/** What can be seen of a pool's past. */
export const charts = {
  space: spaceChart,
  ratios: {
    label: history.ratios,
    linesOf: () => [compression, deduplication],
    scaleOf(points) {
      const ratios = points.flatMap((point) => [point.compression_ratio ?? 1, point.deduplication_ratio ?? 1])
      // A little above the highest, so that it is no part of the frame.
      const to = Math.max(1.5, ...ratios.map((ratio) => ratio * 1.05))
      return { from: 1, to, ticks: roundTicks(1, to, false), format: ratioText }
    },
    sentence: (first, last) =>
      history.fromTo({
        compression: [knownRatio(first.compression_ratio), knownRatio(last.compression_ratio)],
        deduplication: [knownRatio(first.deduplication_ratio), knownRatio(last.deduplication_ratio)],
        times: [exactTime(first.time), exactTime(last.time)],
      }),
  },
} satisfies Record<string, Chart<PoolUsagePoint>>
