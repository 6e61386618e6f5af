import '@patternfly/react-styles/css/components/Page/page.css'

interface FrameProps {
  /** Above everything: the link that skips it, and the masthead. */
  readonly above?: React.ReactNode
  readonly sidebar?: React.ReactNode
  /** Where the link that skips leads. */
  readonly mainId?: string
  readonly children: React.ReactNode
}

/** PatternFly's page by its classes: its component brings along a drawer with the traps of its focus, a tenth of what the first page weighs. */
export function Frame({ above, sidebar, mainId, children }: FrameProps) {
  return (
    <div className="pf-v6-c-page">
      {above}
      {sidebar}
      <div className="pf-v6-c-page__main-container pf-m-fill">
        <main id={mainId} className="pf-v6-c-page__main" tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  )
}

/** The navigation's place, beside the page or (on a phone) over it. */
export function Sidebar({ isOpen, children }: { isOpen: boolean; children: React.ReactNode }) {
  return (
    <div className={`pf-v6-c-page__sidebar ${isOpen ? 'pf-m-expanded' : 'pf-m-collapsed'}`} inert={!isOpen}>
      <div className="pf-v6-c-page__sidebar-main">
        <div className="pf-v6-c-page__sidebar-body">{children}</div>
      </div>
    </div>
  )
}

/** The class of what holds a page. */
export const pageClass = 'pf-v6-c-page__main-body'

/** What fills the page. */
export function FrameSection({ children }: { children: React.ReactNode }) {
  return (
    <section className="pf-v6-c-page__main-section pf-m-fill">
      <div className={pageClass}>{children}</div>
    </section>
  )
}
