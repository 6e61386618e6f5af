import { Tooltip } from '@patternfly/react-core'

interface ReasonProps {
  /** Of the button that it belongs to. */
  readonly triggerRef: React.RefObject<HTMLElement | null>
  /** Somebody points at the button, or is on it. */
  readonly isVisible: boolean
  readonly children: string
}

/** Why a button cannot be pressed, beside it. */
export function Reason({ triggerRef, isVisible, children }: ReasonProps) {
  return <Tooltip triggerRef={triggerRef} isVisible={isVisible} content={children} aria-live="off" />
}
