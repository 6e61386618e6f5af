import { MenuToggle, type MenuToggleProps } from '@patternfly/react-core'
import { Suspense, useRef, useState } from 'react'
import { loadMenu, OpenMenu } from './on-demand.ts'
import type { MenuPart } from './OpenMenu.tsx'

interface MenuButtonProps extends Omit<MenuToggleProps, 'ref' | 'isExpanded' | 'onClick' | 'onSelect'> {
  /** One of several is chosen, any of several, or something is done. */
  readonly kind: 'choice' | 'checks' | 'actions'
  readonly parts: readonly MenuPart[]
  readonly onSelect: (value: string) => void
  /** Its menu ends where the button ends: for one at the right. */
  readonly atEnd?: boolean
  /** The menu is above the button. */
  readonly above?: boolean
}

/** A button with a menu, which exists while it is open; its code comes when somebody points at a first one. */
export function MenuButton({ kind, parts, onSelect, atEnd = false, above = false, ...toggle }: MenuButtonProps) {
  const [open, setOpen] = useState(false)
  const toggleRef = useRef<HTMLButtonElement>(null)
  return (
    <>
      <MenuToggle
        {...toggle}
        ref={toggleRef}
        isExpanded={open}
        onClick={() => setOpen(!open)}
        onPointerEnter={loadMenu}
        onFocus={loadMenu}
      />
      <Suspense>
        {open && (
          <OpenMenu
            kind={kind}
            parts={parts}
            toggleRef={toggleRef}
            atEnd={atEnd}
            above={above}
            onClose={() => setOpen(false)}
            onSelect={(value) => {
              if (kind !== 'checks') setOpen(false)
              onSelect(value)
            }}
          />
        )}
      </Suspense>
    </>
  )
}
