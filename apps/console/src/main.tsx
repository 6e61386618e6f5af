import '@patternfly/patternfly/base/patternfly-variables.css'
import '@patternfly/patternfly/base/patternfly-common.css'
import './styles/fonts.css'
import './styles/reset.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { queryClient } from './api/queries.ts'
import { prefetch, prefetchFrom } from './components/prefetch.ts'
import { applyTheme } from './layouts/theme.ts'
import { routes } from './routes.tsx'
// After PatternFly's components, which it adjusts.
import './styles/console.css'

applyTheme()
prefetchFrom(routes)
// The reads of the page leave now: before the router is made, and so before the page's own code has even been asked for.
prefetch(location.href)

const root = document.getElementById('root')
if (!root) throw new Error('The page has no element to show the console in')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={createBrowserRouter(routes)} />
    </QueryClientProvider>
  </StrictMode>,
)
