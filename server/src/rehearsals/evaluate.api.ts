import { z } from 'zod'
import { evaluationFacts, ruleBook } from '../engine/index.ts'
import { endpoint, wire } from '../http/index.ts'
import { InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { offerChange } from '../offers/index.ts'

const tag = 'Reward offers'

export const getRuleBook = endpoint({
  name: 'getRewardOfferRuleBook',
  method: 'GET',
  path: '/backoffice/v2/reward_offers/rule_book',
  tag,
  summary: 'Read the live offers as a rule book',
  description:
    'For the engine at `/engine.js`: `openRuleBook(ruleBook).evaluate(facts)` answers in a till or a browser what this server answers, to the byte. Read it again when `revision` has changed. Offers are as they are stored: amounts are minor units as digits.',
  access: 'offers:read',
  effect: 'reads',
  reply: ruleBook,
  errors: [],
})

export const previewRuleBook = endpoint({
  name: 'previewRewardOfferRuleBook',
  method: 'POST',
  path: '/backoffice/v2/reward_offers/{id}/rule_book',
  tag,
  summary: 'Read the live offers as a rule book in which one offer runs as it would be',
  description:
    'A draft, or a change that nobody made yet, among the offers that run: by this book `/engine.js` tries baskets before anything is published. Nothing is kept.',
  access: 'offers:read',
  effect: 'reads',
  params: wire.idParams,
  query: z.strictObject({
    include_sentence: wire.flag.optional().meta({ description: 'Tells `sentence` beside the book.' }),
  }),
  body: z.strictObject({ change: offerChange.optional() }),
  reply: ruleBook.extend({
    sentence: z.string().optional().meta({
      description:
        'The one offer in words, where include_sentence asked for it. The engine takes the book without it.',
    }),
  }),
  errors: [RequiredField, InvalidValue, NotFound],
})

const explainedAward = z.object({
  offer: z.string(),
  version: z.int(),
  redeem: z.literal('INSTANT').optional(),
  base: wire.amount.meta({ description: 'What the award is a share of.' }),
  bases: z.array(wire.amount).meta({ description: 'What each line makes up of the base.' }),
  // In the order in which the engine writes it, whatever kind of award it is.
  rule: z.looseObject({ kind: z.string() }),
  says: z.string().meta({ description: 'The formula with its values, such as "5 % of 12.00 EUR".' }),
  times: z.int().optional(),
  progress: z
    .object({
      of: z.string(),
      target: z.number(),
      before: z.number(),
      added: z.number(),
      granted: z.int(),
      due: z.int(),
      repeats: z.boolean(),
      on_accumulated: z.boolean(),
    })
    .optional(),
  billed: wire.amount.optional(),
  units: z
    .array(z.object({ line: z.int(), taken: z.number(), of: z.number(), base: wire.amount }))
    .optional(),
  reckoned: wire.amount.meta({ description: 'Before any limit.' }),
  limit: z.object({ name: z.string(), used: z.number(), most: z.number() }).optional(),
  amount: wire.amount,
  shares: z.array(wire.amount).meta({ description: 'Of each line; they sum to the amount.' }),
})

const evaluation = z.object({
  discounts: z.array(explainedAward).meta({ description: 'Off the price of this purchase.' }),
  awards: z.array(explainedAward).meta({ description: 'Back to the wallet.' }),
  refused: z
    .array(
      z.object({
        offer: z.string(),
        version: z.int(),
        condition: z.string(),
        seen: z.string(),
        needed: z.string(),
      }),
    )
    .meta({ description: 'Offers that were looked at and gave nothing.' }),
  near_misses: z.array(
    z.object({
      offer: z.string(),
      version: z.int(),
      says: z.string(),
      add: z.object({ amount: wire.amount.optional(), quantity: z.number().optional() }),
      line: z.int().nullable(),
      amount: wire.amount,
    }),
  ),
  counted: z
    .array(
      z.object({
        of: z.enum(['LIMIT', 'GOAL', 'TIER']),
        offer: z.string().nullable(),
        owner: z.string(),
        subject: z.string(),
        period: z.string(),
        amount: z.string(),
        uses: z.int(),
      }),
    )
    .meta({ description: 'What it adds to counters; may be sent with `counters` of later facts.' }),
  total_award: wire.amount,
  left_to_pay: wire.amount,
})

export const evaluateOffers = endpoint({
  name: 'evaluateRewardOffers',
  method: 'POST',
  path: '/backoffice/v2/reward_offers/evaluate',
  tag,
  summary: 'What the live offers, or those of a rule book, give for a basket, and why',
  description:
    'Nothing is kept, and nothing is looked up: what the contact is, what the wallet pays and what limits and goals have counted are as they are sent. Amounts are decimal text.',
  access: 'offers:read',
  effect: 'reads',
  body: z.strictObject({
    facts: evaluationFacts,
    book: z.string().min(2).optional().meta({
      description:
        'The text of a rule book, by which it is judged instead of by the live offers: one that a till kept, or that of a published vector.',
    }),
  }),
  reply: evaluation,
  errors: [RequiredField, InvalidValue],
})
