/** How strongly two colours differ, as WCAG 2.2 reckons it: 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** What text has to have before its ground. */
export const NEEDED = 4.5

/** What an accent stands on, or has standing on it, in either look of the apps. */
const BESIDE = {
  light: ['#ffffff', '#f7f6f3', '#efede8'],
  dark: ['#1a1d1b', '#121412', '#0c0e0d', '#06251d'],
} as const
export type Look = keyof typeof BESIDE

/** The least contrast that an accent has with what is beside it in a look, as it is told: never more than it is. */
export function leastContrast(accent: string, look: Look): { readonly ratio: number; readonly with: string } {
  const all = BESIDE[look].map((ground) => ({ ratio: contrast(accent, ground), with: ground }))
  const least = all.reduce((before, each) => (each.ratio < before.ratio ? each : before))
  return { ...least, ratio: Math.floor(least.ratio * 100) / 100 }
}
