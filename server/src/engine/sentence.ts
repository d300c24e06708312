import { saysAward } from './awards/index.ts'
import { saysCondition } from './conditions/index.ts'
import { occasionOf } from './occasions.ts'
import type { OfferTerms } from './offer.ts'
import { saysProgress } from './progress.ts'
import { ifSent } from './translator.ts'
import { moneyIn, type Voice } from './words/voice.ts'

const QUOTAS = ['per_contact', 'per_venue', 'per_period'] as const

/**
 * The offer as a sentence that a shopkeeper reads back, and a shopper understands: award, conditions, limits, how long the money
 * may be spent. The order is the same in every language; what each part is called, its words know.
 */
export function sentenceOf(terms: OfferTerms, voice: Voice): string {
  const { words } = voice
  const { expires_after, available_after, return_policy = 'PRO_RATA' } = terms
  return [
    words.earn(partsOf(terms, voice), wayOf(terms)),
    ...(terms.base === 'NET' || terms.before_discounts
      ? [words.base({ tax: terms.base === 'NET', discount: terms.before_discounts === true })]
      : []),
    ...(terms.scheme ? [words.members(voice.names.ofStored('scheme', terms.scheme))] : []),
    ...limitsOf(terms, voice),
    ...(available_after ? [words.spendAfter(available_after)] : []),
    ...(expires_after ? [words.spendWithin(expires_after)] : []),
    ...(return_policy === 'PRO_RATA' ? [] : [words.returns[return_policy]]),
  ].join(' ')
}

function wayOf({ redeem_method }: OfferTerms) {
  return redeem_method === 'INSTANT' ? 'off' : 'back'
}

function partsOf(terms: OfferTerms, voice: Voice): string[] {
  const { award, conditions, progress } = terms
  const occasion = occasionOf(terms)
  return [
    saysAward(award, voice, wayOf(terms)),
    ...(occasion === 'PURCHASE' ? [] : [voice.words.deeds[occasion]]),
    ...(progress ? [saysProgress(progress, voice)] : []),
    ...conditions.map((each) => saysCondition(each, voice)),
  ]
}

function limitsOf({ limits }: OfferTerms, voice: Voice): string[] {
  const show = (minor: string) => moneyIn(voice, minor)
  const quotas = QUOTAS.flatMap((of) => {
    const quota = limits[of]
    if (!quota) return []
    const { uses, amount, period } = quota
    return [voice.words.quota(of, { uses, amount: ifSent(amount, show), period })]
  })
  return limits.budget === undefined ? quotas : [...quotas, voice.words.budget(show(limits.budget))]
}
