import '@patternfly/react-styles/css/components/Tabs/tabs.css'
import { Skeleton } from '@patternfly/react-core'
import { Suspense, useId } from 'react'
import { useSearchParams } from 'react-router'
import { words } from './words.tsx'

export interface PageTab {
  /** In the URL: `?tab=disks`. The first one needs none. */
  readonly id: string
  readonly title: string
  readonly content: React.ReactNode
}

/** Keeps an open tab where one sees it: a phone has no room for all of them. */
function keepInSight(tab: HTMLElement | null) {
  const list = tab?.closest('[role=tablist]')
  if (!tab || !list) return undefined
  // Called when the list is laid out anyway, and whenever its width changes.
  const observer = new ResizeObserver(() => {
    const [at, within] = [tab.getBoundingClientRect(), list.getBoundingClientRect()]
    // At once: what scrolls smoothly is overtaken by the next change of its width, and ends beside the tab.
    const left = list.scrollLeft + at.left - within.left - (within.width - at.width) / 2
    list.scrollTo({ left, behavior: 'instant' })
  })
  observer.observe(list)
  return () => observer.disconnect()
}

/** Steps to another tab, by the key that is pressed; past the last one comes the first. */
const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** Leads the focus from tab to tab. Enter and space open it, as on any button: not each that is passed asks an appliance. */
function move(event: React.KeyboardEvent<HTMLElement>) {
  const step = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey ? undefined : steps[event.key]
  if (!step) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')]
  event.preventDefault()
  all[
    step(
      all.findIndex((tab) => tab === document.activeElement),
      all.length,
    )
  ]?.focus()
}

/**
 * The tabs of a page; the URL says which one is open, and only that one exists. PatternFly's by its classes: its
 * component measures itself, and is laid out twice, with every page that is opened.
 */
export function PageTabs({ label, tabs }: { label: string; tabs: readonly PageTab[] }) {
  const [search, setSearch] = useSearchParams()
  const id = useId()
  const active = tabs.find(({ id }) => id === search.get('tab')) ?? tabs[0]
  if (!active) return null
  // A list's filter belongs to its tab and does not go along.
  const open = (tab: PageTab) => setSearch(tab === tabs[0] ? {} : { tab: tab.id }, { preventScrollReset: true })
  return (
    <>
      <div className="pf-v6-c-tabs vs-tabs">
        <ul className="pf-v6-c-tabs__list" role="tablist" aria-label={label} onKeyDown={move}>
          {tabs.map((tab) => {
            const isOpen = tab === active
            return (
              <li key={tab.id} className={`pf-v6-c-tabs__item${isOpen ? ' pf-m-current' : ''}`} role="presentation">
                <button
                  type="button"
                  ref={isOpen ? keepInSight : undefined}
                  id={`${id}${tab.id}`}
                  className="pf-v6-c-tabs__link"
                  role="tab"
                  aria-selected={isOpen}
                  aria-controls={isOpen ? `${id}panel` : undefined}
                  tabIndex={isOpen ? 0 : -1}
                  onClick={() => open(tab)}
                >
                  <span className="pf-v6-c-tabs__item-text">{tab.title}</span>
                </button>
              </li>
            )
          })}
        </ul>
      </div>
      <section
        key={active.id}
        id={`${id}panel`}
        className="vs-tab"
        role="tabpanel"
        aria-labelledby={`${id}${active.id}`}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a panel is reached from its tab
        tabIndex={0}
      >
        <Suspense fallback={<Skeleton height="16rem" screenreaderText={words.heard.loading} />}>
          {active.content}
        </Suspense>
      </section>
    </>
  )
}
