import { AdjustIcon, MoonIcon, SunIcon } from '@patternfly/react-icons'
import { ChoiceMenu } from '../components/menu/ChoiceMenu.tsx'
import { themes, useTheme, type Theme } from './theme.ts'

const looks: Readonly<Record<Theme, { text: string; icon: React.ReactNode }>> = {
  system: { text: 'As the system', icon: <AdjustIcon /> },
  light: { text: 'Light', icon: <SunIcon /> },
  dark: { text: 'Dark', icon: <MoonIcon /> },
}

export function ThemeMenu() {
  const [theme, setTheme] = useTheme()
  return (
    <ChoiceMenu
      label="Theme"
      choices={themes.map((value) => ({ value, ...looks[value] }))}
      chosen={theme}
      onChoose={setTheme}
      atEnd
      variant="plain"
      aria-label={`Theme: ${looks[theme].text}`}
      icon={looks[theme].icon}
    />
  )
}
