import { Skeleton, Tab, Tabs, TabTitleText } from '@patternfly/react-core'
import { Suspense } from 'react'
import { useSearchParams } from 'react-router'

export interface PageTab {
  /** In the URL: `?tab=disks`. The first one needs none. */
  readonly id: string
  readonly title: string
  readonly content: React.ReactNode
}

/** Keeps an open tab where one sees it: a phone has no room for all of them, nor at once for the buttons that scroll them. */
function keepInSight(text: HTMLElement | null) {
  const [tab, list] = [text?.closest('[role=tab]'), text?.closest('[role=tablist]')]
  if (!tab || !list) return undefined
  const observer = new ResizeObserver(() => {
    const [at, within] = [tab.getBoundingClientRect(), list.getBoundingClientRect()]
    // At once: what scrolls smoothly is overtaken by the next change of its width, and ends beside the tab.
    const left = list.scrollLeft + at.left - within.left - (within.width - at.width) / 2
    list.scrollTo({ left, behavior: 'instant' })
  })
  observer.observe(list)
  return () => observer.disconnect()
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
        <Tab
          key={id}
          eventKey={id}
          title={
            <TabTitleText>
              <span ref={id === active.id ? keepInSight : undefined}>{title}</span>
            </TabTitleText>
          }
        >
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
