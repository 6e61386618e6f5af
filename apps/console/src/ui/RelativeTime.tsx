import { Nothing } from './Nothing.tsx'
import { exactTime, relativeTime } from './time.ts'
import { useNow } from './use-now.ts'

/** A time (epoch seconds) relative to now; exact with its zone on hover. */
export function RelativeTime({ value }: { value: number | null | undefined }) {
  const text = useNow((now) => (value === null || value === undefined ? undefined : relativeTime(value, now)))
  if (value === null || value === undefined) return <Nothing />
  return (
    <time dateTime={new Date(value * 1000).toISOString()} title={exactTime(value)} className="vs-number">
      {text}
    </time>
  )
}
