import { IconButton } from './button.tsx'
import { setTheme, THEMES, type Theme, useTheme } from './theme.ts'
import { useWords } from './words.ts'

const SIGNS = { system: 'contrast', light: 'light', dark: 'dark' } as const

/** Goes from one look to the next; its sign and its name say which it is. */
export function ThemeButton() {
  const theme = useTheme()
  const words = useWords().theme
  const next: Theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system'
  return (
    <IconButton
      icon={SIGNS[theme]}
      label={`${words.change}: ${words[theme]}`}
      onClick={() => setTheme(next)}
    />
  )
}
