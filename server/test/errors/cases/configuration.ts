import {
  AlreadyExists,
  AmbiguousIdentifier,
  InvalidState,
  NotFound,
  RequiredField,
} from '../../../src/kit/error.ts'
import { tenPercent } from '../../shop.ts'
import type { Stories } from '../story.ts'
import { nameTwo } from './two-people.ts'

const taken = (code: string) => ['code', code]

export const configuration: Stories = {
  'an offer whose code is taken, that has ended, that was live, or is of nothing known': async (story) => {
    const offer = { name: 'Ten', ...tenPercent }
    for (const code of ['LIVE', 'OVER']) await story.offer({ code, ...tenPercent })
    await story.done('POST', 'reward_offers', { code: 'DRAFT', ...offer })
    await story.done('PUT', 'reward_offers/OVER/life_cycle_state', { life_cycle_state: 'ENDED' })
    await story.refused(
      'createRewardOffer',
      { body: { code: 'LIVE', ...offer } },
      AlreadyExists,
      taken('LIVE'),
    )
    const gift = { change: { goal: 'MEMBERSHIP', type: 'GIFT' } }
    await story.refused('previewRewardOfferRuleBook', { of: 'DRAFT', body: gift }, RequiredField, [
      'conditions',
    ])
    const pool = { ...offer, commerce_pool: { code: 'NONE' } }
    await story.refused('createRewardOffer', { body: pool }, NotFound, ['commerce_pool', 'NONE'])
    await story.refused(
      'updateRewardOffer',
      { of: 'DRAFT', body: { code: 'LIVE' } },
      AlreadyExists,
      taken('LIVE'),
    )
    await story.refused('updateRewardOffer', { of: 'OVER', body: { name: 'x' } }, InvalidState, [
      'reward_offer',
      'ENDED',
    ])
    await story.refused('updateRewardOffer', { of: 'DRAFT', body: { award: { rate: 5 } } }, RequiredField, [
      'award.kind',
    ])
    await story.refused('deleteRewardOffer', { of: 'LIVE' }, InvalidState, ['reward_offer', 'ACTIVE'])
    const awards = { awards: [{ amount: 5, amount_type: 'PERCENTAGE' }] }
    await story.refused('setRewardOfferAwards', { of: 'OVER', body: awards }, InvalidState, [
      'reward_offer',
      'ENDED',
    ])
    const state = { life_cycle_state: 'ACTIVE' }
    await story.refused('setRewardOfferState', { of: 'OVER', body: state }, InvalidState, [
      'reward_offer',
      'ENDED',
    ])
    await story.refused('putRewardOfferState', { of: 'OVER', body: state }, InvalidState, [
      'reward_offer',
      'ENDED',
    ])
    await story.refused('listRewardOffers', { query: '?funder=NOBODY' }, NotFound, ['organisation', 'NOBODY'])
  },

  'a commerce pool whose code is taken, that is needed, or that is on by itself': async (story) => {
    const [contact] = [await story.shopper()]
    for (const code of ['A', 'B']) await story.pool(code)
    await story.offer({ ...tenPercent, commerce_pool: { code: 'A' } })
    await story.refused('createCommercePool', { body: { code: 'A', name: 'A' } }, AlreadyExists, taken('A'))
    const nowhere = { code: 'C', name: 'C', organisations: [{ code: 'NONE' }] }
    await story.refused('createCommercePool', { body: nowhere }, NotFound, ['organisation', 'NONE'])
    await story.refused('updateCommercePool', { of: 'B', body: { code: 'A' } }, AlreadyExists, taken('A'))
    await story.refused('deleteCommercePool', { of: 'A' }, InvalidState, ['commerce_pool', 'A'])
    const on = { action: 'ACTIVATE', contact_id: contact }
    await story.refused('actOnCommercePool', { of: 'A', body: on }, InvalidState, ['commerce_pool', 'A'])
    await story.pool('SWITCHED', { needs_activation: true })
    const two = await nameTwo(story)
    const who = { action: 'ACTIVATE', contact_id: two }
    await story.refused('actOnCommercePool', { of: 'SWITCHED', body: who }, AmbiguousIdentifier, [
      'contact',
      two,
    ])
  },

  'a scheme whose code is taken, that is needed, that takes no codes, or is out of use': async (story) => {
    const contact = await story.shopper()
    const scheme = (code: string, body: object = {}) =>
      story.done('POST', 'reward_schemes', { code, name: code, sign_up_option: 'SELF_SIGN_UP', ...body })
    for (const code of ['A', 'B', 'OUT']) await scheme(code)
    await story.done('PUT', 'reward_schemes/OUT', { state: 'INACTIVE' })
    await story.refused('createRewardScheme', { body: { code: 'A', name: 'A' } }, AlreadyExists, taken('A'))
    await story.refused('updateRewardScheme', { of: 'B', body: { code: 'A' } }, AlreadyExists, taken('A'))
    const closed = { sign_up_option: 'CLOSE_LOOP_SIGN_UP' }
    await story.refused('updateRewardScheme', { of: 'B', body: closed }, RequiredField, ['sign_up_method'])
    await story.refused('addSignUpCodes', { of: 'A', body: { count: 1 } }, InvalidState, [
      'reward_scheme',
      'A',
    ])
    const join = (code: string) => ({ reward_scheme_id: code, action: 'SIGN_UP' })
    await story.refused('changeContactMembership', { of: contact, body: join('OUT') }, InvalidState, [
      'reward_scheme',
      'INACTIVE',
    ])
    await story.done('POST', `contacts/${contact}/reward_schemes`, join('A'))
    await story.refused('deleteRewardScheme', { of: 'A' }, InvalidState, ['reward_scheme', 'A'])
  },

  'a tier whose code is taken, that is needed, and a programme that is not there': async (story) => {
    for (const [code, value_units] of [
      ['A', 100],
      ['B', 200],
    ] as const)
      await story.done('POST', 'reward_tiers', { code, name: code, value_units })
    const again = { code: 'A', name: 'A', value_units: 300 }
    await story.refused('createRewardTier', { body: again }, AlreadyExists, taken('A'))
    await story.refused('updateRewardTier', { of: 'B', body: { code: 'A' } }, AlreadyExists, taken('A'))
    await story.refused('updateRewardTierProgramme', { body: {} }, RequiredField, ['conversion_rate'])
    await story.refused('getRewardTierProgramme', {}, NotFound, ['reward_tier_programme'])
    await story.done('PUT', 'reward_tiers/programme', { conversion_rate: 1, period: 'YEAR' })
    await story.offer({ ...tenPercent, conditions: [{ kind: 'TIERS', tiers: [{ code: 'A' }] }] })
    await story.refused('deleteRewardTier', { of: 'A' }, InvalidState, ['reward_tier', 'A'])
  },
}
