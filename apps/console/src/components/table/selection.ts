import { useState } from 'react'

/** The rows of a list that a person has chosen, by their keys. */
export interface Selection {
  readonly keys: ReadonlySet<string>
  /** Chooses rows, or leaves them again. */
  readonly choose: (keys: readonly string[], isChosen: boolean) => void
}

/** What the bar of a list is told, under which stands what can be done with all of them. */
export interface BulkProps<Row> {
  readonly rows: readonly Row[]
  /** How many rows the filter leaves, on all pages. */
  readonly found: number
  /** There are more than a list asks for at once. */
  readonly isPart: boolean
  readonly onAll: () => void
  readonly onNone: () => void
}

const none: ReadonlySet<string> = new Set()

/** What is chosen in a list: it stays when the rows are read again, and nothing is chosen any more when the `filter` is another one. */
export function useSelection(filter: string): Selection {
  const [chosen, setChosen] = useState({ filter, keys: none })
  if (chosen.filter !== filter) setChosen({ filter, keys: none })
  return {
    keys: chosen.filter === filter ? chosen.keys : none,
    choose: (keys, isChosen) =>
      setChosen((current) => {
        const next = new Set(current.keys)
        for (const key of keys) {
          if (isChosen) next.add(key)
          else next.delete(key)
        }
        return { ...current, keys: next }
      }),
  }
}
