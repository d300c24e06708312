/** How what a reader typed compares to what the code says. */
export type Reading = 'SAME' | 'LAYOUT' | 'SPACES' | 'OTHER'

export function comparedTo(text: string, read: string): Reading {
  if (read === text) return 'SAME'
  if (withoutControls(read) === text) return 'SPACES'
  // Figures come through on most layouts; what stands between them tells that the layout is another one.
  return figuresOf(read) === figuresOf(text) ? 'LAYOUT' : 'OTHER'
}

function withoutControls(text: string): string {
  return text.replaceAll(/[\p{Cc}\s]/gu, '')
}

function figuresOf(text: string): string {
  return text.replaceAll(/\D/g, '')
}
