import { Button } from '@patternfly/react-core'
import { Suspense, useState, type ComponentType } from 'react'
import { ActionButton, type Action } from '../actions.tsx'
import type { BulkProps } from '../table/selection.ts'
import { words } from './words.ts'

const { bar } = words

/** A row that an action leaves out, and why. */
export interface LeftOut {
  readonly name: string
  readonly reason: string
}

/** What the dialog of an action with many is told: the rows that it is possible for, as they were when it was opened. */
export interface BulkDialogProps<Row> {
  readonly rows: readonly Row[]
  readonly left: readonly LeftOut[]
  readonly onClose: () => void
}

/** Something that can be done with many rows at once. */
export interface BulkAction<Row> {
  readonly label: string
  /** Why it is not possible whichever rows are chosen, or with these together. */
  readonly refusal?: string | undefined
  /** Why it is not possible for one row. */
  readonly without?: (row: Row) => string | undefined
  /** Where it leads, when that is a page. */
  readonly to?: (rows: readonly Row[]) => string
  /** What it opens, when that is a dialog. */
  readonly dialog?: ComponentType<BulkDialogProps<Row>>
  readonly danger?: boolean
}

interface BulkBarProps<Row> extends BulkProps<Row> {
  /** What the rows are. */
  readonly what: keyof typeof bar.heard.selected
  readonly nameOf: (row: Row) => string
  readonly actions: readonly BulkAction<Row>[]
}

/** What a row of a list over the whole fleet is called. */
export const nameInFleet = (row: { readonly name: string; readonly appliance: { readonly name: string } }): string =>
  bar.nameOn(row.name, row.appliance.name)

/** Under a list: how many rows are chosen and what can be done with them; what is not possible for some says for how many, and why. */
export function BulkBar<Row>({ what, rows, found, isPart, onAll, onNone, nameOf, actions }: BulkBarProps<Row>) {
  const [open, setOpen] = useState<{
    Dialog: ComponentType<BulkDialogProps<Row>>
    rows: readonly Row[]
    left: LeftOut[]
  }>()
  const offered = actions.map((action) => {
    const left = rows.flatMap((row) => {
      const reason = action.without?.(row)
      return reason === undefined ? [] : [{ row, name: nameOf(row), reason }]
    })
    const possible = left.length === 0 ? rows : rows.filter((each) => left.every(({ row }) => row !== each))
    const refusal = action.refusal ?? (possible.length === 0 ? left[0]?.reason : undefined)
    const { dialog: Dialog } = action
    const shown: Action = {
      label: action.label,
      refusal,
      ...(action.danger ? { danger: true } : {}),
      ...(action.to ? { to: action.to(possible) } : {}),
      ...(Dialog ? { onSelect: () => setOpen({ Dialog, rows: possible, left }) } : {}),
    }
    return { shown, left: refusal === undefined ? left : [] }
  })
  return (
    <section className="vs-bulk" aria-label={bar.heard.selected[what]}>
      <div className="vs-actions">
        <output>{bar.count(rows.length)}</output>
        {offered.map(({ shown }) => (
          <ActionButton key={shown.label} action={shown} />
        ))}
        {rows.length < found && (
          <Button variant="link" isInline onClick={onAll}>
            {isPart ? bar.selectShown(found) : bar.selectMatching(found)}
          </Button>
        )}
        <Button
          variant="link"
          isInline
          onClick={({ currentTarget }) => {
            // One stands in the header, and one above the cards of a phone.
            const boxes = currentTarget.closest('.vs-table')?.querySelectorAll<HTMLElement>('[data-all]') ?? []
            ;[...boxes].find((box) => box.checkVisibility())?.focus()
            onNone()
          }}
        >
          {bar.clear}
        </Button>
      </div>
      {offered.map(
        ({ shown, left }) =>
          left.length > 0 && (
            <p key={shown.label} className="vs-subtle vs-break">
              {bar.notFor(shown.label, left.length, rows.length)} {left[0]?.reason}
            </p>
          ),
      )}
      <Suspense>
        {open && <open.Dialog rows={open.rows} left={open.left} onClose={() => setOpen(undefined)} />}
      </Suspense>
    </section>
  )
}
