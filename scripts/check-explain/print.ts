import type { Located, Report } from './check.ts'

/** The report for people, line by line. */
export function linesOf({ holds, counts, seconds, wrong, mismatches }: Report): string[] {
  const { purchases, events, awards, spends, refusals, compared, nearMisses, entries } = counts
  const rows: readonly (readonly [string, string | number])[] = [
    ['purchases', purchases],
    ...(events > 0 ? [['other rewards', events] as const] : []),
    ['awards', awards],
    ['parts of spends', spends],
    ['refusals', `${refusals}, of which ${compared} with values that compare`],
    ['near misses', nearMisses],
    ['entries of the ledger', entries],
    ['seconds', seconds.toFixed(1)],
    ['result', holds ? 'every amount follows from its explanation' : `${wrong} values DIFFER`],
  ]
  const more = wrong - mismatches.length
  return [
    ...rows.map(([name, value]) => `${name.padEnd(22)} ${value}`),
    ...mismatches.map(lineOf),
    ...(more > 0 ? [`  … and ${more} more`] : []),
  ]
}

function lineOf({ of, id, reference, offer, code, field, stored, recomputed }: Located): string {
  const row = `${of} ${reference === undefined ? id : `${reference} (${id})`}`
  const about = offer === undefined ? '' : `, offer ${code ?? offer}`
  return `  ✗ ${row}${about}, ${field}: stored ${stored}, recomputed ${recomputed}`
}
