import '@patternfly/react-styles/css/components/Nav/nav.css'
import { useId } from 'react'
import { PageLink } from '../components/PageLink.tsx'

/*
 * PatternFly's navigation by its classes: its components keep a popup for each entry and measure each list, with every
 * step from page to page.
 */

/** An entry of the navigation. */
export function NavEntry({ to, isActive, children }: { to: string; isActive: boolean; children: string }) {
  return (
    <li className="pf-v6-c-nav__item">
      <PageLink
        to={to}
        className={`pf-v6-c-nav__link vs-break${isActive ? ' pf-m-current' : ''}`}
        aria-current={isActive ? 'page' : undefined}
      >
        {children}
      </PageLink>
    </li>
  )
}

/** Entries under a heading. */
export function NavSection({ title, children }: { title: string; children: React.ReactNode }) {
  const id = useId()
  return (
    <section className="pf-v6-c-nav__section vs-nav-group" aria-labelledby={id}>
      <h2 className="pf-v6-c-nav__section-title" id={id}>
        {title}
      </h2>
      <NavEntries>{children}</NavEntries>
    </section>
  )
}

/** Entries one under the other. */
export function NavEntries({ children }: { children: React.ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- a list without bullets is none for some browsers
    <ul className="pf-v6-c-nav__list" role="list">
      {children}
    </ul>
  )
}
