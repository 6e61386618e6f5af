import { personQuery } from '../api/person.ts'
import { queryClient } from '../api/queries.ts'
import { followEvents } from '../api/events.ts'
import { sessionBegan, useSessionExpired } from '../api/expiry.ts'
import { ApiError } from '@vsnap/contract/error.ts'
import { Skeleton, SkipToContent } from '@patternfly/react-core'
import { lazy, Suspense, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Outlet, redirect, useLocation, type LoaderFunctionArgs } from 'react-router'
import { Toasts } from '../components/toasts.tsx'
import { paths } from '../paths.ts'
import { Frame, FrameSection, pageClass, Sidebar } from './Frame.tsx'
import { Masthead } from './Masthead.tsx'
import { Navigation } from './Navigation.tsx'
import { Progress } from './Progress.tsx'
import { useScrollOfPages } from './use-scroll-of-pages.ts'
import { words } from './words.tsx'

const SessionExpired = lazy(() => import('./SessionExpired.tsx').then((module) => ({ default: module.SessionExpired })))

const mainId = 'main'
/** From this width (px) on the navigation is beside the page, and not above it. */
const wide = matchMedia('(min-width: 1200px)')

/** Whether the navigation is open, and a way to say so. Beside the page it is until somebody closes it; over it only until the next step. */
function useNavigationOpen(): [open: boolean, choose: (open: boolean) => void] {
  const { pathname } = useLocation()
  const isWide = useSyncExternalStore(
    (listener) => {
      wide.addEventListener('change', listener)
      return () => wide.removeEventListener('change', listener)
    },
    () => wide.matches,
  )
  const where = isWide ? 'beside' : `over:${pathname}`
  const [chosen, setChosen] = useState({ where: '', open: false })
  return [chosen.where === where ? chosen.open : isWide, (open) => setChosen({ where, open })]
}

/**
 * A link that leads to another page goes with its page, and the focus with it: it goes on at the new page's beginning,
 * unless that has put it somewhere, and the keys that scroll do so.
 */
function useFocusOnPages(pathname: string): void {
  const before = useRef(pathname)
  useEffect(() => {
    const focused = document.activeElement
    // On a phone the navigation is closed by the same step, with the link in it.
    if (before.current !== pathname && (focused === document.body || focused?.closest('[inert]')))
      document.getElementById(mainId)?.focus({ preventScroll: true })
    before.current = pathname
  }, [pathname])
}

/**
 * Stands in a page, and takes the focus from it just before it goes: a browser that drops the element with the focus
 * lays out once more all that it is about to drop.
 */
function FocusGoesFirst({ pathname }: { pathname: string }) {
  useLayoutEffect(
    () => () => {
      const focused = document.activeElement
      // A page that is only put aside, or tried out by React in development, keeps it.
      if (location.pathname === pathname || !(focused instanceof HTMLElement)) return
      if (focused.closest(`.${pageClass}`)) focused.blur()
    },
    [pathname],
  )
  return null
}

/** Asks who is logged in; nobody: to the log-in page, and back here afterwards. */
export async function personLoader({ request }: LoaderFunctionArgs): Promise<Response | null> {
  try {
    await queryClient.ensureQueryData(personQuery)
    sessionBegan()
    followEvents()
    return null
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error
    const { pathname, search, hash } = new URL(request.url)
    return redirect(paths.login({ to: pathname === '/' ? undefined : `${pathname}${search}${hash}` }))
  }
}

/** What is around every page: masthead, navigation, toasts, and the question to log in again. */
export function Shell() {
  const { pathname } = useLocation()
  const expired = useSessionExpired()
  useFocusOnPages(pathname)
  useScrollOfPages(mainId)
  const [open, setOpen] = useNavigationOpen()
  return (
    <Frame
      above={
        <>
          <SkipToContent href={`#${mainId}`}>{words.skip}</SkipToContent>
          <Masthead isNavigationOpen={open} onNavigation={() => setOpen(!open)} />
        </>
      }
      sidebar={
        <Sidebar isOpen={open}>
          <Navigation />
        </Sidebar>
      }
      mainId={mainId}
    >
      <Progress />
      <FrameSection>
        <Suspense key={pathname} fallback={<PageSkeleton />}>
          <FocusGoesFirst pathname={pathname} />
          <Outlet />
        </Suspense>
      </FrameSection>
      <Toasts />
      <Suspense>{expired && <SessionExpired />}</Suspense>
    </Frame>
  )
}

/** A page whose data is on its way. */
function PageSkeleton() {
  return (
    <div className="vs-stack" aria-busy="true">
      <Skeleton width="30%" fontSize="2xl" screenreaderText={words.heard.loading} />
      <Skeleton width="100%" height="3rem" />
      <Skeleton width="100%" height="20rem" />
    </div>
  )
}

/** The first moment: the frame of the console, empty. */
export function ShellSkeleton() {
  return (
    <Frame>
      <FrameSection>
        <PageSkeleton />
      </FrameSection>
    </Frame>
  )
}
