import type { Work } from '../db/index.ts'
import { productsChanged } from '../events/index.ts'
import { Refusal } from '../kit/error.ts'
import { openGroups, type Telling } from './ensure-groups.ts'
import { glossaryOf } from './glossary.ts'
import { isJudgedOtherwise, isSame, merge } from './merge-row.ts'
import { groupsOf, type NewProduct, type ProductSource } from './product.ts'
import { changeProducts, insertProducts, lockProducts, type StoredProduct } from './product-rows.store.ts'
import { refuseMerged } from './refuse-merged.ts'
import { inWaves } from './waves.ts'

export interface Upserted {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
}

/** What came of one row. */
export type Outcome = 'CREATED' | 'UPDATED' | 'UNCHANGED' | Refusal

/** Enters many products at once; one that is refused refuses all. */
export async function upsertProducts(
  work: Work,
  rows: readonly NewProduct[],
  source: ProductSource = 'MANUAL',
): Promise<Upserted> {
  const last = [...new Map(rows.map((row) => [row.sku, row])).values()]
  const outcomes = await applyProducts(work, last, { source, glossary: async () => glossaryOf(last) })
  const refused = outcomes.find((outcome) => outcome instanceof Refusal)
  if (refused) throw refused
  const count = (wanted: Outcome) => outcomes.filter((outcome) => outcome === wanted).length
  return { created: count('CREATED'), updated: count('UPDATED'), unchanged: count('UNCHANGED') }
}

/**
 * Enters many products in a few statements; those whose SKU is known are changed. What a row leaves out stays as it is, null clears.
 * Where a SKU comes twice the later row is applied after the earlier one. A row that is refused leaves the others alone.
 */
export async function applyProducts(
  work: Work,
  rows: readonly NewProduct[],
  telling: Telling,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = rows.map(() => 'UNCHANGED')
  for (const wave of inWaves(rows, ({ sku }) => sku)) {
    const found = await applyWave(
      work,
      wave.map(({ row }) => row),
      telling,
    )
    wave.forEach(({ index }, place) => {
      outcomes[index] = found[place] ?? 'UNCHANGED'
    })
  }
  return outcomes
}

interface Merged {
  readonly before: StoredProduct | undefined
  readonly after: StoredProduct
}

/** Each SKU once. */
async function applyWave(work: Work, rows: readonly NewProduct[], telling: Telling): Promise<Outcome[]> {
  const locked = await lockProducts(
    work,
    rows.map(({ sku }) => sku),
  )
  const known = new Map(locked.map((row) => [row.sku, row]))
  const groups = await openGroups(work, rows.flatMap(groupsOf), telling)
  const refusals = rows.map((row) =>
    refusalOf(() => {
      refuseMerged(known.get(row.sku))
      groupsOf(row).forEach(groups.refuseAmbiguous)
    }),
  )
  const taken = rows.filter((_, index) => refusals[index] === undefined)
  const idOf = await groups.ensure(taken.flatMap(groupsOf))
  const merged = rows.map((row, index): Merged | undefined => {
    const before = known.get(row.sku)
    return refusals[index] ? undefined : { before, after: merge(row, before, { idOf, ...telling }) }
  })
  const changed = merged.flatMap((each) => (each && !isSame(each.before, each.after) ? [each] : []))
  const isChanged = new Set(changed)
  await insertProducts(
    work,
    changed.flatMap(({ before, after }) => (before ? [] : [after])),
  )
  await changeProducts(
    work,
    merged.flatMap((each) =>
      each?.before && (isChanged.has(each) || isFirstTold(each)) ? [each.after] : [],
    ),
  )
  // A product that is new cannot be held in memory by anybody yet.
  if (changed.some(({ before, after }) => before && isJudgedOtherwise(before, after)))
    await productsChanged(work)
  return merged.map((each, index): Outcome => {
    if (!each) return refusals[index] ?? 'UNCHANGED'
    if (!isChanged.has(each)) return 'UNCHANGED'
    return each.before ? 'UPDATED' : 'CREATED'
  })
}

/** Says what is known, and is the first that could say so again by its digest alone. */
function isFirstTold({ before, after }: Merged): boolean {
  return before?.told === null && after.told !== null
}

function refusalOf(run: () => void): Refusal | undefined {
  try {
    run()
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}
