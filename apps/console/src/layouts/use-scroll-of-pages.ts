import { useLayoutEffect, useRef } from 'react'
import { NavigationType, useLocation, useNavigationType } from 'react-router'

/** How far down the page was at each step of the browser's history, by its key. */
const positions = new Map<string, number>()

/** What a person does who looks elsewhere by themselves. */
const byHand = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const

/** Scrolls down so far once there is so much to see, unless the person scrolls first. Answers what ends that. */
function scrollTo(main: HTMLElement, wanted: number): () => void {
  main.scrollTop = wanted
  if (main.scrollTop >= wanted || !main.firstElementChild) return () => undefined
  const stop = () => {
    grown.disconnect()
    for (const event of byHand) main.removeEventListener(event, stop)
  }
  const grown = new ResizeObserver(() => {
    main.scrollTop = wanted
    if (main.scrollTop >= wanted) stop()
  })
  for (const part of main.children) grown.observe(part)
  for (const event of byHand) main.addEventListener(event, stop, { passive: true })
  return stop
}

/**
 * Another page begins at its top; the browser's Back and Forward lead to where one was on it. It is the page's `main`
 * that is scrolled, and not the window, which react-router's own ScrollRestoration looks after.
 */
export function useScrollOfPages(mainId: string): void {
  const { key, pathname } = useLocation()
  const isBack = useNavigationType() === NavigationType.Pop
  const before = useRef(pathname)
  useLayoutEffect(() => {
    const main = document.getElementById(mainId)
    if (!main) return undefined
    // Tabs, filters and dialogs have the same path, and leave the page where it is.
    const isOther = before.current !== pathname
    before.current = pathname
    const stop = isBack || isOther ? scrollTo(main, isBack ? (positions.get(key) ?? 0) : 0) : undefined
    const remember = () => void positions.set(key, main.scrollTop)
    if (!isBack) remember()
    main.addEventListener('scroll', remember, { passive: true })
    return () => {
      stop?.()
      main.removeEventListener('scroll', remember)
    }
  }, [mainId, key, pathname, isBack])
}
