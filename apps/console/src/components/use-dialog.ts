import { useSearchParams } from 'react-router'

/**
 * The dialog that is open, kept in the URL (`?do=rename`, in lists `?do=remove&on=<id>`), so that it can be linked to and
 * the browser's Back closes it.
 */
export function useDialog() {
  const [search, setSearch] = useSearchParams()
  const change = (edit: (next: URLSearchParams) => void, replace: boolean) =>
    setSearch(
      (current) => {
        const next = new URLSearchParams(current)
        edit(next)
        return next
      },
      { replace, preventScrollReset: true },
    )
  return {
    name: search.get('do') ?? undefined,
    on: search.get('on') ?? undefined,
    open: (name: string, on?: string) =>
      change((next) => {
        next.set('do', name)
        if (on !== undefined) next.set('on', on)
      }, false),
    close: () =>
      change((next) => {
        next.delete('do')
        next.delete('on')
      }, true),
  }
}
