import { exactBytes, formatBytes } from './bytes.ts'
import { Nothing } from './Nothing.tsx'

/** A size in a binary unit; to the last byte on hover. Null shows what `none` says. */
export function Bytes({ value, none = <Nothing /> }: { value: number | null | undefined; none?: React.ReactNode }) {
  if (value === null || value === undefined) return none
  return (
    <span className="vs-number" title={exactBytes(value)}>
      {formatBytes(value)}
    </span>
  )
}
