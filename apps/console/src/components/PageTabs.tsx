import { Skeleton, Tab, Tabs, TabTitleText } from '@patternfly/react-core'
import { Suspense } from 'react'
import { useSearchParams } from 'react-router'

export interface PageTab {
  /** In the URL: `?tab=disks`. The first one needs none. */
  readonly id: string
  readonly title: string
  readonly content: React.ReactNode
}

/** The tabs of a page; the URL says which one is open, and only that one exists. */
export function PageTabs({ label, tabs }: { label: string; tabs: readonly PageTab[] }) {
  const [search, setSearch] = useSearchParams()
  const active = tabs.find(({ id }) => id === search.get('tab')) ?? tabs[0]
  if (!active) return null
  return (
    <Tabs
      aria-label={label}
      activeKey={active.id}
      // A list's filter belongs to its tab and does not go along.
      onSelect={(_, key) => setSearch(key === tabs[0]?.id ? {} : { tab: String(key) }, { preventScrollReset: true })}
      className="vs-tabs"
    >
      {tabs.map(({ id, title, content }) => (
        <Tab key={id} eventKey={id} title={<TabTitleText>{title}</TabTitleText>}>
          {id === active.id && (
            <div className="vs-tab">
              <Suspense fallback={<Skeleton height="16rem" screenreaderText="Loading" />}>{content}</Suspense>
            </div>
          )}
        </Tab>
      ))}
    </Tabs>
  )
}
