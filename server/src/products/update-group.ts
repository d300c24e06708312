import type { Work } from '../db/index.ts'
import { productsChanged } from '../events/index.ts'
import { AmbiguousIdentifier, notFound } from '../kit/error.ts'
import { changeGroups, lockGroups, type StoredGroup } from './groups.store.ts'
import type { GroupKind } from './product.ts'

export interface GroupChange {
  readonly name?: string | undefined
  readonly earns?: boolean | undefined
}

export interface GroupName {
  readonly idOrCode: string
  /** Where groups of several kinds may have the code. */
  readonly kind?: GroupKind | undefined
}

/** What is left out stays. The same change again changes nothing. */
export async function updateGroup(work: Work, named: GroupName, change: GroupChange): Promise<StoredGroup> {
  const before = await lockOne(work, named)
  const { name = before.name, earns = before.earns } = change
  if (name === before.name && earns === before.earns) return before
  const after: StoredGroup = { ...before, name, earns, source: 'MANUAL' }
  await changeGroups(work, [after])
  // Whether a product earns is kept with the product on every shelf.
  await productsChanged(work)
  return after
}

async function lockOne(work: Work, { idOrCode, kind: wanted }: GroupName): Promise<StoredGroup> {
  const all = await lockGroups(work, idOrCode)
  const [group, ...others] = all.filter(({ kind }) => wanted === undefined || kind === wanted)
  if (!group) throw notFound('product_group', idOrCode)
  if (others.length > 0) {
    const kinds = [group, ...others].map(({ kind }) => kind.toLowerCase())
    throw AmbiguousIdentifier({
      parameters: ['product_group', idOrCode],
      detail: `"${idOrCode}" is the code of a ${kinds.join(' and a ')}; send the id, or the kind.`,
    })
  }
  return group
}
