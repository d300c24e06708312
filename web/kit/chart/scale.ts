const STEPS = 4
const FACTORS = [1, 2, 2.5, 5, 10]
const WHOLE = [1, 2, 5, 10]

/** Ends of an axis that are easy to read: from zero, or the lowest value, up to a round number above the highest. */
export function niceScale(
  values: readonly number[],
  isCount = false,
): { readonly from: number; readonly to: number; readonly step: number } {
  const highest = Math.max(0, ...values)
  const lowest = Math.min(0, ...values)
  const span = highest - lowest
  if (span === 0) return { from: 0, to: 1, step: 1 }
  const rough = isCount ? Math.max(1, span / STEPS) : span / STEPS
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ((isCount ? WHOLE : FACTORS).find((factor) => factor * power >= rough) ?? 10) * power
  return { from: Math.floor(lowest / step) * step, to: Math.ceil(highest / step) * step, step }
}

/** Every so many labels, so that they do not run into each other. */
export function labelEvery(count: number, width: number, room = 72): number {
  return Math.max(1, Math.ceil((count * room) / Math.max(width, room)))
}

/** What a spreadsheet reads: quoted where it has to be, and never taken for a formula. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number) => {
    if (typeof value === 'number') return String(value)
    const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}
