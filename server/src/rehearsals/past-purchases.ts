import { findContacts } from '../contacts/index.ts'
import type { Runner } from '../db/index.ts'
import type { BasketPass, CompiledOffer, Shopper } from '../engine/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { sum } from '../kit/money.ts'
import { findPasses } from '../passes/index.ts'
import { basketOfStored, basketPass, type Catalogue, shopperOf } from '../purchases/index.ts'
import { readMemberships } from '../schemes/index.ts'
import type { HistoryRow } from './history.store.ts'
import type { PastPurchase } from './replay-history.ts'

/** Which facts beyond the purchase's own row the offers look at; what nobody looks at is not read. */
export interface FactsWanted {
  readonly shopper: boolean
  readonly pass: boolean
}

const ABOUT_SHOPPERS = new Set(['SCHEME', 'SEGMENTS', 'OCCASION', 'MEMBER_SINCE'])

export function factsWanted(offers: readonly CompiledOffer[]): FactsWanted {
  const kinds = new Set(offers.flatMap(({ checks }) => checks.map(({ kind }) => kind)))
  return {
    shopper: [...kinds].some((kind) => ABOUT_SHOPPERS.has(kind)),
    pass: kinds.has('PASS'),
  }
}

/** Nobody in particular, for offers that do not look at who buys. */
const ANYBODY: Shopper = {
  segments: new Set(),
  schemes: new Set(),
  birthday: undefined,
  nameDay: undefined,
  since: new Date(0),
}

/** What is known of contacts and passes, read when first met and kept. */
export interface Known {
  shopper(contact: string): Shopper
  pass(code: string | undefined): BasketPass | undefined
  learn(purchases: readonly HistoryRow[]): Promise<void>
}

export function knownFacts(sql: Runner, catalogue: Catalogue, wanted: FactsWanted): Known {
  const { tenant } = catalogue
  const shoppers = new Map<string, Shopper>()
  const passes = new Map<string, BasketPass | undefined>()
  return {
    shopper: (contact) => shoppers.get(contact) ?? ANYBODY,
    pass: (code) => (code === undefined ? undefined : passes.get(code)),
    learn: async (purchases) => {
      if (wanted.shopper) await learnShoppers(sql, { tenant, catalogue, shoppers }, purchases)
      if (wanted.pass) await learnPasses(sql, { tenant, catalogue, passes }, purchases)
    },
  }
}

interface Learning<Learnt> {
  readonly tenant: Tenant
  readonly catalogue: Catalogue
  readonly shoppers: Learnt
}

async function learnShoppers(
  sql: Runner,
  { tenant, catalogue, shoppers }: Learning<Map<string, Shopper>>,
  purchases: readonly HistoryRow[],
): Promise<void> {
  const ids = [...new Set(purchases.flatMap(({ contact }) => contact ?? []))].filter(
    (id) => !shoppers.has(id),
  )
  if (ids.length === 0) return
  const found = await findContacts(
    sql,
    ids.map((id) => ({ tenant, key: { by: 'ID' as const, id } })),
  )
  const contacts = found.flat()
  const memberships = Map.groupBy(
    await readMemberships(
      sql,
      contacts.map(({ id }) => ({ tenant, contact: id })),
    ),
    ({ contact }) => contact,
  )
  for (const contact of contacts) {
    shoppers.set(contact.id, shopperOf(contact, memberships.get(contact.id) ?? [], catalogue))
  }
}

async function learnPasses(
  sql: Runner,
  {
    tenant,
    catalogue,
    passes,
  }: Omit<Learning<never>, 'shoppers'> & { passes: Map<string, BasketPass | undefined> },
  purchases: readonly HistoryRow[],
): Promise<void> {
  const codes = [...new Set(purchases.flatMap(({ details }) => details?.pass ?? []))].filter(
    (code) => !passes.has(code),
  )
  if (codes.length === 0) return
  const found = await findPasses(
    sql,
    codes.map((code, position) => ({ tenant, code, position })),
  )
  for (const code of codes) passes.set(code, undefined)
  for (const pass of found) passes.set(codes[pass.position] ?? pass.code, basketPass(pass, catalogue))
}

/** The row as a replay needs it. */
export function pastPurchase(
  purchase: HistoryRow,
  catalogue: Catalogue,
  known: Known,
): PastPurchase | undefined {
  const basket = basketOfStored(purchase, catalogue, {
    shopper: known.shopper(purchase.contact ?? ''),
    pass: known.pass(purchase.details?.pass),
    explained: { luck: purchase.outcome.luck, tier: undefined },
  })
  if (!basket) return undefined
  const { outcome, lines } = purchase
  const onRequest = outcome.spends.filter(({ method }) => method !== 'INSTANT')
  return {
    id: purchase.id,
    decided: purchase.decided,
    basket,
    isPaidInFull: purchase.isPaidInFull,
    spent:
      onRequest.length === 0
        ? NOTHING_SPENT
        : lines.map((_, index) => sum(onRequest.map((spend) => BigInt(spend.lines[index] ?? 0)))),
    awarded: outcome.awards.map(({ offer, amount }) => ({ offer: offer.id, amount: BigInt(amount) })),
  }
}

const NOTHING_SPENT: readonly bigint[] = []
