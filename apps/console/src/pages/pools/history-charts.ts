import { formatBytes } from '../../ui/bytes.ts'
import { exactTime } from '../../ui/time.ts'
import type { UsagePoint } from '@vsnap/console-api/history.ts'
import type { Line, Scale } from './HistoryChart.tsx'
import { roundTicks } from './history-axis.ts'

/** `1.42x`, as the API has it; nothing when nobody knows. */
export const ratioText = (ratio: number | null): string => (ratio === null ? '' : `${ratio.toFixed(2)}x`)

const brand = 'var(--pf-t--global--color--brand--default)'
const subtle = 'var(--pf-t--global--text--color--subtle)'

interface Chart {
  /** What a person chooses. */
  readonly label: string
  readonly lines: readonly Line[]
  readonly scaleOf: (points: readonly UsagePoint[]) => Scale
  /** A sentence about the first and the last of the points. */
  readonly words: (first: UsagePoint, last: UsagePoint) => string
}

const used: Line = { label: 'Used', of: ({ used: bytes }) => bytes, color: brand }
const size: Line = { label: 'Size', of: ({ total }) => total, color: subtle, dashes: '2 4' }
const compression: Line = { label: 'Compression', of: (point) => point.compression_ratio, color: brand }
const deduplication: Line = {
  label: 'Deduplication',
  of: (point) => point.deduplication_ratio,
  color: subtle,
  dashes: '6 4',
}

const ratioWords = ({ label, of }: Line, first: UsagePoint, last: UsagePoint) =>
  `${label}: ${ratioText(of(first)) || 'not known'} at ${exactTime(first.time)}, ${ratioText(of(last)) || 'not known'} at ${exactTime(last.time)}.`

/** What can be seen of a pool's past. */
export const charts = {
  space: {
    label: 'Used space',
    lines: [used, size],
    scaleOf(points) {
      const to = Math.max(1, ...points.map(({ total }) => total))
      return { from: 0, to, ticks: roundTicks(0, to, true), format: formatBytes }
    },
    words: (first, last) =>
      `Used: ${formatBytes(first.used)} at ${exactTime(first.time)}, ${formatBytes(last.used)} at ${exactTime(last.time)}, of ${formatBytes(last.total)}`,
  },
  ratios: {
    label: 'Compression and deduplication',
    lines: [compression, deduplication],
    scaleOf(points) {
      const ratios = points.flatMap((point) => [point.compression_ratio ?? 1, point.deduplication_ratio ?? 1])
      // A little above the highest, so that it is no part of the frame.
      const to = Math.max(1.5, ...ratios.map((ratio) => ratio * 1.05))
      return { from: 1, to, ticks: roundTicks(1, to, false), format: ratioText }
    },
    words: (first, last) => [compression, deduplication].map((line) => ratioWords(line, first, last)).join(' '),
  },
} satisfies Record<string, Chart>
export type ChartName = keyof typeof charts
