import '../kit/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { followTheme } from '../kit/theme.ts'
import { WordsProvider } from '../kit/words.ts'
import { Dashboard } from './dashboard.tsx'
import { chosenLanguage, showLanguage } from './texts/language.ts'
import { texts } from './texts.ts'

const place = document.getElementById('dashboard')
if (!place) throw new Error('the page has no place for the dashboard')

// React takes away a page that it cannot go on with; a sentence is better than nothing.
const root = createRoot(place, {
  onUncaughtError: (error) => {
    console.error(error)
    place.textContent = texts.crashed
  },
})

followTheme()
showLanguage(chosenLanguage())
root.render(
  <StrictMode>
    <WordsProvider value={texts.kit}>
      <Dashboard />
    </WordsProvider>
  </StrictMode>,
)
