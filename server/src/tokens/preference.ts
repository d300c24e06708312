import type { OrganisationId } from '../kit/id.ts'
import type { AutomaticSpend, Place } from '../organisations/index.ts'

/** What a contact said about spending without being asked. */
export interface SpendPreference {
  /** undefined: as the business has it. */
  readonly automatic: boolean | undefined
  /** Only the next purchase that it pays of; off after it. */
  readonly nextPurchaseOnly: boolean
  readonly minimumBalance: bigint
  readonly fromPurchase: bigint
  readonly maximum: bigint | undefined
  /** None: every merchant that allows it. */
  readonly merchants: readonly OrganisationId[]
}

export const NO_PREFERENCE: SpendPreference = {
  automatic: undefined,
  nextPurchaseOnly: false,
  minimumBalance: 0n,
  fromPurchase: 0n,
  maximum: undefined,
  merchants: [],
}

/** What holds for one purchase: within these bounds the wallet pays without being asked. */
export interface AutomaticRule extends Omit<AutomaticSpend, 'applies'> {
  readonly of: 'CONTACT' | 'BUSINESS'
  readonly nextPurchaseOnly: boolean
}

/** Whose wish holds at the place: the contact's own, else that of the business; undefined: nobody wants it, or not here. */
export function automaticRule(
  { settings, merchant }: Place,
  { automatic, merchants, ...wish }: SpendPreference = NO_PREFERENCE,
): AutomaticRule | undefined {
  if (!settings.allowsAutomaticSpend) return undefined
  if (automatic === undefined) {
    const { applies, ...bounds } = settings.automaticSpend
    return applies ? { of: 'BUSINESS', nextPurchaseOnly: false, ...bounds } : undefined
  }
  const isChosen = merchants.length === 0 || merchants.includes(merchant.id)
  return automatic && isChosen ? { of: 'CONTACT', ...wish } : undefined
}

/** What kept money from being spent: what was seen, and what was needed. */
export interface NotAutomatic {
  readonly because: 'MINIMUM_WALLET_BALANCE' | 'FROM_PURCHASE_AMOUNT'
  readonly seen: bigint
  readonly needed: bigint
}

export function whyNot(
  { minimumBalance, fromPurchase }: AutomaticRule,
  { balance, total }: { readonly balance: bigint; readonly total: bigint },
): NotAutomatic | undefined {
  if (balance < minimumBalance) {
    return { because: 'MINIMUM_WALLET_BALANCE', seen: balance, needed: minimumBalance }
  }
  if (total < fromPurchase) return { because: 'FROM_PURCHASE_AMOUNT', seen: total, needed: fromPurchase }
  return undefined
}
