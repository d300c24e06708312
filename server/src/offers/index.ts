export { showAward } from './awards/index.ts'
export type { Basket } from './basket.ts'
export { type CompiledOffer, compileOffer, firstFailing } from './compile.ts'
export { lockCounters, saveCounters } from './counters.store.ts'
export { createOffers, type NewOffer } from './create-offers.ts'
export { giveBack, type TakenBack } from './give-back.ts'
export { type Award, type Judgement, judge, judgeOne, type Refused } from './judge.ts'
export {
  type CounterRef,
  type CounterState,
  type Counters,
  counterKey,
  countersOf,
  type LimitReached,
} from './limits.ts'
export { readOffersChangedSince } from './live-offers.store.ts'
export { type Offer, type OfferTerms, offerTerms, periodKey, sentenceOf } from './offer.ts'
export { indexOffers, type OfferIndex } from './offer-index.ts'
export { offersRoutes } from './offers.routes.ts'
