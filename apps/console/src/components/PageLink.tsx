import { Link, type LinkProps } from 'react-router'
import { prefetch } from './prefetch.ts'

/** A link within the console; the page behind it begins to load when somebody points at it. */
export function PageLink({ to, onPointerEnter, onFocus, ...rest }: LinkProps & { to: string }) {
  return (
    <Link
      {...rest}
      to={to}
      onPointerEnter={(event) => {
        prefetch(to)
        onPointerEnter?.(event)
      }}
      onFocus={(event) => {
        prefetch(to)
        onFocus?.(event)
      }}
    />
  )
}
