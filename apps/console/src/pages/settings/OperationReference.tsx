import { Schemas } from '../../components/Schema.tsx'
import type { Operation } from '@vsnap/contract/endpoint.ts'
import { addresses } from '@vsnap/contract/request.ts'
import { ExpandableSection, Label } from '@patternfly/react-core'
import { useState } from 'react'
import { TryOperation } from './TryOperation.tsx'
import { words } from './reference-words.tsx'

/** One operation: its call in a line; opened, what it takes and answers. */
export function OperationReference({ operation }: { operation: Operation }) {
  const [open, setOpen] = useState(false)
  const { name, endpoint } = operation
  const { section = '' } = endpoint
  const call = <code className="vs-code">{name}</code>
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
            {endpoint.changes === undefined
              ? words.operation.reads(call, section, endpoint.role)
              : endpoint.destructive === true
                ? words.operation.destroys(call, section, endpoint.role, endpoint.changes)
                : words.operation.changes(call, section, endpoint.role, endpoint.changes)}
          </p>
          {endpoint.also && (
            <p>
              {words.operation.alsoAs(
                addresses(endpoint)
                  .slice(1)
                  .map(
                    ({ path, keys }) => `/api${path}?${[...keys].map(([key, param]) => `${key}=<${param}>`).join('&')}`,
                  )
                  .map((address) => (
                    <code key={address} className="vs-code vs-break">
                      {address}{' '}
                    </code>
                  )),
              )}
            </p>
          )}
          <Schemas endpoint={endpoint} />
          {endpoint.method === 'GET' && <TryOperation operation={operation} />}
        </div>
      )}
    </ExpandableSection>
  )
}
