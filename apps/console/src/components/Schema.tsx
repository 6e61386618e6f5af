import type { Endpoint } from '@vsnap/contract/endpoint.ts'
import { schemaOf } from '@vsnap/openapi/openapi.ts'
import { ExpandableSection } from '@patternfly/react-core'
import { useState } from 'react'
import type { z } from 'zod'
import { words } from './call-words.tsx'

/** What an operation takes and answers, as JSON Schema. */
export function Schemas({ endpoint: { query, body, result } }: { endpoint: Endpoint }) {
  return (
    <>
      {query && <Schema title={words.schema.query} type={query} />}
      {body && <Schema title={words.schema.body} type={body} />}
      <Schema title={words.schema.answer} type={result} />
    </>
  )
}

function Schema({ title, type }: { title: string; type: z.ZodType }) {
  return (
    <div>
      <h3 className="vs-label">{title}</h3>
      <pre className="vs-pre vs-schema">{JSON.stringify(schemaOf(type), null, 2)}</pre>
    </div>
  )
}

/** The same beside a call, where it is opened by who wants to see it. */
export function CallSchema({ endpoint }: { endpoint: Endpoint }) {
  const [open, setOpen] = useState(false)
  return (
    <ExpandableSection
      toggleText={words.schema.toggle}
      isExpanded={open}
      onToggle={(_, expanded) => setOpen(expanded)}
      isIndented
    >
      {open && (
        <div className="vs-stack">
          <Schemas endpoint={endpoint} />
        </div>
      )}
    </ExpandableSection>
  )
}
