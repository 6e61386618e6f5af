import { PageLink } from '../../components/PageLink.tsx'
import { figure } from '../../ui/plural.ts'
import { useId } from 'react'

/** One of the questions that the overview answers; `aside`: the answer in one line. */
export function OverviewCard({
  title,
  aside,
  children,
}: {
  title: string
  aside?: React.ReactNode
  children: React.ReactNode
}) {
  const id = useId()
  return (
    <section className="vs-card" aria-labelledby={id}>
      <header className="vs-card-head">
        <h2 id={id} className="vs-card-title">
          {title}
        </h2>
        {aside && <span className="vs-aside">{aside}</span>}
      </header>
      {children}
    </section>
  )
}

/** A number that opens its list; undefined while it is being counted. `heard`: the number with what it counts. */
export function Figure({
  value,
  what,
  heard,
  to,
}: {
  value: number | undefined
  what: string
  heard: (value: number) => string
  to: string
}) {
  return (
    <div className="vs-figure">
      <PageLink
        to={to}
        aria-label={value === undefined ? what : heard(value)}
        className={value === 0 ? 'vs-figure-none' : ''}
      >
        {value === undefined ? '…' : figure(value)}
      </PageLink>
      <span aria-hidden="true">{what}</span>
    </div>
  )
}
