export {
  type AwardSettings,
  awardBody,
  awardReply,
  readAward,
  saysAward,
  showAward,
} from './awards/index.ts'
export {
  type Basket,
  type BasketPass,
  earningTotal,
  NO_TIERS,
  OCCASIONS,
  type Occasion,
  type Shopper,
  type TierFacts,
} from './basket.ts'
export { billCounter, billGroupCounter, formulaOf } from './bill.ts'
export {
  type CameBack,
  type Goods,
  goodsOf,
  isLineBack,
  isNothingBack,
  isWholeBack,
  type LineBack,
  NO_LINE_BACK,
  NOTHING_BACK,
  ofLine,
  ofPieces,
  partBack,
  valueBack,
  wholeBack,
  worthBack,
} from './came-back.ts'
export { celebrations, dayNumber } from './celebrations.ts'
export { type CompiledOffer, compileOffer, firstFailing, mayConcern } from './compile.ts'
export {
  type ConditionSettings,
  conditionBody,
  conditionReply,
  readCondition,
  showCondition,
} from './conditions/index.ts'
export { type Counted, goalsMoved, limitsUsed } from './counted.ts'
export {
  type CounterBook,
  type CounterRef,
  type CounterState,
  type Counters,
  counterBook,
  counterKey,
  distinctRefs,
} from './counters.ts'
export { type Evaluation, type Evaluator, evaluate, openRuleBook, readRuleBook } from './evaluate.ts'
export { type EvaluationFacts, evaluationFacts } from './evaluation-facts.ts'
export {
  type ExplainedAward,
  type ExplainedNearMiss,
  explainAward,
  explainNearMiss,
  explainRefused,
  outdone,
  type Reason,
  type RefusedOffer,
  saysNearMiss,
} from './explain.ts'
export { orderOfGoods } from './goods.ts'
export {
  type Award,
  type JudgeInput,
  type Judgement,
  judge,
  judgeDiscounts,
  judgeOne,
  type Refused,
} from './judge.ts'
export { countersOf, type LimitName, type LimitReached, passCounters } from './limits.ts'
export {
  type BasketLine,
  keyOfTarget,
  keysOfLine,
  matcherOf,
  PRODUCT_TARGETS,
  type ProductTarget,
  productTarget,
  saysTargets,
  storedTarget,
} from './line.ts'
export { type JudgeFuller, type NearMiss, nearMisses, withMore } from './near-miss.ts'
export { conditionNeeded, goalsOf, occasionOf, typeFor } from './occasions.ts'
export {
  AWARD_BASES,
  OFFER_GOALS,
  OFFER_STATES,
  OFFER_TYPES,
  type Offer,
  type OfferGoal,
  type OfferState,
  type OfferTerms,
  type OfferType,
  offerTerms,
  PHASES,
  type Phase,
  phaseOf,
  type Quota,
  REDEEM_METHODS,
  RETURN_POLICIES,
  type RedeemMethod,
  type ReturnPolicy,
} from './offer.ts'
export { indexOffers, type OfferIndex } from './offer-index.ts'
export { type WithOneMore, withOneMore } from './one-more.ts'
export { lastDayOfPeriod, PERIODS, type Period, periodKey } from './periods.ts'
export {
  onTheWay,
  PROGRESS_OF,
  PROGRESS_PER,
  type ProgressTerms,
  progressCounter,
  type Reached,
} from './progress.ts'
export { joined, judgeRounds, paidWithin, type Rounds } from './rounds.ts'
export { type OpenBook, type RuleBook, ruleBook } from './rule-book.ts'
export { sentenceOf } from './sentence.ts'
export { sharesOf, sharesTogether } from './shares.ts'
export { tierCounters, tierFacts } from './tier-facts.ts'
export {
  lastDayOf,
  type Standing,
  standing,
  TIER_PERIODS,
  type Tier,
  type TierPeriod,
  type TierProgramme,
  type TierSpending,
  tierAfter,
  tierHeld,
  tierPeriods,
  unitsOf,
} from './tiers.ts'
export {
  findNamed,
  ifSent,
  type Named,
  type NamedKind,
  namedReply,
  type Reference,
  reference,
  type StoredName,
  saysNames,
  storedName,
  type Translator,
} from './translator.ts'
export { type CodesNamed, codesNamed } from './words/codes.ts'
export { english } from './words/english.ts'
export { type Coded, type Names, plainVoice, type Voice } from './words/voice.ts'
export type {
  AwardWords,
  Celebrated,
  ConditionWords,
  Item,
  Pieces,
  Range,
  SignedUp,
  Words,
} from './words/words.ts'
