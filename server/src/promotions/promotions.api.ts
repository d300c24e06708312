import { z } from 'zod'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import { InvalidState, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { KIND_NAMES } from './kinds.ts'
import { PromotionOutdated } from './promotions.errors.ts'

const tag = 'Promotions'
const path = '/backoffice/v2/promotions'

const kind = z.enum(KIND_NAMES)
const named = {
  kind,
  code: z.string().meta({ description: 'By which it is the same in both modes.' }),
  of: z.string().optional().meta({
    description:
      'Within what the code is told apart: the order catalogue of a category, the kind of a product group.',
  }),
}

const promotionReply = z.object({
  id: z.string(),
  state: z.enum(['PREPARED', 'APPLIED']),
  kinds: z.array(kind).readonly().meta({ description: 'What was compared.' }),
  digest: z
    .string()
    .meta({ description: 'Of all changes; who applies it sends it to say what they have reviewed.' }),
  counts: z.object({ added: z.int(), changed: z.int(), only_in_live: z.int() }),
  changes: z
    .array(
      z.object({
        ...named,
        name: z.string(),
        change: z.enum(['ADDED', 'CHANGED', 'ONLY_IN_LIVE']).meta({
          description: 'ONLY_IN_LIVE: TEST mode has none of this code; it stays as it is.',
        }),
        fields: z
          .array(
            z.object({
              field: z.string(),
              from: z.unknown().meta({ description: 'In LIVE mode now; null: nothing.' }),
              to: z.unknown().meta({ description: 'As in TEST mode.' }),
            }),
          )
          .readonly(),
        sentence: z
          .object({ from: z.string().nullable(), to: z.string() })
          .optional()
          .meta({ description: 'Of an offer: all of it in words, in LIVE mode now and as in TEST mode.' }),
      }),
    )
    .readonly()
    .meta({ description: 'In the order in which they are made.' }),
  problems: z
    .array(z.object({ ...named, detail: z.string() }))
    .readonly()
    .meta({ description: 'What would be refused as things are; it can be applied when there is none.' }),
  created_on: wire.epoch,
  applied_on: wire.epoch.nullable(),
})
export type PromotionReply = z.input<typeof promotionReply>

const prepareBody = z.strictObject({
  kinds: z
    .array(kind)
    .min(1)
    .max(KIND_NAMES.length)
    .optional()
    .meta({ description: 'What is compared; without it, all of the configuration.' }),
})
export type PrepareBody = z.output<typeof prepareBody>

export const preparePromotion = endpoint({
  name: 'preparePromotion',
  method: 'POST',
  path,
  tag,
  summary: 'Compare the configuration of TEST mode with that of LIVE mode, to be reviewed',
  description:
    'Asked in LIVE mode. Records are matched by code; no id and nothing that happened in TEST mode comes over. Configuration is what `kinds` names: places with their numbers and settings, commerce pools, schemes, tiers, pass plans, offers, product groups, order catalogues with their categories, order stages, cancellation reasons, texts, notification settings, limits, accounts. Products, keys, staff, webhooks, adaptors, feeds and payout providers are of each mode itself. It changes nothing.',
  access: 'promotions:write',
  effect: 'writes',
  body: prepareBody,
  reply: promotionReply,
  errors: [InvalidValue, InvalidState, Forbidden, IdempotencyKeyReused],
})

const listQuery = z.strictObject({
  page: wire.listQuery.page,
  size: wire.listQuery.size,
  include_total: wire.listQuery.include_total,
})
export type PromotionsQuery = z.output<typeof listQuery>

export const listPromotions = endpoint({
  name: 'listPromotions',
  method: 'GET',
  path,
  tag,
  summary: 'List promotions, the newest first',
  access: ['promotions:read', 'promotions:write'],
  effect: 'reads',
  query: listQuery,
  reply: wire.pageReply(promotionReply),
  errors: [InvalidValue, Forbidden],
})

export const getPromotion = endpoint({
  name: 'getPromotion',
  method: 'GET',
  path: `${path}/{id}`,
  tag,
  summary: 'Read a promotion with all its changes',
  access: ['promotions:read', 'promotions:write'],
  effect: 'reads',
  params: wire.idParams,
  reply: promotionReply,
  errors: [InvalidValue, NotFound, Forbidden],
})

const applyBody = z.strictObject({
  digest: z.string().min(1).max(100).meta({ description: 'Of the promotion that was reviewed.' }),
})
export type ApplyBody = z.output<typeof applyBody>

export const applyPromotion = endpoint({
  name: 'applyPromotion',
  method: 'POST',
  path: `${path}/{id}/apply`,
  tag,
  summary: 'Make the reviewed changes in LIVE mode',
  description:
    'All of them in one step, or none. Refused if either mode has changed since it was prepared: prepare it again and review that. Each change is made as its own endpoint makes it, with its rules and events. Applied twice it is applied once.',
  access: 'promotions:write',
  effect: 'commands',
  params: wire.idParams,
  body: applyBody,
  reply: promotionReply,
  errors: [
    RequiredField,
    InvalidValue,
    InvalidState,
    NotFound,
    PromotionOutdated,
    Forbidden,
    IdempotencyKeyReused,
  ],
})
