import { useCallback, useSyncExternalStore } from 'react'

/** What a person chose about a list; it is theirs, so it stays in their browser and out of the URL. */
export interface TableChoice {
  /** Keys of the columns to show; absent: those that are not optional. */
  readonly columns?: readonly string[]
  readonly compact: boolean
}

const initial: TableChoice = { compact: true }
const storageKey = (table: string) => `vsnap.table.${table}`
const listeners = new Set<() => void>()
const known = new Map<string, TableChoice>()

function read(table: string): TableChoice {
  const cached = known.get(table)
  if (cached) return cached
  let choice = initial
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey(table)) ?? 'null')
    if (typeof stored === 'object' && stored !== null) {
      const { columns, compact } = stored as { columns?: unknown; compact?: unknown }
      choice = {
        compact: compact !== false,
        ...(Array.isArray(columns) ? { columns: columns.filter((key) => typeof key === 'string') } : {}),
      }
    }
  } catch {
    // A browser without storage, or what somebody else wrote there: as if nothing was chosen.
  }
  known.set(table, choice)
  return choice
}

/** The person's choice for a list, by the list's name, and a way to change it. */
export function useTableChoice(table: string): [TableChoice, (choice: TableChoice) => void] {
  const choice = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => read(table),
  )
  const change = useCallback(
    (next: TableChoice) => {
      known.set(table, next)
      for (const listener of listeners) listener()
      try {
        localStorage.setItem(storageKey(table), JSON.stringify(next))
      } catch {
        // Kept for this page load.
      }
    },
    [table],
  )
  return [choice, change]
}
