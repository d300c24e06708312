import type { Work } from '../db/index.ts'
import { record } from '../events/index.ts'
import { minorDigits } from '../kit/currency.ts'
import { AlreadyExists, invalidField, notFound, type Refusal } from '../kit/error.ts'
import { type ClaimId, type ContactId, newId } from '../kit/id.ts'
import type { Place } from '../organisations/index.ts'
import {
  type Catalogue,
  type Catalogues,
  type Purchase,
  refuseVoided,
  submitReceipt,
} from '../purchases/index.ts'
import type { Claim, Hand } from './claim.ts'
import { claimOfReceipt, insertClaim } from './claims.store.ts'

export interface OwnClaim {
  readonly place: Place
  readonly receipt: string
  /** ×100 as it was scanned, or the exact amount. */
  readonly hundredths: bigint | undefined
  readonly total: bigint | undefined
  readonly scanned: string | undefined
  readonly contact: ContactId
  readonly askedBy: Hand
}

/** What became of a receipt that no till has sent. */
export type Submitted =
  | { readonly is: 'CLAIMED'; readonly claim: Claim; readonly purchase: Purchase }
  | { readonly is: 'HELD'; readonly claim: Claim }
  /** Nobody has such a receipt here. */
  | { readonly is: 'UNKNOWN'; readonly refusal: Refusal }

/**
 * Takes a receipt that no till has sent, as the merchant wishes: awarded at once, held until the till or a person confirms it, or not at
 * all. Its number is held by the caller.
 */
export async function submitClaim(
  work: Work,
  { catalogue, catalogues }: { readonly catalogue: Catalogue; readonly catalogues: Catalogues },
  own: OwnClaim,
): Promise<Submitted> {
  const { place, receipt, contact } = own
  const { selfSubmitted, selfSubmittedUpTo } = place.settings
  const merchant = place.merchant.id
  if (selfSubmitted === 'REFUSE') return { is: 'UNKNOWN', refusal: notFound('receipt', receipt) }
  const other = await claimOfReceipt(work, { merchant, receipt })
  if (other) throw alreadyClaimed(other, contact)
  await refuseVoided(work, { merchant, venue: place.venue?.id, receipt })
  const total = amountOf(own, catalogue.currency)
  const held: Claim = {
    id: newId<ClaimId>(),
    contact,
    merchant,
    venue: place.venue?.id,
    receipt,
    origin: 'CONTACT',
    state: 'HELD',
    purchase: undefined,
    currency: catalogue.currency,
    total,
    tillTotal: undefined,
    scanned: own.scanned,
    reason: 'The till has not sent the purchase yet.',
    askedBy: own.askedBy,
    decidedBy: undefined,
    createdAt: work.at,
    decidedAt: undefined,
  }
  const isAccepted =
    selfSubmitted === 'ACCEPT' && (selfSubmittedUpTo === undefined || total <= selfSubmittedUpTo)
  if (!isAccepted) {
    await insertClaim(work, held)
    await record(work, 'claim.held', held.id)
    return { is: 'HELD', claim: held }
  }
  const purchase = await submitReceipt(work, catalogues, { place, receipt, total, contact })
  const claim: Claim = {
    ...held,
    state: 'CLAIMED',
    purchase: purchase.id,
    reason: undefined,
    decidedAt: work.at,
  }
  await insertClaim(work, claim)
  return { is: 'CLAIMED', claim, purchase }
}

function alreadyClaimed({ receipt, contact: owner, state }: Claim, contact: ContactId): Refusal {
  const isOwn = owner === contact
  const whose = isOwn ? 'by this contact' : 'by another contact'
  return AlreadyExists({
    parameters: ['claim', receipt, isOwn ? 'OWN' : 'OTHERS'],
    detail: `This receipt was claimed ${whose}${state === 'HELD' ? ' and waits for confirmation' : ''}; a receipt is claimed once.`,
  })
}

/** The amount in the currency's own units; a code of a currency without decimals has two all the same. */
function amountOf({ total, hundredths = 0n }: OwnClaim, currency: string): bigint {
  const digits = minorDigits(currency)
  const scale = 10n ** BigInt(Math.abs(digits - 2))
  const minor = total ?? (digits >= 2 ? hundredths * scale : hundredths / scale)
  if (minor > 0n) return minor
  throw invalidField('transaction_amounts.total', String(minor), 'it must be above zero')
}
