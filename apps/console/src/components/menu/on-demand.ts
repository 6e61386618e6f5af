import { lazy } from 'react'

const code = () => import('./OpenMenu.tsx').then((module) => ({ default: module.OpenMenu }))

/** What an open menu shows; its code comes when a first one is wanted. */
export const OpenMenu = lazy(code)

/** Fetches that code, when somebody points at what opens a menu. */
export const loadMenu = (): void => void code().catch(() => undefined)
