import { formatBytes } from '../../ui/bytes.ts'
import { exactTime } from '../../ui/time.ts'
import type { UsagePoint } from '@vsnap/console-api/history.ts'
import type { Line, Scale } from './HistoryChart.tsx'
import { roundTicks } from './history-axis.ts'
import { words } from './words.tsx'

/** Something that can be seen of a past. */
export interface Chart<Point> {
  /** What a person chooses. */
  readonly label: string
  readonly linesOf: (points: readonly Point[]) => readonly Line<Point>[]
  readonly scaleOf: (points: readonly Point[]) => Scale
  /** A sentence about the first and the last of the points. */
  readonly sentence: (first: Point, last: Point) => string
}

export const brand = 'var(--pf-t--global--color--brand--default)'
export const subtle = 'var(--pf-t--global--text--color--subtle)'

const used: Line<UsagePoint> = { label: words.used, of: ({ used: bytes }) => bytes, color: brand }
const size: Line<UsagePoint> = { label: words.size, of: ({ total }) => total, color: subtle, dashes: '2 4' }

/** How full it was; without a limit, how much it had. */
export const spaceChart: Chart<UsagePoint> = {
  label: words.usedSpace,
  linesOf: (points) => (points.some(({ total }) => total !== null) ? [used, size] : [used]),
  scaleOf(points) {
    const limits = points.flatMap(({ total }) => total ?? [])
    // A little above the highest, so that it is no part of the frame.
    const to = Math.max(1, ...limits, ...points.map(({ used: bytes, total }) => bytes * (total === null ? 1.05 : 1)))
    return { from: 0, to, ticks: roundTicks(0, to, true), format: formatBytes }
  },
  sentence(first, last) {
    const [before, then] = [formatBytes(first.used), exactTime(first.time)]
    const [after, end] = [formatBytes(last.used), exactTime(last.time)]
    return last.total === null
      ? words.usedAt(before, then, after, end)
      : words.usedOf(before, then, after, end, formatBytes(last.total))
  },
}
