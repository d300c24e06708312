import type { Work } from '../db/index.ts'
import { AmbiguousIdentifier } from '../kit/error.ts'
import { newId, type ProductGroupId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import { groupsNamed, insertGroups } from './groups.store.ts'
import type { GroupKind, GroupReference, ProductGroup } from './product.ts'

export interface WantedGroup extends GroupReference {
  readonly kind: GroupKind
}

/**
 * Finds the groups that products refer to and makes those that nobody knows yet; answers how to find each
 * one's id.
 */
export async function ensureGroups(
  work: Work,
  wanted: readonly WantedGroup[],
): Promise<(group: WantedGroup) => ProductGroupId> {
  const byText = new Map(wanted.map((group) => [textOf(group), group]))
  const texts = [...byText.values()].flatMap(({ code, name }) => code ?? name ?? [])
  const known = texts.length === 0 ? [] : await groupsNamed(work, [...new Set(texts)])
  const shelves = { byCode: shelve(known, 'code'), byName: shelve(known, 'name') }
  const found = new Map<string, ProductGroup>()
  const made = new Map<string, ProductGroup>()
  for (const [text, group] of byText) {
    const there = knownGroup(group, shelves)
    const code = group.code ?? group.name ?? ''
    const key = `${group.kind}|${code}`
    const chosen = there ?? made.get(key) ?? newGroup(group, code)
    found.set(text, chosen)
    if (!there) made.set(key, chosen)
  }
  await insertGroups(work, [...made.values()])
  return (group) => present(found.get(textOf(group)), 'every wanted group was found or made').id
}

interface Shelves {
  readonly byCode: ReadonlyMap<string, readonly ProductGroup[]>
  readonly byName: ReadonlyMap<string, readonly ProductGroup[]>
}

function shelve(groups: readonly ProductGroup[], by: 'code' | 'name') {
  return Map.groupBy(groups, (group) => `${group.kind}|${group[by]}`)
}

/**
 * A name alone may be the code of a group that a till taught, or the name of one that was entered under
 * another code.
 */
function knownGroup(
  { kind, code, name }: WantedGroup,
  { byCode, byName }: Shelves,
): ProductGroup | undefined {
  const [exact] = byCode.get(`${kind}|${code ?? name}`) ?? []
  if (exact || code !== undefined) return exact
  const [first, second] = byName.get(`${kind}|${name}`) ?? []
  if (first && second) {
    throw AmbiguousIdentifier({
      parameters: [kind.toLowerCase(), name ?? ''],
      detail: `${kind.toLowerCase()} "${name}" names ${first.code} and ${second.code}; send the code.`,
    })
  }
  return first
}

function newGroup({ kind, name }: WantedGroup, code: string): ProductGroup {
  return { id: newId<ProductGroupId>(), kind, code, name: name ?? code, earns: true }
}

function textOf({ kind, code, name }: WantedGroup): string {
  return JSON.stringify([kind, code, code === undefined ? name : undefined])
}
