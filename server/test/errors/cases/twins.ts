import { Forbidden } from '../../../src/http/index.ts'
import { InvalidState, NotFound } from '../../../src/kit/error.ts'
import { PromotionOutdated } from '../../../src/promotions/promotions.errors.ts'
import { openShop } from '../../shop.ts'
import type { Stories, Story } from '../story.ts'

/** A key of the venue alone, with one scope. */
async function keyOfVenue(at: Pick<Story, 'call' | 'venue'>, scope: string): Promise<string> {
  const body = { name: 'venue', scopes: [scope], organisation: { id: at.venue } }
  return (await at.call('POST', 'api_keys', body)).body.key
}

export const twins: Stories = {
  'in LIVE mode what is for tests: data that goes, events that are made to happen': async (story) => {
    const { key } = await story.server.business({ mode: 'LIVE' })
    const parameters = ['mode', 'LIVE']
    await story.refused('wipeTestData', { key, body: { keep: 'NOTHING' } }, InvalidState, parameters)
    await story.refused('listTestTriggers', { key }, InvalidState, parameters)
    const body = { event: 'contact.created' }
    await story.refused('triggerTestEvent', { key, body }, InvalidState, parameters)
    await story.refused('openTestContactSession', { of: 'ANNA', key }, InvalidState, parameters)
  },

  'data of a whole business to a key of one venue': async (story) => {
    const key = await keyOfVenue(story, 'test_helpers:write')
    await story.refused('wipeTestData', { key, body: { keep: 'NOTHING' } }, Forbidden)
    await story.refused('openTestContactSession', { of: 'ANNA', key }, Forbidden)
  },

  'a promotion that is not for this caller, this mode or this moment': async (story) => {
    await story.refused('preparePromotion', { body: {} }, InvalidState, ['mode', 'TEST'])
    const live = await openShop(story.server, { mode: 'LIVE', twinOf: story })
    const { id: of, digest } = (await live.call('POST', 'promotions', {})).body
    await story.done('POST', 'commerce_pools', { code: 'NEW', name: 'New' })
    const { key } = live
    const asked = { of, key, body: { digest } }
    await story.refused('applyPromotion', { of, body: { digest } }, InvalidState, ['mode', 'TEST'])
    await story.refused('applyPromotion', { ...asked, of: live.merchant }, NotFound, [
      'promotion',
      live.merchant,
    ])
    await story.refused('applyPromotion', asked, PromotionOutdated, ['digest', digest])
    const narrow = { key: await keyOfVenue(live, 'promotions:write') }
    await story.refused('preparePromotion', { ...narrow, body: {} }, Forbidden)
    await story.refused('listPromotions', narrow, Forbidden)
    await story.refused('getPromotion', { ...narrow, of }, Forbidden)
    await story.refused('applyPromotion', { ...narrow, of, body: { digest } }, Forbidden)
  },
}
