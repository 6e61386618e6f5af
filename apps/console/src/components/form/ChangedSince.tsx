import { Alert, List, ListItem } from '@patternfly/react-core'
import type { Change } from './changes.ts'

export interface Changed {
  /** What the form is about: `share`. */
  readonly what: string
  /** What somebody else changed since the form was opened. */
  readonly changes: readonly Change[]
  /** Whether the person has typed something that stays as it is. */
  readonly isTyped: boolean
}

/** Says in a form that what it is about is not any more what it was: sending it then needs a second thought. */
export function ChangedSince({ what, changes, isTyped }: Changed) {
  if (changes.length === 0) return null
  return (
    <Alert variant="warning" isInline isLiveRegion title={`This ${what} was changed since you opened it`}>
      <List>
        {changes.map(({ label, before, now }) => (
          <ListItem key={label} className="vs-break">
            {label}: <bdi>{now || 'none'}</bdi> <span className="vs-subtle">instead of</span>{' '}
            <bdi>{before || 'none'}</bdi>
          </ListItem>
        ))}
      </List>
      <p>
        {isTyped
          ? 'What you typed stays here, and replaces what it is now when you send it. Everything else is as it is now.'
          : 'The form shows it as it is now.'}
      </p>
    </Alert>
  )
}
