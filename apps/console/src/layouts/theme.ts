import { useSyncExternalStore } from 'react'

export const themes = ['system', 'light', 'dark'] as const
/** How the console looks: as the person said, or as their system does. */
export type Theme = (typeof themes)[number]

const storageKey = 'vsnap.theme'
const systemDark = matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

function chosen(): Theme {
  try {
    const stored = localStorage.getItem(storageKey)
    return themes.find((theme) => theme === stored) ?? 'system'
  } catch {
    return 'system'
  }
}

/** Puts PatternFly's theme on the page; called before anything is rendered, so that nothing flashes. */
export function applyTheme(): void {
  const theme = chosen()
  const dark = theme === 'dark' || (theme === 'system' && systemDark.matches)
  document.documentElement.classList.toggle('pf-v6-theme-dark', dark)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  document.documentElement.style.colorScheme = dark ? 'dark' : 'light'
}

systemDark.addEventListener('change', applyTheme)

/** The person's choice of theme, and a way to change it. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, chosen)
  const change = (next: Theme) => {
    try {
      localStorage.setItem(storageKey, next)
    } catch {
      // A browser without storage keeps following the system.
    }
    applyTheme()
    for (const listener of listeners) listener()
  }
  return [theme, change]
}
