import { AdjustIcon, MoonIcon, SunIcon } from '@patternfly/react-icons'
import { ChoiceMenu } from '../components/menu/ChoiceMenu.tsx'
import { themes, useTheme, type Theme } from './theme.ts'
import { words } from './words.tsx'

const looks: Readonly<Record<Theme, { text: string; icon: React.ReactNode }>> = {
  system: { text: words.theme.system, icon: <AdjustIcon /> },
  light: { text: words.theme.light, icon: <SunIcon /> },
  dark: { text: words.theme.dark, icon: <MoonIcon /> },
}

export function ThemeMenu() {
  const [theme, setTheme] = useTheme()
  return (
    <ChoiceMenu
      label={words.theme.theme}
      choices={themes.map((value) => ({ value, ...looks[value] }))}
      chosen={theme}
      onChoose={setTheme}
      atEnd
      variant="plain"
      aria-label={words.theme.heard.chosen(looks[theme].text)}
      icon={looks[theme].icon}
    />
  )
}
