import { z } from 'zod'
import { OFFER_GOALS, OFFER_STATES, OFFER_TYPES } from '../engine/index.ts'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AlreadyExists, InvalidState, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { code, offerBody, offerChange, offerReply, versionReply } from './offer-body.ts'

const tag = 'Reward offers'

export const listOffers = endpoint({
  name: 'listRewardOffers',
  method: 'GET',
  path: '/backoffice/v2/reward_offers',
  tag,
  summary: 'List offers, newest first',
  access: 'offers:read',
  effect: 'reads',
  query: z.strictObject({
    ...wire.listQuery,
    code: code.optional(),
    state: z.enum(OFFER_STATES).optional(),
    type: z.enum(OFFER_TYPES).optional(),
    goal: z.enum(OFFER_GOALS).optional(),
    funder: code.optional().meta({ description: 'Id or code of the organisation that pays.' }),
    search_value: z.string().trim().min(3).max(100).optional().meta({ description: 'Part of code or name.' }),
  }),
  reply: wire.pageReply(offerReply),
  errors: [InvalidValue, NotFound],
})

export const getOffer = endpoint({
  name: 'getRewardOffer',
  method: 'GET',
  path: '/backoffice/v2/reward_offers/{id}',
  tag,
  summary: 'Read an offer by id or code',
  access: 'offers:read',
  effect: 'reads',
  params: wire.idParams,
  reply: offerReply,
  errors: [NotFound],
})

export const listVersions = endpoint({
  name: 'listRewardOfferVersions',
  method: 'GET',
  path: '/backoffice/v2/reward_offers/{id}/versions',
  tag,
  summary: 'List the versions of an offer, newest first',
  access: 'offers:read',
  effect: 'reads',
  params: wire.idParams,
  query: z.strictObject(wire.listQuery),
  reply: wire.pageReply(versionReply),
  errors: [InvalidValue, NotFound],
})

export const createOffer = endpoint({
  name: 'createRewardOffer',
  method: 'POST',
  path: '/backoffice/v2/reward_offers',
  tag,
  summary: 'Create an offer: what a purchase must be, and what it earns',
  description: 'A DRAFT unless `state` is ACTIVE. Amounts are decimals in the currency of the business.',
  access: 'offers:write',
  effect: 'writes',
  body: offerBody,
  reply: offerReply,
  errors: [RequiredField, InvalidValue, NotFound, AlreadyExists, Forbidden, IdempotencyKeyReused],
})

export const updateOffer = endpoint({
  name: 'updateRewardOffer',
  method: 'PUT',
  path: '/backoffice/v2/reward_offers/{id}',
  tag,
  summary: 'Change an offer: makes a new version',
  description:
    'What is left out stays as it is; null takes the default. Purchases keep pointing at the version that judged them. A change that changes nothing makes no version.',
  access: 'offers:write',
  effect: 'writes',
  params: wire.idParams,
  body: offerChange,
  reply: offerReply,
  errors: [
    RequiredField,
    InvalidValue,
    NotFound,
    AlreadyExists,
    InvalidState,
    Forbidden,
    IdempotencyKeyReused,
  ],
})

export const setOfferState = endpoint({
  name: 'setRewardOfferState',
  method: 'POST',
  path: '/backoffice/v2/reward_offers/{id}/life_cycle_state',
  tag,
  summary: 'Start, pause or end an offer',
  description:
    'The next purchase is judged by it: no purchase is awarded by an offer that was paused before it. What has ENDED never runs again.',
  access: 'offers:write',
  effect: 'writes',
  params: wire.idParams,
  body: z.strictObject({ life_cycle_state: z.enum(['ACTIVE', 'INACTIVE', 'ENDED']) }),
  reply: offerReply,
  errors: [RequiredField, InvalidValue, NotFound, InvalidState, Forbidden, IdempotencyKeyReused],
})

export const putOfferState = endpoint({ ...setOfferState, name: 'putRewardOfferState', method: 'PUT' })

export const deleteOffer = endpoint({
  name: 'deleteRewardOffer',
  method: 'DELETE',
  path: '/backoffice/v2/reward_offers/{id}',
  tag,
  summary: 'Delete a draft',
  description: 'An offer that ran is part of the history: it can be ended, not deleted.',
  access: 'offers:write',
  effect: 'writes',
  params: wire.idParams,
  reply: z.object({ id: z.string() }),
  errors: [NotFound, InvalidState, Forbidden, IdempotencyKeyReused],
})

const awardAmount = z.strictObject({
  amount: wire.decimal,
  amount_type: z.enum(['FIXED', 'PERCENTAGE']),
  currency: wire.currencyCode.optional(),
})
export type OfferAwards = readonly z.output<typeof awardAmount>[]

export const setOfferAwards = endpoint({
  name: 'setRewardOfferAwards',
  method: 'POST',
  path: '/backoffice/v2/reward_offers/{id}/awards',
  tag,
  summary: 'Set how much an offer awards',
  description: 'A short form of changing `award`: makes a new version.',
  access: 'offers:write',
  effect: 'writes',
  params: wire.idParams,
  body: z.strictObject({ awards: z.array(awardAmount).length(1) }),
  reply: offerReply,
  errors: [RequiredField, InvalidValue, NotFound, InvalidState, Forbidden, IdempotencyKeyReused],
})
