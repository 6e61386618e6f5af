import { exactTime } from '../../ui/time.ts'
import type { UsagePoint } from '@vsnap/console-api/history.ts'
import { timeTicks } from './history-axis.ts'
import { words } from './words.tsx'
import './chart.css'

const [width, height] = [800, 180]
/** Points that are drawn; more are closer together than a screen's. */
const most = 400

/** The part of a period that is looked at: per cent of its points. */
export interface Part {
  readonly from: number
  readonly to: number
}

/** A line of a chart. Lines are told apart by how they are drawn, not by their colour alone. */
export interface Line<Point> {
  readonly label: string
  readonly of: (point: Point) => number | null
  readonly color: string
  readonly dashes?: string
}

export interface Scale {
  readonly from: number
  readonly to: number
  readonly ticks: readonly number[]
  readonly format: (value: number) => string
}

interface ChartProps<Point> {
  readonly points: readonly Point[]
  readonly shown: readonly Point[]
  readonly lines: readonly Line<Point>[]
  readonly scale: Scale
  /** What is to be seen, in a sentence. */
  readonly sentence: string
  readonly part: Part
  readonly onPart: (part: Part) => void
}

/** Values over time between two axes; two handles choose the part that is drawn. */
export function HistoryChart<Point extends UsagePoint>(props: ChartProps<Point>) {
  const { points, shown, lines, scale, sentence, part, onPart } = props
  const [first, last] = [shown[0], shown.at(-1)]
  if (!first || !last) return null
  const at = (percent: number) => {
    const point = points[Math.min(points.length - 1, Math.floor((percent / 100) * points.length))]
    return point ? exactTime(point.time) : ''
  }
  /** From the top, 0 to 1. */
  const down = (value: number) => 1 - (value - scale.from) / (scale.to - scale.from)
  return (
    <figure>
      <div className="vs-chart">
        <div className="vs-chart-values" aria-hidden="true">
          {scale.ticks.map((value) => (
            <span key={value} style={{ insetBlockStart: `${down(value) * 100}%` }}>
              {scale.format(value)}
            </span>
          ))}
        </div>
        <svg role="img" aria-label={sentence} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none">
          {scale.ticks.map((value) => (
            <line
              key={value}
              x1={0}
              x2={width}
              y1={down(value) * height}
              y2={down(value) * height}
              stroke="var(--pf-t--global--border--color--default)"
              vectorEffect="non-scaling-stroke"
            />
          ))}
          {lines.map(({ label, of, color, dashes }) => (
            <path
              key={label}
              d={path(shown, of, down)}
              fill="none"
              stroke={color}
              strokeWidth={2}
              strokeDasharray={dashes}
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </svg>
        <div className="vs-chart-times" aria-hidden="true">
          {timeTicks(first.time, last.time).map((time, index) => (
            // Three, in an order that never changes.
            <span key={index}>{time}</span>
          ))}
        </div>
      </div>
      <ul className="vs-chart-legend">
        {lines.map(({ label, color, dashes }) => (
          <li key={label}>
            <svg viewBox="0 0 24 4" aria-hidden="true">
              <line x1={0} x2={24} y1={2} y2={2} stroke={color} strokeWidth={2} strokeDasharray={dashes} />
            </svg>
            {label}
          </li>
        ))}
      </ul>
      <figcaption className="vs-subtle">{sentence}</figcaption>
      {(['from', 'to'] as const).map((end) => (
        <input
          key={end}
          type="range"
          aria-label={end === 'from' ? words.heard.shownFrom : words.heard.shownUntil}
          aria-valuetext={at(part[end])}
          min={0}
          max={100}
          value={part[end]}
          onChange={({ target }) => {
            const value = Number(target.value)
            // They never pass each other.
            onPart(
              end === 'from'
                ? { ...part, from: Math.min(value, part.to - 1) }
                : { ...part, to: Math.max(value, part.from + 1) },
            )
          }}
          // As tall as a finger needs it.
          style={{ inlineSize: '100%', blockSize: '1.5rem' }}
        />
      ))}
    </figure>
  )
}

/** A line through the points that have a value; where some have none it is interrupted. */
function path<Point extends UsagePoint>(
  points: readonly Point[],
  of: Line<Point>['of'],
  down: (value: number) => number,
): string {
  const every = Math.ceil(points.length / most)
  const drawn = points.filter((_, index) => index % every === 0 || index === points.length - 1)
  const [start, end] = [drawn[0]?.time ?? 0, drawn.at(-1)?.time ?? 0]
  let pen = 'M'
  return drawn
    .flatMap((point) => {
      const value = of(point)
      if (value === null) {
        pen = 'M'
        return []
      }
      const x = ((point.time - start) / Math.max(1, end - start)) * width
      const step = `${pen}${x.toFixed(1)},${(down(value) * height).toFixed(1)}`
      pen = 'L'
      return step
    })
    .join(' ')
}
