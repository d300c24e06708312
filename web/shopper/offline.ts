import { useSyncExternalStore } from 'react'

const LOOKED_EVERY = 15 * 60_000

/** Keeps the app's own files on the device, so that it opens without a connection. */
export function beginOffline(): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
  navigator.serviceWorker.register('/shopper/worker.js', { scope: '/shopper/' }).then(
    (registration) => {
      registration.addEventListener('updatefound', () => {
        const next = registration.installing
        next?.addEventListener('statechange', () => {
          // The first one is no update.
          if (next.state === 'installed' && navigator.serviceWorker.controller)
            tell({ ...state, isNew: true })
        })
      })
    },
    // Private windows and old browsers: the app works, only not without a connection.
    () => {},
  )
  void controlled().then(fetchAll)
  const look = () => {
    if (document.visibilityState === 'visible')
      void isOld().then((isNew) => isNew && tell({ ...state, isNew }))
  }
  document.addEventListener('visibilitychange', look)
  setInterval(look, LOOKED_EVERY)
}

/** Whether the page that is open is not the one that the server has now: each names its files by what is in them. */
async function isOld(): Promise<boolean> {
  const own = document.querySelector<HTMLScriptElement>('script[type="module"]')?.src
  if (own === undefined) return false
  try {
    const response = await fetch('/shopper/', { cache: 'no-cache' })
    return response.ok && !(await response.text()).includes(new URL(own).pathname)
  } catch {
    return false
  }
}

/** From when on the worker keeps what the page fetches. */
async function controlled(): Promise<void> {
  await navigator.serviceWorker.ready
  if (navigator.serviceWorker.controller) return
  await new Promise((resolve) =>
    navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
  )
}

/** What has to be there without a connection although the first sight does not need it. */
async function fetchAll(): Promise<void> {
  await Promise.allSettled([
    import('./code/show-sheet.tsx'),
    import('./activity/activity.tsx'),
    import('./me/me.tsx'),
    import('./offers/offers.tsx'),
    import('./inbox/inbox.tsx'),
  ])
}

interface InstallPrompt extends Event {
  prompt(): Promise<unknown>
}

interface State {
  readonly isOnline: boolean
  readonly isNew: boolean
  readonly install: InstallPrompt | undefined
}

const VISITS = 'tillback.shopper-visits'
const listeners = new Set<() => void>()
let state: State = { isOnline: navigator.onLine, isNew: false, install: undefined }

addEventListener('online', () => tell({ ...state, isOnline: true }))
addEventListener('offline', () => tell({ ...state, isOnline: false }))
addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault()
  // Asked from the second visit on, when there is a reason to come back.
  if (countVisit() > 1) tell({ ...state, install: event as InstallPrompt })
})

function countVisit(): number {
  const visits = Number(localStorage.getItem(VISITS) ?? '0') + 1
  localStorage.setItem(VISITS, String(visits))
  return visits
}

export function useDevice(): State {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => state,
  )
}

export function forgetInstall(): void {
  tell({ ...state, install: undefined })
}

function tell(next: State): void {
  state = next
  for (const changed of listeners) changed()
}
