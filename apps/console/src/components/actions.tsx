import { Button } from '@patternfly/react-core'
import { EllipsisVIcon } from '@patternfly/react-icons'
import { lazy, Suspense, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { MenuButton } from './menu/MenuButton.tsx'
import { loadMenu, OpenMenu } from './menu/on-demand.ts'
import type { MenuPart } from './menu/OpenMenu.tsx'
import { PageLink } from './PageLink.tsx'
import { words } from './words.tsx'

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
  /** It is being done. */
  readonly isBusy?: boolean
}

/** The lines of the menu `label`; what is not possible now says why. */
const partsOf = (label: string, actions: readonly Action[]): readonly MenuPart[] => [
  {
    label,
    entries: actions.map(({ label: text, refusal, danger = false }) => ({
      value: text,
      text,
      refusal,
      isDanger: danger,
    })),
  },
]

/** Does what was chosen from such a menu. */
function useSelect(actions: readonly Action[]): (chosen: string) => void {
  const navigate = useNavigate()
  return (chosen) => {
    const action = actions.find((each) => each.label === chosen)
    if (!action || action.refusal !== undefined) return
    if (action.to !== undefined) void navigate(action.to)
    action.onSelect?.()
  }
}

/** The menu of the object `name`, beside its title on its page. */
export function PageActions({ name, actions }: { readonly name: string; readonly actions: readonly Action[] }) {
  return <ActionMenu label={words.actions.heard.of(name)} toggle={words.actions.toggle} actions={actions} />
}

/** The menu `label` of an object, on its page. */
export function ActionMenu({ label, actions, toggle }: { label: string; actions: readonly Action[]; toggle?: string }) {
  const select = useSelect(actions)
  if (actions.length === 0) return null
  return (
    <MenuButton
      kind="actions"
      parts={partsOf(label, actions)}
      onSelect={select}
      atEnd
      variant={toggle === undefined ? 'plain' : 'secondary'}
      {...(toggle === undefined ? { 'aria-label': label, icon: <EllipsisVIcon /> } : {})}
    >
      {toggle}
    </MenuButton>
  )
}

interface RowActionsProps<Row> {
  readonly row: Row
  /** What the row is called. */
  readonly name: string
  /** What can be done with it, a hook: may ask for what its rules go by, and is undefined until that is known. */
  readonly useActions: (row: Row) => readonly Action[] | undefined
}

/**
 * The same in a row of a list. There is one in each row and most are never opened: what can be done is asked and worked
 * out when it is opened, and the button is PatternFly's markup without its component.
 */
export function RowActions<Row>({ row, name, useActions }: RowActionsProps<Row>) {
  const label = words.actions.heard.of(name)
  const [open, setOpen] = useState(false)
  const toggleRef = useRef<HTMLButtonElement>(null)
  return (
    <>
      <button
        type="button"
        ref={toggleRef}
        className={`pf-v6-c-menu-toggle pf-m-plain${open ? ' pf-m-expanded' : ''}`}
        aria-label={label}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onPointerEnter={loadMenu}
        onFocus={loadMenu}
      >
        <span className="pf-v6-c-menu-toggle__icon">
          <EllipsisVIcon />
        </span>
      </button>
      <Suspense>
        {open && (
          <OpenRowActions
            row={row}
            useActions={useActions}
            label={label}
            toggleRef={toggleRef}
            onClose={() => setOpen(false)}
          />
        )}
      </Suspense>
    </>
  )
}

interface OpenRowActionsProps<Row> extends Pick<RowActionsProps<Row>, 'row' | 'useActions'> {
  readonly label: string
  readonly toggleRef: React.RefObject<HTMLButtonElement | null>
  readonly onClose: () => void
}

function OpenRowActions<Row>({ row, useActions, label, toggleRef, onClose }: OpenRowActionsProps<Row>) {
  const actions = useActions(row)
  const select = useSelect(actions ?? [])
  // Shown when it is known what can be done: lines that change under the pointer are chosen by mistake.
  if (!actions) return null
  return (
    <OpenMenu
      kind="actions"
      parts={partsOf(label, actions)}
      toggleRef={toggleRef}
      atEnd
      above={false}
      onClose={onClose}
      onSelect={(chosen) => {
        onClose()
        select(chosen)
      }}
    />
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
        {...(action.isBusy === true ? { isLoading: true } : {})}
        {...(disabled ? { onPointerEnter: come, onPointerLeave: go, onFocus: come, onBlur: go } : {})}
        // The same component each time: another one would be another link, and a click that began on the old one lost.
        {...(action.to !== undefined && !disabled ? { component: PageLink, to: action.to } : {})}
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
