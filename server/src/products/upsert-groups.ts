import type { Work } from '../db/index.ts'
import { productsChanged } from '../events/index.ts'
import { newId, type ProductGroupId } from '../kit/id.ts'
import { changeGroups, insertGroups, lockGroupsByCode } from './groups.store.ts'
import type { GroupKind, ProductGroup, ProductSource } from './product.ts'
import type { Outcome } from './upsert-products.ts'
import { inWaves } from './waves.ts'

/** A family, brand or type as a row tells it; what is left out stays as it is. */
export interface NewGroup {
  readonly kind: GroupKind
  readonly code: string
  /** A group that is new and has none is called by its code. */
  readonly name?: string | undefined
  readonly earns?: boolean | undefined
}

/** Enters many groups; those whose code is known are changed. Where a code comes twice the later row is applied after the earlier one. */
export async function applyGroups(
  work: Work,
  rows: readonly NewGroup[],
  source: ProductSource,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = rows.map(() => 'UNCHANGED')
  for (const wave of inWaves(rows, keyOf)) {
    const found = await applyWave(
      work,
      wave.map(({ row }) => row),
      source,
    )
    wave.forEach(({ index }, place) => {
      outcomes[index] = found[place] ?? 'UNCHANGED'
    })
  }
  return outcomes
}

async function applyWave(work: Work, rows: readonly NewGroup[], source: ProductSource): Promise<Outcome[]> {
  const before = new Map((await lockGroupsByCode(work, rows)).map((group) => [keyOf(group), group]))
  const made = rows.filter((row) => !before.has(keyOf(row))).map((row) => newGroup(row, source))
  const isMade = new Set(made.map(({ id }) => id))
  // One that somebody else made meanwhile is changed like any that was there.
  for (const group of await insertGroups(work, made)) {
    if (!isMade.has(group.id)) before.set(keyOf(group), group)
  }
  const changed = rows.flatMap((row) => {
    const there = before.get(keyOf(row))
    const after = there && changedGroup(there, row, source)
    return there && after && !isSame(there, after) ? [{ there, after }] : []
  })
  await changeGroups(
    work,
    changed.map(({ after }) => after),
  )
  // Whether a product earns is kept with the product on every shelf; no name of a group is.
  if (changed.some(({ there, after }) => there.earns !== after.earns)) await productsChanged(work)
  const isChanged = new Set(changed.map(({ after }) => keyOf(after)))
  return rows.map((row) => {
    if (!before.has(keyOf(row))) return 'CREATED'
    return isChanged.has(keyOf(row)) ? 'UPDATED' : 'UNCHANGED'
  })
}

function newGroup({ kind, code, name, earns }: NewGroup, source: ProductSource): ProductGroup {
  return { id: newId<ProductGroupId>(), kind, code, name: name ?? code, source, earns: earns ?? true }
}

function changedGroup(there: ProductGroup, { name, earns }: NewGroup, source: ProductSource): ProductGroup {
  const after = { ...there, name: name ?? there.name, earns: earns ?? there.earns }
  // As with products: whoever says nothing new does not become the source, but takes over what a till taught.
  return there.source === 'PURCHASE' || !isSame(there, after) ? { ...after, source } : after
}

function isSame(a: ProductGroup, b: ProductGroup): boolean {
  return a.name === b.name && a.earns === b.earns && a.source === b.source
}

function keyOf({ kind, code }: Pick<NewGroup, 'kind' | 'code'>): string {
  return `${kind}|${code}`
}
