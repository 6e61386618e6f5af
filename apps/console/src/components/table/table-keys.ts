const controls = 'a, button, input'

/**
 * Keys in the rows of a list: up and down lead to the same control of the next row, Home and End to the first and the last
 * one; Space chooses the row, Enter on its box opens it; A leads to what can be done with the rows that are chosen.
 */
export function onRowKey(event: React.KeyboardEvent<HTMLElement>): void {
  const target = event.target as HTMLElement
  const cell = target.closest('td')
  const row = cell?.closest('tr')
  const isBusy = target.closest('[role="menu"]') !== null || target.getAttribute('aria-expanded') === 'true'
  if (!cell || !row || isBusy || event.altKey || event.ctrlKey || event.metaKey) return
  const box = row.querySelector<HTMLInputElement>('input[type="checkbox"]')
  const bulk = row.closest('.vs-table')?.querySelector<HTMLElement>('.vs-bulk [type="button"]')
  const act = (what: () => void) => {
    event.preventDefault()
    what()
  }
  // In a list of groups the headings between them are no rows to go to.
  const rows = [...(row.closest('table')?.rows ?? [])].filter(({ cells }) => cells[0]?.tagName === 'TD')
  const goTo = (next: HTMLTableRowElement | undefined) =>
    act(() =>
      (
        next?.children[cell.cellIndex]?.querySelector<HTMLElement>(controls) ??
        next?.querySelector<HTMLElement>(controls)
      )?.focus(),
    )
  if (event.key === 'ArrowDown') goTo(rows[rows.indexOf(row) + 1])
  else if (event.key === 'ArrowUp') goTo(rows[rows.indexOf(row) - 1])
  else if (event.key === 'Home') goTo(rows[0])
  else if (event.key === 'End') goTo(rows.at(-1))
  else if (event.key === ' ' && box && target.matches('a')) act(() => box.click())
  else if (event.key.toLowerCase() === 'a' && bulk) act(() => bulk.focus())
  else if (event.key === 'Enter' && target === box) act(() => row.querySelector('a')?.click())
}
