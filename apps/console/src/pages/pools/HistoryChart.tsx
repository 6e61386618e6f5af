import { exactTime } from '../../ui/time.ts'
import { formatBytes } from '../../ui/bytes.ts'
import type { UsagePoint } from '@vsnap/console-api/history.ts'

const [width, height] = [800, 180]
/** Points that are drawn; more are closer together than a screen's. */
const most = 400

/** The part of a period that is looked at: per cent of its points. */
export interface Part {
  readonly from: number
  readonly to: number
}

interface ChartProps {
  readonly points: readonly UsagePoint[]
  readonly shown: readonly UsagePoint[]
  readonly part: Part
  readonly onPart: (part: Part) => void
}

/** How much was used, from nothing to the pool's size; two handles choose the part that is drawn. */
export function HistoryChart({ points, shown, part, onPart }: ChartProps) {
  const [first, last] = [shown[0], shown.at(-1)]
  if (!first || !last) return null
  const at = (percent: number) => {
    const point = points[Math.min(points.length - 1, Math.floor((percent / 100) * points.length))]
    return point ? exactTime(point.time) : ''
  }
  const said = `Used: ${formatBytes(first.used)} at ${exactTime(first.time)}, ${formatBytes(last.used)} at ${exactTime(last.time)}, of ${formatBytes(last.total)}`
  return (
    <figure>
      <svg
        role="img"
        aria-label={said}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        style={{ inlineSize: '100%', blockSize: '11rem', color: 'var(--pf-t--global--color--brand--default)' }}
      >
        <polyline
          points={line(shown)}
          fill="none"
          stroke="currentColor"
          strokeWidth={2}
          vectorEffect="non-scaling-stroke"
        />
        <line x1={0} x2={width} y1={height} y2={height} stroke="currentColor" strokeOpacity={0.4} />
      </svg>
      <figcaption className="vs-subtle">{said}</figcaption>
      {(['from', 'to'] as const).map((end) => (
        <input
          key={end}
          type="range"
          aria-label={end === 'from' ? 'Shown from' : 'Shown until'}
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

function line(points: readonly UsagePoint[]): string {
  const every = Math.ceil(points.length / most)
  const drawn = points.filter((_, index) => index % every === 0 || index === points.length - 1)
  const [start, end] = [drawn[0]?.time ?? 0, drawn.at(-1)?.time ?? 0]
  const top = Math.max(1, ...drawn.map(({ total }) => total))
  return drawn
    .map(({ time, used }) => {
      const x = ((time - start) / Math.max(1, end - start)) * width
      return `${x.toFixed(1)},${(height - (used / top) * height).toFixed(1)}`
    })
    .join(' ')
}
