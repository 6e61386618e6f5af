import { errorText } from '../api/errors.ts'
import { setApart } from '../ui/isolated.ts'
import { Alert } from '@patternfly/react-core'

/** An error inside a form, a dialog, or a page that still shows something; `title` says what did not work. */
export function ErrorAlert({ error, title, actions }: { error: unknown; title?: string; actions?: React.ReactNode }) {
  if (!error) return null
  const text = errorText(error)
  return (
    <Alert variant="danger" isInline title={title ?? text.title} actionLinks={actions} role="alert">
      <span className="vs-break">{setApart(text.message)}</span> <code className="vs-code vs-subtle">{text.type}</code>
    </Alert>
  )
}
