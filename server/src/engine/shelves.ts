import { present } from '../kit/invariant.ts'
import type { Basket } from './basket.ts'
import type { CompiledOffer } from './compile.ts'
import type { RedeemMethod } from './offer.ts'
import { emptyStack, putIntoStack, type Stack, sortStack } from './rivals.ts'

/** Offers of one way of redeeming on one shelf. */
export interface Side {
  readonly onTop: readonly CompiledOffer[]
  readonly counted: readonly CompiledOffer[]
  readonly goals: readonly CompiledOffer[]
  readonly stacks: readonly Stack[]
}

/** What stands under one key, or under several with the same offers: of a thousand products of one campaign there is one shelf. */
export type Shelf = Readonly<Record<RedeemMethod, Side>>

/** What offers are found by, each kind of key by itself, so that a basket's own codes find them as they are. */
const KEY_KINDS = [
  'ORGANISATION',
  'SKU',
  'FAMILY',
  'BRAND',
  'TYPE',
  'SEGMENT',
  'PASS',
  'CLASSIFICATION',
] as const
type ByKey<Found> = Readonly<Record<(typeof KEY_KINDS)[number], Map<string, Found>>>

/** The offers for one occasion. */
export interface Room {
  /** Offers without keys: every basket looks at them. */
  readonly anywhere: Shelf
  readonly byKey: ByKey<Shelf>
}

/** Puts the offers of one occasion on their shelves, the oldest first. */
export function furnish(oldestFirst: readonly CompiledOffer[]): Room {
  const byKey = emptyByKey<number[]>()
  const anywhere: number[] = []
  oldestFirst.forEach(({ keys }, place) => {
    if (!keys) anywhere.push(place)
    for (const key of new Set(keys)) {
      const [kind, code] = partsOf(key)
      const there = byKey[kind].get(code)
      if (there) there.push(place)
      else byKey[kind].set(code, [place])
    }
  })
  const shelfOf = shelvesOnce(oldestFirst)
  const shelves = emptyByKey<Shelf>()
  for (const kind of KEY_KINDS) {
    for (const [code, places] of byKey[kind]) shelves[kind].set(code, shelfOf(places))
  }
  return { anywhere: shelfOf(anywhere), byKey: shelves }
}

function emptyByKey<Found>(): ByKey<Found> {
  return {
    ORGANISATION: new Map(),
    SKU: new Map(),
    FAMILY: new Map(),
    BRAND: new Map(),
    TYPE: new Map(),
    SEGMENT: new Map(),
    PASS: new Map(),
    CLASSIFICATION: new Map(),
  }
}

/** "SKU:milk" is the SKU "milk". */
function partsOf(key: string): readonly [kind: (typeof KEY_KINDS)[number], code: string] {
  const end = key.indexOf(':')
  const name = key.slice(0, end)
  const kind = present(
    KEY_KINDS.find((each) => each === name),
    'an offer stands under keys that baskets have',
  )
  return [kind, key.slice(end + 1)]
}

/** One shelf for all places where the same offers stand. */
function shelvesOnce(offers: readonly CompiledOffer[]): (places: readonly number[]) => Shelf {
  const made = new Map<string, Shelf>()
  return (places) => {
    const name = places.join(' ')
    const there = made.get(name)
    if (there) return there
    const shelf = shelfWith(places.flatMap((place) => offers[place] ?? []))
    made.set(name, shelf)
    return shelf
  }
}

function shelfWith(offers: readonly CompiledOffer[]): Shelf {
  return { INSTANT: sideWith(offers, 'INSTANT'), DEFERRED: sideWith(offers, 'DEFERRED') }
}

function sideWith(offers: readonly CompiledOffer[], redeem: RedeemMethod): Side {
  const own = offers.filter((each) => each.redeem === redeem)
  const stacks = new Map<string, Stack>()
  for (const compiled of own) {
    const { group } = compiled
    if (group === undefined) continue
    const stack = stacks.get(group) ?? emptyStack(group)
    stacks.set(group, stack)
    putIntoStack(stack, compiled)
  }
  for (const stack of stacks.values()) sortStack(stack)
  return {
    onTop: own.filter(({ group }) => group === undefined),
    counted: own.filter(({ isCounted }) => isCounted),
    goals: own.filter(({ goal }) => goal !== undefined),
    stacks: [...stacks.values()],
  }
}

/** The shelves at which a basket looks, each once. */
export function shelvesFor({ anywhere, byKey }: Room, basket: Basket): readonly Shelf[] {
  const { business, merchant, venue, lines, shopper, pass, classification } = basket
  const { ORGANISATION, SKU, FAMILY, BRAND, TYPE, SEGMENT, PASS, CLASSIFICATION } = byKey
  const found = [anywhere]
  look(found, ORGANISATION, business)
  look(found, ORGANISATION, merchant)
  look(found, ORGANISATION, venue)
  for (const { sku, leadsTo, family, brand, type } of lines) {
    look(found, SKU, sku)
    look(found, SKU, leadsTo)
    look(found, FAMILY, family)
    look(found, BRAND, brand)
    look(found, TYPE, type)
  }
  if (SEGMENT.size > 0) for (const segment of shopper.segments) look(found, SEGMENT, segment)
  look(found, PASS, pass?.plan)
  look(found, CLASSIFICATION, classification)
  return found.length > FEW ? [...new Set(found)] : found
}

/** So many are looked through faster than a set is made; of a large basket they may come more than once. */
const FEW = 16

function look(found: Shelf[], shelves: ReadonlyMap<string, Shelf>, code: string | null | undefined): void {
  if (shelves.size === 0 || code === null || code === undefined) return
  const shelf = shelves.get(code)
  if (shelf && (found.length > FEW || !found.includes(shelf))) found.push(shelf)
}
