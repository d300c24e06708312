import type { Mismatch } from './notes.ts'
import { checkRow, type Looked } from './row.ts'
import { openSource, type Source } from './source.ts'

export interface Located extends Mismatch {
  /** Code of the offer that it concerns. */
  readonly code: string | undefined
}

export interface Report {
  readonly holds: boolean
  readonly counts: Readonly<Record<'purchases' | 'events' | keyof Looked, number>>
  readonly seconds: number
  /** How many values differ; the first of them are named. */
  readonly wrong: number
  readonly mismatches: readonly Located[]
}

export interface Options {
  /** How many mismatches are named. */
  readonly most?: number
}

/** Recomputes every award, spend and refusal of a database from what is stored of them. */
export async function checkExplanations(url: string, { most = 100 }: Options = {}): Promise<Report> {
  const started = performance.now()
  const source = await openSource(url)
  try {
    const tally = emptyTally(most)
    for (const tenant of source.tenants) await checkTenant(source, tenant, tally)
    const { counts, wrong, mismatches } = tally
    const seconds = (performance.now() - started) / 1_000
    return { holds: wrong === 0, counts, seconds, wrong, mismatches }
  } finally {
    await source.close()
  }
}

interface Tally {
  readonly most: number
  readonly counts: Record<keyof Report['counts'], number>
  readonly mismatches: Located[]
  wrong: number
}

function emptyTally(most: number): Tally {
  const looked = { awards: 0, spends: 0, refusals: 0, compared: 0, nearMisses: 0, entries: 0 }
  return { most, counts: { purchases: 0, events: 0, ...looked }, mismatches: [], wrong: 0 }
}

async function checkTenant(source: Source, tenant: number, tally: Tally): Promise<void> {
  const codes = await source.offers(tenant)
  const note = (mismatch: Mismatch) => {
    tally.wrong += 1
    if (tally.mismatches.length >= tally.most) return
    const code = mismatch.offer === undefined ? undefined : codes.get(mismatch.offer)
    tally.mismatches.push({ ...mismatch, code })
  }
  const { counts } = tally
  for await (const rows of source.rows(tenant)) {
    for (const row of rows) {
      const looked = checkRow(row, note)
      counts[row.of === 'purchase' ? 'purchases' : 'events'] += 1
      counts.awards += looked.awards
      counts.spends += looked.spends
      counts.refusals += looked.refusals
      counts.compared += looked.compared
      counts.nearMisses += looked.nearMisses
      counts.entries += looked.entries
    }
  }
  for (const id of await source.strays(tenant)) {
    const field = 'transfers AWARD'
    const stored = `journal ${id}`
    const recomputed = 'none: no purchase or event explains it'
    note({ tenant, of: 'event', id, reference: undefined, offer: undefined, field, stored, recomputed })
  }
}
