import {
  RhUiCheckCircleFillIcon,
  RhUiErrorFillIcon,
  RhUiInformationFillIcon,
  RhUiWarningFillIcon,
} from '@patternfly/react-icons'
import '@patternfly/react-styles/css/components/Alert/alert.css'

const icons = {
  success: RhUiCheckCircleFillIcon,
  info: RhUiInformationFillIcon,
  warning: RhUiWarningFillIcon,
  danger: RhUiErrorFillIcon,
} as const

export type NoticeVariant = keyof typeof icons

/** What a notice is called by its variant: `Success alert:`. */
export const noticeWord = (variant: NoticeVariant) => `${variant.charAt(0).toUpperCase()}${variant.slice(1)} alert:`

interface NoticeProps {
  readonly variant: NoticeVariant
  readonly title: React.ReactNode
  /** Part of the page, and not above it. */
  readonly isInline?: boolean
  /** The button that closes it. */
  readonly close?: React.ReactNode
  readonly links?: React.ReactNode
  readonly children?: React.ReactNode
}

/**
 * PatternFly's alert by its classes, for what every list and the shell may have to say: its component brings along the
 * tooltip of a long title and all that places it. Elsewhere use PatternFly's own.
 */
export function Notice({ variant, title, isInline = false, close, links, children }: NoticeProps) {
  const Icon = icons[variant]
  return (
    <div className={`pf-v6-c-alert pf-m-${variant}${isInline ? ' pf-m-inline' : ''}`}>
      <div className="pf-v6-c-alert__icon">
        <Icon />
      </div>
      <h4 className="pf-v6-c-alert__title">
        <span className="pf-v6-screen-reader">{noticeWord(variant)}</span>
        {title}
      </h4>
      {close && <div className="pf-v6-c-alert__action">{close}</div>}
      {children && <div className="pf-v6-c-alert__description">{children}</div>}
      {links && <div className="pf-v6-c-alert__action-group">{links}</div>}
    </div>
  )
}
