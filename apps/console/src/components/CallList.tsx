import type { ShownCall } from '../api/calls.ts'
import { setApart } from '../ui/isolated.ts'
import { Label } from '@patternfly/react-core'
import { words } from './call-words.ts'

/** The exact calls that will be made, in their order, with their bodies. */
export function CallList({ calls }: { calls: readonly ShownCall[] }) {
  return (
    <ol className="vs-calls" aria-label={words.heard.calls}>
      {calls.map(({ title, about, method, path, body }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- two calls may be the same; they never change their order
        <li key={index} className="vs-call">
          <div className="vs-heading">
            <Label isCompact color={method === 'DELETE' ? 'red' : 'blue'}>
              {method}
            </Label>
            <code className="vs-code vs-break">{path}</code>
            {about !== undefined && <span className="vs-name">{about}</span>}
            <span className="vs-subtle">{setApart(title)}</span>
          </div>
          {body !== undefined && <pre className="vs-pre">{body}</pre>}
        </li>
      ))}
    </ol>
  )
}
