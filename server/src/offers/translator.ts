import type { Named, NamedKind, Names, Reference, StoredName, Translator } from '../engine/index.ts'
import type { Actor } from '../kit/actor.ts'
import { minorDigits } from '../kit/currency.ts'
import { notFound } from '../kit/error.ts'
import { wireNumber } from '../kit/money.ts'
import { quantityNumber } from '../kit/quantity.ts'
import { readPositiveMinor, readPositiveQuantity } from '../kit/reading.ts'

/** Finds a thing of a kind by id or code. */
export type Finders = Readonly<Record<NamedKind, (idOrCode: string) => Named | undefined>>

export function translator(currency: string, finders: Finders, part = ''): Translator {
  const path = (field: string) => (part === '' ? field : `${part}.${field}`)
  return {
    currency,
    at: (inner) => translator(currency, finders, path(inner)),
    path,
    minor: (field, decimal) => readPositiveMinor(path(field), decimal, minorDigits(currency)).toString(),
    decimal: (minor) => wireNumber(BigInt(minor), currency),
    quantity: (field, decimal) => readPositiveQuantity(path(field), decimal).toString(),
    pieces: (quantity) => quantityNumber(BigInt(quantity)),
    find: (kind, { id, code }: Reference) => {
      const wanted = id ?? code ?? ''
      const found = finders[kind](wanted)
      if (!found) throw notFound(kind === 'scheme' || kind === 'tier' ? `reward_${kind}` : kind, wanted)
      return found
    },
    named: (kind, { id, name = '' }: StoredName) => finders[kind](id) ?? { id, code: '', name },
  }
}

/** Finders over a list: by id, else by code. */
export function finderOf(all: Iterable<Named>): (idOrCode: string) => Named | undefined {
  const byName = new Map<string, Named>()
  for (const { id, code, name } of all) byName.set(code, { id, code, name })
  for (const { id, code, name } of all) byName.set(id, { id, code, name })
  return (idOrCode) => byName.get(idOrCode) ?? byName.get(idOrCode.toLowerCase())
}

/** Codes are the shop's own: what a shopper reads has names alone. */
export function areCodesTold({ by }: Pick<Actor, 'by'>): boolean {
  return by.kind !== 'contact'
}

interface ToName {
  readonly finders: Finders
  readonly all: Readonly<Record<NamedKind, Iterable<Named>>>
}

/**
 * What things are called now, with the code where two of a kind are called the same and codes are told; what is gone by the name that
 * it had.
 */
export function namerOf({ finders, all }: ToName, actor: Actor): Names['ofStored'] {
  const shared = new Map<NamedKind, ReadonlySet<string>>()
  const sharedIn = (kind: NamedKind) => {
    const known = shared.get(kind) ?? namesTwice(all[kind])
    shared.set(kind, known)
    return known
  }
  return (kind, { id, name = id }) => {
    const found = finders[kind](id)
    if (!found) return name
    return areCodesTold(actor) && sharedIn(kind).has(found.name)
      ? `${found.name} (${found.code})`
      : found.name
  }
}

function namesTwice(all: Iterable<Named>): ReadonlySet<string> {
  const [once, twice] = [new Set<string>(), new Set<string>()]
  for (const { name } of all) (once.has(name) ? twice : once).add(name)
  return twice
}
