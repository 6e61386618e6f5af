import { Button, Tooltip } from '@patternfly/react-core'
import { EllipsisVIcon } from '@patternfly/react-icons'
import { useNavigate } from 'react-router'
import { MenuButton } from './menu/MenuButton.tsx'
import { PageLink } from './PageLink.tsx'

/** Something that can be done with an object; the same in a row's menu and on the object's page. */
export interface Action {
  readonly label: string
  /** Where it leads, or */
  readonly to?: string
  /** what it does. */
  readonly onSelect?: () => void
  /** Why it is not possible now; it is shown then, but disabled. */
  readonly refusal?: string | undefined
  readonly danger?: boolean
}

/** The menu of a row or a page: what is not possible now says why. */
export function ActionMenu({ label, actions, toggle }: { label: string; actions: readonly Action[]; toggle?: string }) {
  const navigate = useNavigate()
  if (actions.length === 0) return null
  const select = (chosen: string) => {
    const action = actions.find((each) => each.label === chosen)
    if (!action || action.refusal !== undefined) return
    if (action.to !== undefined) void navigate(action.to)
    action.onSelect?.()
  }
  return (
    <MenuButton
      kind="actions"
      parts={[
        {
          label,
          entries: actions.map(({ label: text, refusal, danger = false }) => ({
            value: text,
            text,
            refusal,
            isDanger: danger,
          })),
        },
      ]}
      onSelect={select}
      atEnd
      variant={toggle === undefined ? 'plain' : 'secondary'}
      {...(toggle === undefined ? { 'aria-label': label, icon: <EllipsisVIcon /> } : {})}
    >
      {toggle}
    </MenuButton>
  )
}

/** One action as a button; a disabled one can still be focused, and says why. */
export function ActionButton({
  action,
  variant = 'secondary',
}: {
  action: Action
  variant?: 'primary' | 'secondary' | 'link'
}) {
  const disabled = action.refusal !== undefined
  const button = (
    <Button
      variant={action.danger && variant === 'primary' ? 'danger' : variant}
      isDanger={action.danger === true}
      isInline={variant === 'link'}
      isAriaDisabled={disabled}
      {...(action.to !== undefined && !disabled
        ? { component: (props: object) => <PageLink {...props} to={action.to ?? ''} /> }
        : {})}
      {...(action.onSelect && !disabled ? { onClick: action.onSelect } : {})}
    >
      {action.label}
    </Button>
  )
  return disabled ? <Tooltip content={action.refusal}>{button}</Tooltip> : button
}
