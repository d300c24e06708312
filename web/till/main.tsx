import '../kit/base.css'
import './till.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { followTheme } from '../kit/theme.ts'
import { WordsProvider } from '../kit/words.ts'
import { beginOffline } from './offline/begin-offline.ts'
import { currentLanguage } from './texts/language.ts'
import { texts } from './texts.ts'
import { Till } from './till.tsx'

const place = document.getElementById('till')
if (!place) throw new Error('the page has no place for the till')

document.documentElement.lang = currentLanguage

// React takes away a page that it cannot go on with; a sentence is better than nothing.
const root = createRoot(place, {
  onUncaughtError: (error) => {
    console.error(error)
    place.textContent = texts.crashed
  },
})

followTheme()
root.render(
  <StrictMode>
    <WordsProvider value={texts.kit}>
      <Till />
    </WordsProvider>
  </StrictMode>,
)

beginOffline()
