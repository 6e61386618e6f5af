import type { ShownCall } from '../api/calls.ts'
import { setApart } from '../ui/isolated.ts'
import { ExpandableSection, Label } from '@patternfly/react-core'
import { useState } from 'react'
import { ApplianceCurl, CallTitle } from './api-parts.tsx'
import { words } from './call-words.tsx'
import { LaterValues } from './CallList.tsx'
import { CallSchema } from './Schema.tsx'

/** Calls that are about to be made, on one appliance. */
export interface ReviewedCalls {
  readonly applianceId: string
  readonly calls: readonly ShownCall[]
}

/** Each operation of a review once, however often it is called: its first call as curl, the guide's section, and its schema. */
export function ReviewApi({ of }: { of: readonly ReviewedCalls[] }) {
  const [open, setOpen] = useState(false)
  const each = of.flatMap(({ applianceId, calls }) => calls.map((call) => ({ applianceId, call })))
  const operations = [...Map.groupBy(each, ({ call }) => call.endpoint).values()]
  return (
    <ExpandableSection
      toggleText={words.api}
      isExpanded={open}
      onToggle={(_, expanded) => setOpen(expanded)}
      isIndented
    >
      {open && (
        <div className="vs-stack">
          {operations.map((calls) => (
            <Operation key={calls[0]?.call.endpoint.title} calls={calls} />
          ))}
        </div>
      )}
    </ExpandableSection>
  )
}

function Operation({ calls }: { calls: readonly { readonly applianceId: string; readonly call: ShownCall }[] }) {
  const [first] = calls
  if (!first) return null
  const { applianceId, call } = first
  const { method, path, title } = call.endpoint
  return (
    <section className="vs-stack" aria-label={words.heard.operation(setApart(title))}>
      <div>
        <div className="vs-heading">
          <Label isCompact color={method === 'DELETE' ? 'red' : 'blue'}>
            {method}
          </Label>
          <code className="vs-code vs-break">/api{path}</code>
          <span>
            <CallTitle call={call} isAside />
          </span>
        </div>
        <p className="vs-subtle">{words.review.firstOf(calls.length)}</p>
      </div>
      <ApplianceCurl applianceId={applianceId} call={call} />
      <LaterValues of={call} />
      <CallSchema endpoint={call.endpoint} />
    </section>
  )
}
