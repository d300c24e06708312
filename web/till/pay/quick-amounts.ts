import type { Minor } from '../sale/minor.ts'

const NOTES = [5, 10, 20, 50, 100, 200]
const MOST = 3

/** What a customer is likely to hand over: the next notes, and the next full five and ten. */
export function quickAmounts(due: Minor, digits: number): readonly Minor[] {
  const unit = 10 ** digits
  const rounded = [5, 10].map((step) => Math.ceil(due / (step * unit)) * step * unit)
  const notes = NOTES.map((note) => note * unit)
  const above = [...new Set([...rounded, ...notes])].filter((amount) => amount > due)
  return above.sort((a, b) => a - b).slice(0, MOST)
}
