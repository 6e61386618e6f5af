import {
  Divider,
  Dropdown,
  DropdownGroup,
  DropdownItem,
  DropdownList,
  Select,
  SelectGroup,
  SelectList,
  SelectOption,
} from '@patternfly/react-core'
import { Fragment, useDeferredValue } from 'react'

/** A line of a menu. */
export interface MenuEntry {
  readonly value: string
  readonly text: React.ReactNode
  readonly icon?: React.ReactNode
  readonly isChosen?: boolean
  readonly isDanger?: boolean
  /** Why it is not possible now; it is shown then, but disabled. */
  readonly refusal?: string | undefined
}

/** Lines of a menu that belong together. */
export interface MenuPart {
  /** For people who cannot see it. */
  readonly label?: string
  /** Above the lines. */
  readonly heading?: string
  readonly entries: readonly MenuEntry[]
}

interface OpenMenuProps {
  readonly kind: 'choice' | 'checks' | 'actions'
  readonly parts: readonly MenuPart[]
  readonly toggleRef: React.RefObject<HTMLButtonElement | null>
  readonly atEnd: boolean
  readonly above: boolean
  readonly onClose: () => void
  readonly onSelect: (value: string) => void
}

/** The menu of a `MenuButton` while it is open. */
export function OpenMenu({ kind, parts, toggleRef, atEnd, above, onClose, onSelect }: OpenMenuProps) {
  // PatternFly leads the focus into a menu that is opened, not into one that is open from the beginning.
  const isOpen = useDeferredValue(true, false)
  const menu = {
    isOpen,
    onOpenChange: (next: boolean) => next || onClose(),
    onSelect: (_: unknown, value: string | number | undefined) => onSelect(String(value)),
    toggle: { toggleNode: null, toggleRef },
    shouldFocusToggleOnSelect: kind !== 'checks',
    popperProps: {
      ...(atEnd ? { position: 'right' as const, preventOverflow: true } : {}),
      ...(above ? { direction: 'up' as const } : {}),
    },
  }
  if (kind === 'actions') {
    return (
      <Dropdown {...menu} shouldFocusFirstItemOnOpen>
        {parts.map(({ label, heading, entries }) => (
          <DropdownGroup key={heading ?? ''} label={heading}>
            <DropdownList aria-label={label}>
              {entries.map(({ value, text, isChosen, isDanger = false, refusal }) => (
                <DropdownItem
                  key={value}
                  value={value}
                  {...(isChosen === undefined ? {} : { isSelected: isChosen })}
                  isAriaDisabled={refusal !== undefined}
                  isDanger={isDanger && refusal === undefined}
                  description={refusal}
                >
                  {text}
                </DropdownItem>
              ))}
            </DropdownList>
          </DropdownGroup>
        ))}
      </Dropdown>
    )
  }
  const hasChecks = kind === 'checks'
  const chosen = parts.flatMap(({ entries }) => entries.filter(({ isChosen }) => isChosen).map(({ value }) => value))
  return (
    <Select
      {...menu}
      {...(hasChecks ? { role: 'menu' } : { selected: chosen[0], isScrollable: true, maxMenuHeight: '60vh' })}
    >
      {parts.map(({ label, heading, entries }, index) => {
        const list = (
          <SelectList aria-label={label}>
            {entries.map(({ value, text, icon, isChosen = false }) => (
              <SelectOption
                key={value}
                value={value}
                icon={icon}
                {...(hasChecks ? { hasCheckbox: true, isSelected: isChosen } : {})}
              >
                {text}
              </SelectOption>
            ))}
          </SelectList>
        )
        return (
          <Fragment key={label}>
            {index > 0 && <Divider />}
            {heading === undefined ? list : <SelectGroup label={heading}>{list}</SelectGroup>}
          </Fragment>
        )
      })}
    </Select>
  )
}
