import type { ShownCall } from '../api/calls.ts'
import { setApart } from '../ui/isolated.ts'
import { Label } from '@patternfly/react-core'
import { words } from './call-words.tsx'

/** The exact calls that will be made, in their order, with their bodies. */
export function CallList({ calls }: { calls: readonly ShownCall[] }) {
  return (
    <ol className="vs-calls" aria-label={words.heard.calls}>
      {calls.map(({ title, about, method, path, body, step, later }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- two calls may be the same; they never change their order
        <li key={index} className="vs-call">
          <div className="vs-heading">
            {step !== undefined && <span className="vs-subtle">{words.step(step)}</span>}
            <Label isCompact color={method === 'DELETE' ? 'red' : 'blue'}>
              {method}
            </Label>
            <code className="vs-code vs-break">{path}</code>
            {about !== undefined && <span className="vs-name">{about}</span>}
            <span className="vs-subtle">{setApart(title)}</span>
          </div>
          {body !== undefined && <pre className="vs-pre">{body}</pre>}
          <LaterValues of={{ later }} />
        </li>
      ))}
    </ol>
  )
}

/** What stands in a call for values that are not there yet, and where they will come from. */
export function LaterValues({ of: { later = [] } }: { of: Pick<ShownCall, 'later'> }) {
  return later.map(({ text, field, step }) => (
    <p key={text} className="vs-subtle">
      {words.later(<code className="vs-code">{text}</code>, field, step)}
    </p>
  ))
}
