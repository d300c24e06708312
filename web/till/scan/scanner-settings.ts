import { fieldOf, textOf } from '../../kit/reading.ts'
import { type ScannerSettings, USUAL } from './scanner.ts'

const KEPT = 'tillback.till.scanner'
const LEAST_GAP = 15
const MOST_GAP = 80
let settings: ScannerSettings | undefined

/** What the shop has set for its scanner; what is not set is usual. */
export function scannerSettings(): ScannerSettings {
  settings ??= kept()
  return settings
}

export function setScanner(next: ScannerSettings): void {
  settings = next
  localStorage.setItem(KEPT, JSON.stringify(next))
}

export function boundedGap(ms: number): number {
  return Math.min(MOST_GAP, Math.max(LEAST_GAP, Math.ceil(ms)))
}

function kept(): ScannerSettings {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '{}')
    const gap = fieldOf(value, 'gap')
    return {
      gap: typeof gap === 'number' ? boundedGap(gap) : USUAL.gap,
      prefix: textOf(value, 'prefix'),
      suffix: textOf(value, 'suffix'),
      byPlace: fieldOf(value, 'byPlace') === true,
    }
  } catch {
    return USUAL
  }
}
