import type { Operation } from '@vsnap/contract/endpoint.ts'
import { schemaOf } from '@vsnap/contract/openapi.ts'
import { addresses } from '@vsnap/contract/request.ts'
import { ExpandableSection, Label } from '@patternfly/react-core'
import { useState } from 'react'
import type { z } from 'zod'
import { TryOperation } from './TryOperation.tsx'

/** One operation: its call in a line; opened, what it takes and answers. */
export function OperationReference({ operation }: { operation: Operation }) {
  const [open, setOpen] = useState(false)
  const { name, endpoint } = operation
  return (
    <ExpandableSection
      isExpanded={open}
      onToggle={(_, expanded) => setOpen(expanded)}
      toggleContent={
        <span className="vs-heading">
          <Label isCompact color={endpoint.method === 'GET' ? 'blue' : endpoint.method === 'DELETE' ? 'red' : 'orange'}>
            {endpoint.method}
          </Label>
          <code className="vs-code vs-break">/api{endpoint.path}</code>
          <span>{endpoint.title}</span>
        </span>
      }
      isIndented
    >
      {open && (
        <div className="vs-stack">
          <p>
            <code className="vs-code">{name}</code>, section {endpoint.section} of the guide, for people with the role{' '}
            {endpoint.role}
            {endpoint.destructive === true && '; destroys something, so that the console asks for the name first'}
            {endpoint.changes && `; changes ${endpoint.changes.join(', ')}`}.
          </p>
          {endpoint.also && (
            <p>
              Also as{' '}
              {addresses(endpoint)
                .slice(1)
                .map(
                  ({ path, keys }) => `/api${path}?${[...keys].map(([key, param]) => `${key}=<${param}>`).join('&')}`,
                )
                .map((address) => (
                  <code key={address} className="vs-code vs-break">
                    {address}{' '}
                  </code>
                ))}
            </p>
          )}
          {endpoint.query && <Schema title="Query" type={endpoint.query} />}
          {endpoint.body && <Schema title="Body" type={endpoint.body} />}
          <Schema title="Answer" type={endpoint.result} />
          {endpoint.method === 'GET' && <TryOperation operation={operation} />}
        </div>
      )}
    </ExpandableSection>
  )
}

function Schema({ title, type }: { title: string; type: z.ZodType }) {
  return (
    <div>
      <h3 className="vs-label">{title}, as JSON Schema</h3>
      <pre className="vs-pre vs-schema">{JSON.stringify(schemaOf(type), null, 2)}</pre>
    </div>
  )
}
