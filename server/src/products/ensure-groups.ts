import type { Work } from '../db/index.ts'
import { AmbiguousIdentifier } from '../kit/error.ts'
import { newId, type ProductGroupId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import { type Glossary, NO_GLOSSARY } from './glossary.ts'
import { groupsNamed, insertGroups, type NamedText } from './groups.store.ts'
import type { GroupKind, GroupReference, ProductGroup, ProductSource } from './product.ts'

export interface WantedGroup extends GroupReference {
  readonly kind: GroupKind
}

/** Who tells of products, and what all that is told at once says of groups; it may be long, so only who needs it asks. */
export interface Telling {
  readonly source: ProductSource
  readonly glossary: () => Promise<Glossary>
}

export interface Groups {
  /** Refuses a name that several groups have. */
  refuseAmbiguous(group: WantedGroup): void
  /** Makes those of the groups that nobody knows yet; answers how to find each one's id. */
  ensure(wanted: readonly WantedGroup[]): Promise<(group: WantedGroup) => ProductGroupId>
}

/** Finds the groups that products refer to. */
export async function openGroups(
  work: Work,
  wanted: readonly WantedGroup[],
  { source, glossary: askGlossary }: Telling,
): Promise<Groups> {
  const isByName = wanted.some(({ code }) => code === undefined)
  const names = isByName ? await askGlossary() : NO_GLOSSARY
  const known = await groupsAmong(work, wanted, names)
  // Of groups that are all known by their codes nothing is left to be told.
  const glossary = isByName || areKnown(wanted, known) ? names : await askGlossary()
  const find = finder(known, glossary)
  return {
    refuseAmbiguous: find,
    ensure: async (groups) => {
      const missing = new Map<string, ProductGroup>()
      for (const group of groups) {
        const found = find(group)
        if ('id' in found) continue
        const { kind } = group
        const { code } = found
        const name = glossary.nameOf(kind, code) ?? group.name ?? code
        const key = `${kind}|${code}`
        if (!missing.has(key)) missing.set(key, { id: newId(), kind, code, name, source, earns: true })
      }
      const made = await insertGroups(work, [...missing.values()])
      const ids = new Map(made.map(({ kind, code, id }) => [`${kind}|${code}`, id]))
      return (group) => {
        const found = find(group)
        if ('id' in found) return found.id
        return present(ids.get(`${group.kind}|${found.code}`), 'every wanted group was found or made')
      }
    },
  }
}

async function groupsAmong(
  work: Work,
  wanted: readonly WantedGroup[],
  glossary: Glossary,
): Promise<readonly ProductGroup[]> {
  const texts = new Map<string, NamedText>()
  const look = (kind: GroupKind, text: string) => texts.set(`${kind}|${text}`, { kind, text })
  for (const { kind, code, name } of wanted) {
    look(kind, code ?? name ?? '')
    if (code === undefined) for (const each of glossary.codesOf(kind, name ?? '')) look(kind, each)
  }
  return texts.size === 0 ? [] : groupsNamed(work, [...texts.values()])
}

function areKnown(wanted: readonly WantedGroup[], known: readonly ProductGroup[]): boolean {
  const codes = new Set(known.map(({ kind, code }) => `${kind}|${code}`))
  return wanted.every(({ kind, code }) => codes.has(`${kind}|${code}`))
}

/**
 * A name alone may be the code of a group that a till taught, the name of one that was entered under another code, or that of one
 * that the same call tells of. Answers the group, or the code under which it is to be made.
 */
function finder(known: readonly ProductGroup[], glossary: Glossary) {
  const byCode = new Map(known.map((group) => [`${group.kind}|${group.code}`, group]))
  const byName = Map.groupBy(known, (group) => `${group.kind}|${group.name}`)
  return ({ kind, code, name = '' }: WantedGroup): ProductGroup | { readonly code: string } => {
    const exact = byCode.get(`${kind}|${code ?? name}`)
    if (exact) return exact
    if (code !== undefined) return { code }
    const named = byName.get(`${kind}|${name}`) ?? []
    const codes = new Set([...named.map((group) => group.code), ...glossary.codesOf(kind, name)])
    const [first = name, second] = codes
    if (second !== undefined) throw ambiguous({ kind, name, codes: [first, second] })
    return byCode.get(`${kind}|${first}`) ?? { code: first }
  }
}

function ambiguous({
  kind,
  name,
  codes,
}: {
  readonly kind: GroupKind
  readonly name: string
  readonly codes: readonly string[]
}) {
  const entity = kind.toLowerCase()
  return AmbiguousIdentifier({
    parameters: [entity, name],
    detail: `${entity} "${name}" names ${codes.join(' and ')}; send the code.`,
  })
}
