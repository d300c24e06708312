import '../../kit/base.css'
import '../till.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { followTheme } from '../../kit/theme.ts'
import { WordsProvider } from '../../kit/words.ts'
import { currentLanguage } from '../texts/language.ts'
import { texts } from '../texts.ts'
import { Display } from './display.tsx'

const place = document.getElementById('display')
if (!place) throw new Error('the page has no place for the display')

document.documentElement.lang = currentLanguage
followTheme()
createRoot(place).render(
  <StrictMode>
    <WordsProvider value={texts.kit}>
      <Display />
    </WordsProvider>
  </StrictMode>,
)
