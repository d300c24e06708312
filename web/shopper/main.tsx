import '../kit/base.css'
import './shopper.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { followTheme } from '../kit/theme.ts'
import { beginBranding } from './look/branding.ts'
import { followTextSize } from './look/text-size.ts'
import { beginOffline } from './offline.ts'
import { currentKey, currentSession } from './session/store.ts'
import { App } from './shopper.tsx'
import { currentTexts } from './texts/language.ts'

const place = document.getElementById('shopper')
if (!place) throw new Error('the page has no place for the app')

const root = createRoot(place, {
  onUncaughtError: (error) => {
    console.error(error)
    place.textContent = currentTexts().crashed
  },
})

followTheme()
followTextSize()
// Who was signed in without the shop's key sees how the shop looks by their own token.
await beginBranding(currentKey() ?? currentSession()?.accessToken)

root.render(
  <StrictMode>
    <App />
  </StrictMode>,
)

beginOffline()
