import { MenuToggle, Select, SelectList, SelectOption } from '@patternfly/react-core'
import { AdjustIcon, MoonIcon, SunIcon } from '@patternfly/react-icons'
import { useState } from 'react'
import { themes, useTheme, type Theme } from './theme.ts'

const looks: Readonly<Record<Theme, { text: string; icon: React.ReactNode }>> = {
  system: { text: 'As the system', icon: <AdjustIcon /> },
  light: { text: 'Light', icon: <SunIcon /> },
  dark: { text: 'Dark', icon: <MoonIcon /> },
}

export function ThemeMenu() {
  const [theme, setTheme] = useTheme()
  const [open, setOpen] = useState(false)
  return (
    <Select
      isOpen={open}
      onOpenChange={setOpen}
      selected={theme}
      onSelect={(_, value) => {
        setTheme(themes.find((other) => other === value) ?? 'system')
        setOpen(false)
      }}
      popperProps={{ position: 'right', preventOverflow: true }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          variant="plain"
          aria-label={`Theme: ${looks[theme].text}`}
          icon={looks[theme].icon}
          isExpanded={open}
          onClick={() => setOpen(!open)}
        />
      )}
    >
      <SelectList aria-label="Theme">
        {themes.map((choice) => (
          <SelectOption key={choice} value={choice} icon={looks[choice].icon}>
            {looks[choice].text}
          </SelectOption>
        ))}
      </SelectList>
    </Select>
  )
}
