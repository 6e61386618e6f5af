import { Fragment } from 'react'
import { PageLink } from './PageLink.tsx'

interface Link {
  readonly text: string
  readonly to: string
}

/** A sentence in which names are links: each the first time that it occurs. */
export function Linked({ children, links }: { children: string; links: readonly Link[] }) {
  const [first, ...others] = links
  if (!first) return children
  const at = children.indexOf(first.text)
  if (at < 0 || first.text === '') return <Linked links={others}>{children}</Linked>
  return (
    <Fragment>
      <Linked links={others}>{children.slice(0, at)}</Linked>
      <PageLink to={first.to} className="vs-break vs-in-text">
        {first.text}
      </PageLink>
      <Linked links={others}>{children.slice(at + first.text.length)}</Linked>
    </Fragment>
  )
}
