import { Alert, List, ListItem } from '@patternfly/react-core'
import type { Change } from './changes.ts'
import { words } from './words.tsx'

const { changedSince } = words

export interface Changed {
  /** What the form is about. */
  readonly what: keyof typeof changedSince.of
  /** What somebody else changed since the form was opened. */
  readonly changes: readonly Change[]
  /** Whether they came a moment ago: nothing can be sent before they can have been seen. */
  readonly isNews: boolean
  /** Whether the person has typed something that stays as it is. */
  readonly isTyped: boolean
  /** On the button that sends it all the same, when it is no usual one. */
  readonly anyway?: string
}

/** Says in a form that what it is about is not any more what it was: sending it then needs a second thought. */
export function ChangedSince({ what, changes, isTyped }: Changed) {
  if (changes.length === 0) return null
  return (
    <Alert variant="warning" isInline isLiveRegion title={changedSince.of[what]}>
      <List>
        {changes.map(({ label, before, now }) => (
          <ListItem key={label} className="vs-break">
            {changedSince.change(
              label,
              <bdi>{now || changedSince.none}</bdi>,
              <bdi>{before || changedSince.none}</bdi>,
              (text) => (
                <span className="vs-subtle">{text}</span>
              ),
            )}
          </ListItem>
        ))}
      </List>
      <p>{isTyped ? changedSince.typed : changedSince.untouched}</p>
    </Alert>
  )
}
