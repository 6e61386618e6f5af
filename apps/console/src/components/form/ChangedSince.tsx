import { Alert } from '@patternfly/react-core'

/** Says in a form that what it is about is not any more what it was; saving then needs a second thought. */
export function ChangedSince({ what, children }: { what: string; children: React.ReactNode }) {
  return (
    <Alert variant="warning" isInline isLiveRegion title={`This ${what} was changed since you opened it`}>
      {children}
    </Alert>
  )
}
