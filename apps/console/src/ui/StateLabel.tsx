import { Icon } from '@patternfly/react-core'
import {
  CheckCircleIcon,
  ExclamationCircleIcon,
  ExclamationTriangleIcon,
  InProgressIcon,
  MinusCircleIcon,
  UnknownIcon,
} from '@patternfly/react-icons'

/** What a state means, apart from its word. */
export type Meaning = 'good' | 'busy' | 'idle' | 'warning' | 'danger' | 'unknown'

const icons = {
  good: { icon: CheckCircleIcon, status: 'success' },
  busy: { icon: InProgressIcon, status: 'info' },
  idle: { icon: MinusCircleIcon, status: undefined },
  warning: { icon: ExclamationTriangleIcon, status: 'warning' },
  danger: { icon: ExclamationCircleIcon, status: 'danger' },
  unknown: { icon: UnknownIcon, status: undefined },
} as const

/** A state as a word with an icon; colour only repeats what both say. */
export function StateLabel({ meaning, children }: { meaning: Meaning; children: React.ReactNode }) {
  const { icon: Picture, status } = icons[meaning]
  return (
    <span className="vs-state">
      <Icon {...(status ? { status } : {})} isInline>
        <Picture />
      </Icon>
      <span>{children}</span>
    </span>
  )
}
