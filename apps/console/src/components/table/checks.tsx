import type { Selection } from './selection.ts'
import { words } from './words.tsx'

interface RowCheckProps {
  readonly name: string
  readonly own: string
  /** Of all rows of the page, in their order. */
  readonly keys: readonly string[]
  /** The row that was changed before. */
  readonly changedRef: React.RefObject<string>
  readonly selection: Selection
}

/** The box of a row. With Shift all rows between it and the one that was changed before follow it. */
export function RowCheck({ name, own, keys, changedRef, selection }: RowCheckProps) {
  return (
    <label>
      <input
        type="checkbox"
        className="pf-v6-c-check__input"
        aria-label={words.heard.select(name)}
        checked={selection.keys.has(own)}
        onChange={({ target, nativeEvent }) => {
          const isRange = nativeEvent instanceof MouseEvent && nativeEvent.shiftKey
          const ends = [keys.indexOf(own), keys.indexOf(isRange ? changedRef.current : own)].filter((at) => at >= 0)
          changedRef.current = own
          selection.choose(keys.slice(Math.min(...ends), Math.max(...ends) + 1), target.checked)
        }}
      />
    </label>
  )
}

interface AllCheckProps {
  readonly label: string
  readonly keys: readonly string[]
  readonly selection: Selection
  /** The label stands beside it; otherwise it is only heard. */
  readonly isShown?: boolean
}

/** The box above: all rows of this page, as `label` says. */
export function AllCheck({ label, keys, selection, isShown = false }: AllCheckProps) {
  const count = keys.filter((key) => selection.keys.has(key)).length
  return (
    <label>
      <input
        type="checkbox"
        className="pf-v6-c-check__input"
        {...(isShown ? {} : { 'aria-label': label })}
        data-all=""
        ref={(box) => {
          if (box) box.indeterminate = count > 0 && count < keys.length
        }}
        checked={count > 0 && count === keys.length}
        onChange={({ target }) => selection.choose(keys, target.checked)}
      />
      {isShown && <span>{label}</span>}
    </label>
  )
}
