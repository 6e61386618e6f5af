import { Breadcrumb, BreadcrumbItem, Title } from '@patternfly/react-core'
import { plain } from '../ui/isolated.ts'
import { PageLink } from './PageLink.tsx'
import { words } from './words.tsx'

/** The browser's title: the page, then the product; bookmarks have it, too. */
export function PageTitle({ children }: { children: string }) {
  return <title>{words.pageTitle(plain(children))}</title>
}

interface PageHeaderProps {
  /** The object's name, or the list's. */
  readonly title: string
  /** Behind the title: a state, a sentence. */
  readonly aside?: React.ReactNode
  /** The way here: `[{text: 'Pools', to: paths.pools()}]`. */
  readonly trail?: readonly { readonly text: string; readonly to: string }[]
  /** Buttons and menus. */
  readonly actions?: React.ReactNode
}

/** Title, way, and actions of a page. Every page has exactly one. */
export function PageHeader({ title, aside, trail = [], actions }: PageHeaderProps) {
  return (
    <header className="vs-page-header">
      <PageTitle>{title}</PageTitle>
      {trail.length > 0 && (
        <Breadcrumb>
          {trail.map(({ text, to }) => (
            <BreadcrumbItem
              key={to}
              render={({ className }) => (
                <PageLink className={className} to={to}>
                  {text}
                </PageLink>
              )}
            />
          ))}
          <BreadcrumbItem isActive>
            <span className="vs-name vs-crumb" title={title}>
              {title}
            </span>
          </BreadcrumbItem>
        </Breadcrumb>
      )}
      <div className="vs-header">
        <div className="vs-heading">
          <Title headingLevel="h1" className="vs-name">
            {title}
          </Title>
          {aside}
        </div>
        {actions && <div className="vs-actions">{actions}</div>}
      </div>
    </header>
  )
}
