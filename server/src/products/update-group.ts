import type { Work } from '../db/index.ts'
import { productsChanged } from '../events/index.ts'
import { AmbiguousIdentifier, notFound } from '../kit/error.ts'
import { changeGroups, lockGroups, type StoredGroup } from './groups.store.ts'

export interface GroupChange {
  readonly name?: string | undefined
  readonly earns?: boolean | undefined
}

/** What is left out stays. The same change again changes nothing. */
export async function updateGroup(work: Work, idOrCode: string, change: GroupChange): Promise<StoredGroup> {
  const before = await lockOne(work, idOrCode)
  const { name = before.name, earns = before.earns } = change
  if (name === before.name && earns === before.earns) return before
  const after: StoredGroup = { ...before, name, earns, source: 'MANUAL' }
  await changeGroups(work, [after])
  // Whether a product earns is kept with the product on every shelf.
  await productsChanged(work)
  return after
}

async function lockOne(work: Work, idOrCode: string): Promise<StoredGroup> {
  const [group, ...others] = await lockGroups(work, idOrCode)
  if (!group) throw notFound('product_group', idOrCode)
  if (others.length > 0) {
    const kinds = [group, ...others].map(({ kind }) => kind.toLowerCase())
    throw AmbiguousIdentifier({
      parameters: ['product_group', idOrCode],
      detail: `"${idOrCode}" is the code of a ${kinds.join(' and a ')}; send the id.`,
    })
  }
  return group
}
