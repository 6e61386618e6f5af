import { errorKind, errorText } from '../api/errors.ts'
import { setApart } from '../ui/isolated.ts'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import { Alert, AlertActionLink } from '@patternfly/react-core'
import { words } from './words.tsx'

const { stale } = words

/** A query's result. Whole: what is taken out of it draws the page anew each time that it changes. */
interface Read {
  /** Why what is shown could not be read again; null: it was. */
  readonly error: unknown
  /** When it was read last, in milliseconds. */
  readonly dataUpdatedAt: number
  readonly refetch: () => Promise<unknown>
}

/** Says on an object's page that what stands there is as it was, since when, and why it cannot be read. */
export function StaleNotice({ read }: { readonly read: Read }) {
  const { error } = read
  if (!error || errorKind(error) === 'gone') return null
  const { dataUpdatedAt, refetch } = read
  const { title, message } = errorText(error)
  return (
    <Alert
      variant="warning"
      isInline
      isLiveRegion
      title={title}
      actionLinks={<AlertActionLink onClick={() => void refetch()}>{stale.tryAgain}</AlertActionLink>}
    >
      <p>{stale.asOf(<RelativeTime value={Math.floor(dataUpdatedAt / 1000)} />)}</p>
      <p className="vs-break">{setApart(message)}</p>
    </Alert>
  )
}
