import { useSearchParams } from 'react-router'

/** Stands for no choice: the address does not mention it then. */
export const none = ''

/** What the address has chosen for a list under a key (`group`), and a way to choose; the list begins at its first page again. */
export function useSearchChoice(key: string): [chosen: string, choose: (value: string) => void] {
  const [search, setSearch] = useSearchParams()
  const choose = (value: string) =>
    setSearch(
      (current) => {
        const next = new URLSearchParams(current)
        next.delete('page')
        if (value === none) next.delete(key)
        else next.set(key, value)
        return next
      },
      { replace: true, preventScrollReset: true },
    )
  return [search.get(key) ?? none, choose]
}
