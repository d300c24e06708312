import type { Branding } from './branding.ts'

/** What was kept for the shop of the key; undefined for another's, or for what this app did not write. */
export function readBranding(text: string | null, key: string): Branding | undefined {
  if (text === null) return undefined
  try {
    const kept: unknown = JSON.parse(text)
    if (typeof kept !== 'object' || kept === null || !('key' in kept) || kept.key !== key) return undefined
    return 'branding' in kept && typeof kept.branding === 'object' && kept.branding !== null
      ? (kept.branding as Branding)
      : undefined
  } catch {
    return undefined
  }
}

const NAMES = ['--brand', '--brand-hover', '--brand-tint'] as const

/** The tokens that an accent takes the place of; what is on it was measured by the server. */
export function accentOf(
  accent: Branding['accent'],
): Readonly<Record<(typeof NAMES)[number], string | undefined>> {
  const both = accent ? `light-dark(${accent.light}, ${accent.dark})` : undefined
  // Sunken ground is the darkest that text of the accent was measured on.
  return { '--brand': both, '--brand-hover': both, '--brand-tint': accent ? 'var(--sunken)' : undefined }
}
