import type { FoundContact } from '../contacts/index.ts'
import { invalidField } from '../kit/error.ts'
import { display, money } from '../kit/money.ts'
import { MINUTE } from '../kit/time.ts'
import {
  type AutomaticRule,
  automaticRule,
  type NotAutomatic,
  type SpendPreference,
  type SpendToken,
  tokenProblem,
  whyNot,
} from '../tokens/index.ts'
import type { Catalogue } from './catalogue.ts'
import type { Facts, WalletFacts } from './facts.ts'
import type { PreparedPurchase } from './prepare-purchase.ts'
import { wantsRedeem } from './redeem-on-purchase.ts'

/** Who wants the wallet to pay: the till, a one-time code, or what the contact prefers. */
export type Asked =
  | { readonly method: 'ON_REQUEST'; readonly amount: bigint }
  /** amount undefined: as much as possible */
  | { readonly method: 'OTP'; readonly amount: bigint | undefined; readonly token: SpendToken }
  | { readonly method: 'AUTO_SPEND'; readonly amount: undefined; readonly rule: AutomaticRule }

/** Nobody asked: with the reason, where a preference was looked at. */
export interface NotAsked {
  readonly method: undefined
  readonly rule?: AutomaticRule | undefined
  readonly because?: NotAutomatic | undefined
}

const NOT_ASKED: NotAsked = { method: undefined }

// A till that sends a purchase later took the money long ago: nothing can go off its price any more.
const AT_THE_TILL_MS = 5 * MINUTE

/** A token comes before a preference, and what the till asks for must be what the token allows. */
export function askedToSpend(
  prepared: PreparedPurchase,
  contact: FoundContact,
  { wallet, facts }: { readonly wallet: WalletFacts; readonly facts: Pick<Facts, 'tokens' | 'preferences'> },
): Asked | NotAsked {
  const { token, amounts, claims } = prepared
  // Who claims a receipt has paid it: the guide awards it and triggers no spend.
  if (claims) return NOT_ASKED
  if (token) return askedByToken(prepared, facts.tokens.get(token.id) ?? token)
  if (amounts.requestedSpend !== undefined) return { method: 'ON_REQUEST', amount: amounts.requestedSpend }
  if (prepared.isAgreed || !isPaidNow(prepared)) return NOT_ASKED
  return askedByPreference(prepared, wallet, facts.preferences.get(contact.id))
}

function askedByToken({ amounts, command, currency }: PreparedPurchase, token: SpendToken): Asked {
  const problem = tokenProblem(token, command.at)
  if (problem) throw problem
  const { requestedSpend } = amounts
  if (token.amount !== undefined && requestedSpend !== undefined && token.amount !== requestedSpend) {
    const show = (minor: bigint) => display(money(minor, currency))
    throw invalidField(
      'spend_request.amount',
      show(requestedSpend),
      `the one-time code allows ${show(token.amount)}; ask for that, or leave spend_request out`,
    )
  }
  return { method: 'OTP', amount: requestedSpend ?? token.amount, token }
}

function isPaidNow({ reductionMethod, date, command }: PreparedPurchase): boolean {
  return reductionMethod === 'BACK_END' || command.at.getTime() - date.getTime() <= AT_THE_TILL_MS
}

function askedByPreference(
  { place, amounts }: PreparedPurchase,
  { open, commerce }: WalletFacts,
  preference: SpendPreference | undefined,
): Asked | NotAsked {
  const rule = automaticRule(place, preference)
  if (!rule) return NOT_ASKED
  const because = whyNot(rule, { balance: open + commerce, total: amounts.total })
  return because ? { method: undefined, rule, because } : { method: 'AUTO_SPEND', amount: undefined, rule }
}

/** Whether lots have to be read, because the wallet may pay of the purchase, or money in it become open. */
export function maySpend(prepared: PreparedPurchase, catalogue: Catalogue): boolean {
  const { amounts, token, place, claims } = prepared
  if (claims) return false
  if (wantsRedeem(prepared)) return true
  if (amounts.requestedSpend !== undefined || token) return true
  return looksAtPreference(place.settings, catalogue)
}

/** Businesses in which nobody prefers anything do not look. */
export function looksAtPreference(
  { allowsAutomaticSpend, automaticSpend }: PreparedPurchase['place']['settings'],
  { hasPreferences }: Catalogue,
): boolean {
  return allowsAutomaticSpend && (automaticSpend.applies || hasPreferences)
}
