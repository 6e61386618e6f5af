import { startTransition, useEffect, useMemo, useRef, useState } from 'react'

/** Milliseconds that rows stay where they are after the pointer has moved over them. */
const aboutToClick = 10_000

interface Held<Row> {
  readonly asked: string
  readonly rows: readonly Row[]
}

/**
 * Rows that do not move under the pointer: while somebody points at them, or has the menu of one open, what was read
 * anew changes what is in them, and comes, goes or moves only afterwards. Another question (`asked`) ends that at once, a key
 * and a click soon after; rows that answer another question than what is asked (`asked` is undefined then) are not held at
 * all. What is answered belongs to the element that the rows stand in.
 */
export function useSteadyRows<Row>(
  rows: readonly Row[] | undefined,
  rowKey: (row: Row) => string,
  asked: string | undefined,
) {
  const [held, setHeld] = useState<Held<Row>>()
  const ref = useRef<HTMLDivElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const last = useRef('')

  const isMenuOpen = () => ref.current?.querySelector('tbody [aria-expanded="true"]') != null
  const hold = () => {
    if (!rows || asked === undefined) return
    if (held?.asked !== asked) setHeld({ asked, rows })
    clearTimeout(timer.current)
    timer.current = setTimeout(release, aboutToClick)
  }
  const release = () => {
    clearTimeout(timer.current)
    if (isMenuOpen()) timer.current = setTimeout(release, aboutToClick / 10)
    // Not before the page that a click on a row leads to: all rows would be drawn once more, and then go.
    else startTransition(() => setHeld(undefined))
  }
  const isHeld = held !== undefined
  useEffect(() => {
    if (!isHeld) return undefined
    // What it does is seen: a menu that it opens holds the rows as well.
    const onceDone = () => setTimeout(release)
    for (const kind of ['click', 'keydown']) document.addEventListener(kind, onceDone, true)
    return () => {
      for (const kind of ['click', 'keydown']) document.removeEventListener(kind, onceDone, true)
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- it looks at nothing that changes
  }, [isHeld])
  useEffect(() => () => clearTimeout(timer.current), [])

  const steady = useMemo(() => {
    if (!rows || !held || held.asked !== asked || held.rows === rows) return rows
    const read = new Map(rows.map((row) => [rowKey(row), row]))
    return held.rows.map((row) => read.get(rowKey(row)) ?? row)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a key is the same whoever makes it
  }, [rows, held, asked])

  return {
    rows: steady,
    around: {
      ref,
      onPointerMove({ pointerType, clientX, clientY, target }: React.PointerEvent) {
        const at = `${clientX} ${clientY}`
        // What moves beneath a pointer that lies still tells of a move, too.
        const isMove = at !== last.current
        last.current = at
        if (isMove && pointerType === 'mouse' && target instanceof Element && target.closest('tbody')) hold()
      },
      onPointerLeave: release,
      // Opened by a key, or a finger.
      onClick: () => void setTimeout(() => isMenuOpen() && hold()),
    },
  }
}
