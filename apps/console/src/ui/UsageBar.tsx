import { formatBytes, exactBytes } from './bytes.ts'
import { Nothing } from './Nothing.tsx'
import { words } from './words.ts'

const { usage } = words

/** Above these shares a bar says that it fills up, and that it is nearly full. */
const full = { warning: 0.8, danger: 0.9 }

/** How much of a size is used: a small bar, `19.1 TiB of 21 TiB`, and the share. Sizes in bytes; `of` null: no limit. */
export function UsageBar({ used, of }: { used: number | null | undefined; of: number | null | undefined }) {
  if (used === null || used === undefined) return <Nothing />
  if (of === null || of === undefined || of === 0) {
    return (
      <span className="vs-number" title={exactBytes(used)}>
        {formatBytes(used)} <span className="vs-subtle">{usage.noLimit}</span>
      </span>
    )
  }
  const share = Math.min(used / of, 1)
  const level = share >= full.danger ? 'danger' : share >= full.warning ? 'warning' : 'normal'
  return (
    <span className="vs-usage" title={usage.usedOf(exactBytes(used), exactBytes(of))}>
      <span className={`vs-usage-bar vs-${level}`} aria-hidden="true">
        <progress value={share} />
      </span>
      <span className="vs-usage-text vs-number">
        {usage.usedOf(formatBytes(used), formatBytes(of))} <span className="vs-subtle">{percent(share)}</span>
      </span>
    </span>
  )
}

/** A share as `91 %`; a trace is `< 1 %` and not nothing. */
export function percent(share: number): string {
  return share > 0 && share < 0.01 ? usage.trace : usage.share(Math.floor(share * 100))
}
