import type { BasketPass, CompiledOffer, Shopper } from '../engine/index.ts'
import { basketBefore, basketPass, type Catalogue, shopperOf } from '../purchases/index.ts'
import type { FactsWanted, Met } from './met.store.ts'
import type { PastRow } from './packed-history.ts'
import type { PastPurchase } from './replay-history.ts'

const ABOUT_SHOPPERS = new Set(['SCHEME', 'SEGMENTS', 'OCCASION', 'MEMBER_SINCE'])

export function factsWanted(offers: readonly CompiledOffer[]): FactsWanted {
  const kinds = new Set(offers.flatMap(({ checks }) => checks.map(({ kind }) => kind)))
  return {
    shopper: [...kinds].some((kind) => ABOUT_SHOPPERS.has(kind)),
    memberships: kinds.has('SCHEME'),
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

/** What is known of contacts and passes, kept from when they are first met. */
export interface Known {
  shopper(contact: string): Shopper
  pass(code: string | undefined): BasketPass | undefined
  learn(met: Met): void
}

export function knownFacts(catalogue: Catalogue): Known {
  const shoppers = new Map<string, Shopper>()
  const passes = new Map<string, BasketPass | undefined>()
  return {
    shopper: (contact) => shoppers.get(contact) ?? ANYBODY,
    pass: (code) => (code === undefined ? undefined : passes.get(code)),
    learn: (met) => {
      for (const contact of met.contacts) {
        shoppers.set(contact.id, shopperOf(contact, contact.memberships, catalogue))
      }
      for (const { shown, pass } of met.passes) passes.set(shown, basketPass(pass, catalogue))
    },
  }
}

/** The row as a replay needs it; undefined: nobody bought, or at a place that opened since the replay began. */
export function pastPurchase(
  row: PastRow,
  comesBack: boolean,
  { catalogue, known }: { readonly catalogue: Catalogue; readonly known: Known },
): PastPurchase | undefined {
  if (!catalogue.directory.organisations.has(row.venue ?? row.merchant)) return undefined
  const basket = basketBefore(row, catalogue, {
    shopper: known.shopper(row.contact ?? ''),
    pass: known.pass(row.pass),
    explained: { luck: row.luck, tier: undefined },
  })
  const { id, decided, isPaidInFull, spent, awarded } = row
  return basket && { id, decided, basket, isPaidInFull, comesBack, spent, awarded }
}
