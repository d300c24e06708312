import type { Tillback } from '@tillback/sdk'
import { useEffect, useSyncExternalStore } from 'react'
import { ownStorage } from '../../kit/beside.ts'
import { appClient } from '../client.ts'
import { accentOf, readBranding } from './read-branding.ts'

export type Branding = Awaited<ReturnType<Tillback['selfService']['getOwnBranding']>>

// Not of the contact: it stays when they sign out.
const KEPT = 'tillback.shopper-branding'
const FIRST_WITHIN_MS = 600
const listeners = new Set<() => void>()
let shown: Branding | undefined

/** How the shop looks, as far as it is known: what was seen last at once, or what comes soon enough, so that nothing changes its colour. */
export async function beginBranding(key: string | undefined): Promise<void> {
  if (key === undefined) return
  if (showKept(key)) return void follow(key)
  await Promise.race([follow(key), new Promise((resolve) => setTimeout(resolve, FIRST_WITHIN_MS))])
}

/** What the shop of the key chose; undefined while nobody knows. */
export function useBranding(): Branding | undefined {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => shown,
  )
}

/** Another key came: another shop. */
export function useBrandingOf(key: string | undefined): void {
  useEffect(() => {
    if (key === undefined || key === followed) return
    if (!showKept(key)) show(undefined)
    void follow(key)
  }, [key])
}

let followed: string | undefined

async function follow(key: string): Promise<void> {
  followed = key
  try {
    const branding = await appClient(key).selfService.getOwnBranding()
    if (followed !== key) return
    ownStorage().setItem(KEPT, JSON.stringify({ key, branding }))
    show(branding)
  } catch {
    // Without a connection it looks as it looked last.
  }
}

function showKept(key: string): boolean {
  const branding = readBranding(ownStorage().getItem(KEPT), key)
  if (branding) show(branding)
  return branding !== undefined
}

function show(branding: Branding | undefined): void {
  if (JSON.stringify(branding) === JSON.stringify(shown)) return
  shown = branding
  const { style } = document.documentElement
  for (const [name, value] of Object.entries(accentOf(branding?.accent ?? null))) {
    if (value === undefined) style.removeProperty(name)
    else style.setProperty(name, value)
  }
  point('manifest', branding?.manifest_url)
  point('icon', branding?.logo?.url)
  point('apple-touch-icon', branding?.logo?.url)
  for (const changed of listeners) changed()
}

const own = new Map<string, string>()

/** Where a link of the page leads: to the shop's file, or back to the app's own. */
function point(rel: string, address: string | null | undefined): void {
  const link = document.head.querySelector<HTMLLinkElement>(`link[rel="${rel}"]`)
  if (!link) return
  const before = own.get(rel) ?? link.href
  own.set(rel, before)
  link.href = address ?? before
  if (rel === 'icon') link.removeAttribute('type')
}
