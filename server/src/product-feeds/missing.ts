import { setImmediate as yieldToOthers } from 'node:timers/promises'
import type { BulkPart } from '../http/index.ts'

/** What a feed had, and what was made inactive because it had it no more. */
export interface Had {
  readonly had: ReadonlySet<string>
  readonly gone: ReadonlySet<string>
}

export interface Missing {
  /** What the next file is compared with. */
  readonly had: ReadonlySet<string>
  /** Products that the file had before and has no more. */
  readonly lacked: number
  /** Those that are to be made inactive. */
  readonly away: readonly string[]
  /** Those that were made inactive, and are there again. */
  readonly back: readonly string[]
}

/** A file that lacks more than this of what it had is taken for one that was cut off. */
const MOST_LACKED = 0.5
const FEW = 10

/** Compares a file with what the feed had before. `isTrusted`: somebody asked for it, and means it as it is. */
export function compareWith(
  before: Had,
  now: ReadonlySet<string>,
  { isTrusted }: { readonly isTrusted: boolean },
): Missing {
  const lacked = [...before.had].filter((sku) => !now.has(sku))
  const back = [...before.gone].filter((sku) => now.has(sku))
  if (!isTrusted && lacked.length > Math.max(FEW, before.had.size * MOST_LACKED)) {
    return { had: new Set([...before.had, ...now]), lacked: lacked.length, away: [], back }
  }
  return { had: now, lacked: lacked.length, away: lacked, back }
}

/** The SKUs of a file; other requests have their turn between its parts. */
export async function skusOf(parts: readonly BulkPart[]): Promise<ReadonlySet<string>> {
  const skus = new Set<string>()
  for (const { list, rows } of parts) {
    if (list !== 'products') continue
    const parsed: unknown = JSON.parse(new TextDecoder().decode(rows))
    for (const row of Array.isArray(parsed) ? parsed : []) {
      const sku: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, 'sku') : undefined
      if (typeof sku === 'string' && isStorable(sku)) skus.add(sku.trim())
    }
    await yieldToOthers()
  }
  return skus
}

function isStorable(sku: string): boolean {
  return sku.isWellFormed() && !sku.includes('\0')
}

const PART_ROWS = 250

/** The parts of a file with rows that bring back what is there again, before all others, and take away what is not, after them. */
export function withMissing(
  parts: readonly BulkPart[],
  { back, away }: { readonly back: readonly string[]; readonly away: readonly string[] },
): readonly BulkPart[] {
  const after = parts.reduce((sum, { list, count }) => sum + (list === 'products' ? count : 0), 0)
  return [
    ...partsThatSay(back, { isActive: true, first: after }),
    ...parts,
    ...partsThatSay(away, { isActive: false, first: after + back.length }),
  ]
}

function partsThatSay(
  skus: readonly string[],
  { isActive, first }: { readonly isActive: boolean; readonly first: number },
): BulkPart[] {
  const parts: BulkPart[] = []
  for (let from = 0; from < skus.length; from += PART_ROWS) {
    const some = skus.slice(from, from + PART_ROWS).map((sku) => ({ sku, is_active: isActive }))
    const rows = new TextEncoder().encode(JSON.stringify(some))
    parts.push({ list: 'products', first: first + from, count: some.length, rows })
  }
  return parts
}
