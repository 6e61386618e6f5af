import type { ShownCall } from '../api/calls.ts'
import { Button } from '@patternfly/react-core'
import { CodeIcon } from '@patternfly/react-icons'
import { lazy, Suspense, useState } from 'react'
import { useSearchParams } from 'react-router'
import { words } from './call-words.tsx'

const ApiDialog = lazy(() => import('./ApiDialog.tsx').then((module) => ({ default: module.ApiDialog })))

interface Props {
  readonly applianceId: string
  /** What the page itself shows: `vsnapCall('poolView', …)`. */
  readonly call: ShownCall
  /** What its tabs show besides, by their ids in the URL. */
  readonly tabs?: Readonly<Record<string, readonly ShownCall[]>>
}

/** A button that shows the exact calls behind a page and its open tab, as curl, and what is answered as it comes. */
export function ApiCall({ applianceId, call, tabs = {} }: Props) {
  const [open, setOpen] = useState(false)
  const [search] = useSearchParams()
  const calls = [...(tabs[search.get('tab') ?? ''] ?? []), call]
  return (
    <>
      <Button variant="secondary" icon={<CodeIcon />} onClick={() => setOpen(true)}>
        {words.api}
      </Button>
      <Suspense>
        {open && <ApiDialog applianceId={applianceId} calls={calls} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  )
}
