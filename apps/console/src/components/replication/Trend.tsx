import { formatBytes } from '../../ui/bytes.ts'
import { exactTime } from '../../ui/time.ts'
import type { SessionRow } from './relations.ts'
import { words } from './words.tsx'

const shown = 12
/** Pixels: of a bar, with the gap behind it, and of the picture. */
const [bar, step, height] = [5, 7, 20]

/** The last sessions, as many as are shown, and how many of them failed; the newest first. */
export function lately(sessions: readonly SessionRow[]): {
  readonly last: readonly SessionRow[]
  readonly failed: number
} {
  const last = sessions.slice(0, shown)
  return { last, failed: last.filter(({ status }) => status === 'FAILED').length }
}

/** The last sessions as small bars, the newest at the right: as high as what they sent, red where they failed. */
export function Trend({ sessions }: { sessions: readonly SessionRow[] }) {
  const { last: newest, failed } = lately(sessions)
  const last = newest.toReversed()
  if (last.length === 0) return <span className="vs-subtle vs-number">{words.trend.none}</span>
  const most = Math.max(1, ...last.map(({ size_sent: size }) => size ?? 0))
  return (
    <svg className="vs-trend" width={last.length * step} height={height} role="img">
      <title>{words.trend.counts(last.length, failed)}</title>
      {last.map(({ id, status, size_sent: size, time_queued: time }, index) => {
        const tall = Math.max(3, Math.round(((size ?? 0) / most) * height))
        return (
          <rect
            key={id}
            className={status === 'FAILED' ? 'vs-trend-failed' : 'vs-trend-bar'}
            x={index * step}
            y={height - tall}
            width={bar}
            height={tall}
          >
            <title>
              {[time == null ? undefined : exactTime(time), status, size == null ? undefined : formatBytes(size)]
                .filter(Boolean)
                .join(', ')}
            </title>
          </rect>
        )
      })}
    </svg>
  )
}
