import type { Reply } from '../read.ts'

export type Entry = Pick<
  Reply<'purchases', 'listEntries'>['content'][number],
  'id' | 'movement' | 'amount' | 'reward_offer_id' | 'commerce_pool_id' | 'spend_method' | 'reverses'
>

/** The entries of the ledger behind each step of where the money went, by their ids. */
export interface StepEntries {
  /** By the id of the offer. */
  readonly discounts: ReadonlyMap<string, readonly string[]>
  readonly awards: ReadonlyMap<string, readonly string[]>
  /** In the order of the spends. */
  readonly spends: readonly (readonly string[])[]
  readonly payout: readonly string[]
  readonly awardBack: readonly string[]
  readonly spendBack: readonly string[]
}

interface Spend {
  readonly amount: number
  readonly commerce_pool: { readonly id: string } | null
}

/** Several spends from one pool are told apart by their amounts; those of one amount are alike. */
export function entriesOf(entries: readonly Entry[], spends: readonly Spend[]): StepEntries {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const awards = entries.filter(({ movement }) => movement === 'AWARD')
  const spent = entries.filter(isSpend)
  const off = spent.filter(isDiscount)
  const offered = new Set(off.map((entry) => entry.reward_offer_id))
  const isOff = (entry: Entry) => offered.has(entry.reward_offer_id)
  const back = (isOfKind: (entry: Entry) => boolean) =>
    entries.filter(({ reverses }) => {
      const taken = byId.get(reverses ?? '')
      return taken !== undefined && isOfKind(taken)
    })
  return {
    discounts: byOffer([...awards.filter(isOff), ...off]),
    awards: byOffer(awards.filter((entry) => !isOff(entry))),
    spends: inOrder(
      spent.filter((entry) => !isDiscount(entry)),
      spends,
    ),
    payout: idsOf(entries.filter(({ movement }) => movement.startsWith('PAYOUT_SENT'))),
    awardBack: idsOf(back(({ movement }) => movement === 'AWARD')),
    spendBack: idsOf(back(isSpend)),
  }
}

function isSpend({ movement }: Entry): boolean {
  return movement === 'SPEND' || movement === 'PAYOUT_SPEND'
}

function isDiscount({ spend_method: method }: Entry): boolean {
  return method === 'INSTANT'
}

function byOffer(entries: readonly Entry[]): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, readonly string[]>()
  for (const { id, reward_offer_id: offer } of entries) {
    if (offer !== null) ids.set(offer, [...(ids.get(offer) ?? []), id])
  }
  return ids
}

function inOrder(entries: readonly Entry[], spends: readonly Spend[]): readonly (readonly string[])[] {
  const left = [...entries]
  return spends.map(({ amount, commerce_pool: pool }) => {
    const at = left.findIndex(
      (entry) => entry.amount === amount && entry.commerce_pool_id === (pool?.id ?? null),
    )
    return at < 0 ? [] : idsOf(left.splice(at, 1))
  })
}

function idsOf(entries: readonly Entry[]): readonly string[] {
  return entries.map(({ id }) => id)
}
