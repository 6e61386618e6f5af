import { Button } from '@patternfly/react-core'
import { EllipsisVIcon } from '@patternfly/react-icons'
import { lazy, Suspense, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { MenuButton } from './menu/MenuButton.tsx'
import { PageLink } from './PageLink.tsx'

const Reason = lazy(() => import('./Reason.tsx').then((module) => ({ default: module.Reason })))

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
  const { refusal } = action
  const disabled = refusal !== undefined
  const buttonRef = useRef<HTMLButtonElement>(null)
  // Undefined until somebody comes near for the first time, which loads what shows the reason.
  const [isNear, setNear] = useState<boolean>()
  const [come, go] = [() => setNear(true), () => setNear(false)]
  return (
    <>
      <Button
        ref={buttonRef}
        variant={action.danger && variant === 'primary' ? 'danger' : variant}
        isDanger={action.danger === true}
        isInline={variant === 'link'}
        isAriaDisabled={disabled}
        {...(disabled ? { onPointerEnter: come, onPointerLeave: go, onFocus: come, onBlur: go } : {})}
        {...(action.to !== undefined && !disabled
          ? { component: (props: object) => <PageLink {...props} to={action.to ?? ''} /> }
          : {})}
        {...(action.onSelect && !disabled ? { onClick: action.onSelect } : {})}
      >
        {action.label}
      </Button>
      <Suspense>
        {disabled && isNear !== undefined && (
          <Reason triggerRef={buttonRef} isVisible={isNear}>
            {refusal}
          </Reason>
        )}
      </Suspense>
    </>
  )
}
