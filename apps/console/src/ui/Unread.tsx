import { Nothing } from './Nothing.tsx'
import { words } from './words.ts'

/** Where a value is not known yet; or, after an error, cannot be known now: that there is none is another thing. */
export function Unread({ error }: { error: Error | null }) {
  if (!error) return <Nothing why={words.loading} />
  return (
    <span className="vs-subtle" title={error.message}>
      {words.noAnswer}
    </span>
  )
}
