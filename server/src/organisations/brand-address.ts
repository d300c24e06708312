import type { Mode } from '../kit/actor.ts'
import type { Logo } from './logo.ts'

/** Where the public files of a business are, below our own origin. */
export function brandAddress({ business, mode }: { readonly business: string; readonly mode: Mode }): string {
  return `/brands/${business}/${mode.toLowerCase()}`
}

export function extensionOf(type: Logo['type']): 'png' | 'webp' {
  return type === 'image/png' ? 'png' : 'webp'
}
