import type { CompiledOffer } from '../../../engine/index.ts'
import { type ContactId, derivedId } from '../../../kit/id.ts'
import { display, money } from '../../../kit/money.ts'
import type { Finding } from '../finding.ts'
import type { Setting } from '../setting.ts'
import type { Trial } from '../trial.ts'
import { type Move, played } from './played.ts'

const TIMES = 3

/** Contacts cost nothing to invent: whoever signs up again and again, or brings friends that do not exist, is paid each time. */
export function inventedContacts(
  offer: CompiledOffer,
  setting: Setting,
  [trial]: readonly Trial[],
): Finding[] {
  const { limits, progress } = offer.offer.terms
  const isAboutOthers = offer.occasion === 'REFERRAL'
  const isBounded =
    limits.budget !== undefined || limits.per_period !== undefined || (isAboutOthers && limits.per_contact)
  if ((offer.occasion !== 'SIGN_UP' && !isAboutOthers) || isBounded || progress || !trial) return []
  const moves = Array.from({ length: TIMES }, (_, index): Move => {
    const move = { does: 'BUY', purchase: `${index + 1}`, draft: trial.draft } as const
    // A referral pays who brought the friend.
    return isAboutOthers ? move : { ...move, by: derivedId<ContactId>('invented', `${index}`) }
  })
  const { steps, kept } = played(offer, setting, moves)
  if (kept.award === 0n) return []
  const amount = display(money(kept.award, offer.offer.currency))
  const what = isAboutOthers ? 'friends who sign up' : 'sign-ups with new addresses'
  const remedy = isAboutOthers ? 'A limit for each contact' : 'A budget, or a limit for all together,'
  return [
    {
      code: 'FARMABLE',
      severity: 'WARNING',
      says: `${TIMES} invented ${what} are given ${amount}, and nothing ends it. ${remedy} bounds it.`,
      example: { of: 'STEPS', steps, kept },
    },
  ]
}
