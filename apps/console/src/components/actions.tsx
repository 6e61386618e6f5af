import { Button, Dropdown, DropdownItem, DropdownList, MenuToggle, Tooltip } from '@patternfly/react-core'
import { EllipsisVIcon } from '@patternfly/react-icons'
import { useState } from 'react'
import { useNavigate } from 'react-router'
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
  const [open, setOpen] = useState(false)
  const navigate = useNavigate()
  if (actions.length === 0) return null
  const select = (action: Action) => {
    if (action.refusal !== undefined) return
    setOpen(false)
    if (action.to !== undefined) void navigate(action.to)
    action.onSelect?.()
  }
  return (
    <Dropdown
      isOpen={open}
      onOpenChange={setOpen}
      shouldFocusFirstItemOnOpen
      shouldFocusToggleOnSelect
      popperProps={{ position: 'right', preventOverflow: true }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          variant={toggle === undefined ? 'plain' : 'secondary'}
          isExpanded={open}
          onClick={() => setOpen(!open)}
          {...(toggle === undefined ? { 'aria-label': label, icon: <EllipsisVIcon /> } : {})}
        >
          {toggle}
        </MenuToggle>
      )}
    >
      <DropdownList aria-label={label}>
        {actions.map((action) => (
          <DropdownItem
            key={action.label}
            isAriaDisabled={action.refusal !== undefined}
            isDanger={action.danger === true && action.refusal === undefined}
            description={action.refusal}
            onClick={() => select(action)}
          >
            {action.label}
          </DropdownItem>
        ))}
      </DropdownList>
    </Dropdown>
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
