const width = 84
const height = 26
const inset = 2

/** A small picture of how something went, oldest first; the last value is a dot. It repeats what stands beside it, so it is not read aloud. */
export function Sparkline({ values }: { values: readonly number[] }) {
  if (values.length < 2) return null
  const low = Math.min(...values)
  const range = Math.max(...values) - low
  const points = values.map((value, index) => {
    const x = inset + (index / Math.max(1, values.length - 1)) * (width - 2 * inset)
    const y = range === 0 ? height / 2 : height - inset - ((value - low) / range) * (height - 2 * inset)
    return [x, y] as const
  })
  const last = points.at(-1)
  return (
    <svg className="vs-spark" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <polyline points={points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
      {last && <circle cx={last[0]} cy={last[1]} r={inset} />}
    </svg>
  )
}
