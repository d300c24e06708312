import { z } from 'zod'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import { InvalidValue, NotFound } from '../kit/error.ts'
import { offerChange } from '../offers/index.ts'
import { processReply } from '../processes/index.ts'

const span = {
  from: wire.time.optional().meta({ description: 'First time of purchase; without it, all history.' }),
  to: wire.time.optional().meta({ description: 'First time of purchase that is too late.' }),
}

const common = {
  method: 'POST' as const,
  tag: 'Reward offers',
  access: 'offers:read' as const,
  effect: 'writes' as const,
  reply: processReply,
}

export const replayOffer = endpoint({
  ...common,
  name: 'replayRewardOffer',
  path: '/backoffice/v2/reward_offers/{id}/replay',
  summary: 'Rehearse an offer on real past purchases',
  description:
    'Judges history again, without and with the offer (or the change of it), as if it had run all the time. A process to watch; its `result` has the cost, who gains and loses, overlaps with other offers, and the largest awards with their arithmetic. Nothing is awarded. Counters begin at zero at the first purchase; contacts are taken as they are known today.',
  params: wire.idParams,
  body: z.strictObject({ ...span, change: offerChange.optional() }),
  errors: [InvalidValue, NotFound, Forbidden, IdempotencyKeyReused],
})

export const replayLive = endpoint({
  ...common,
  name: 'replayLiveOffers',
  path: '/backoffice/v2/reward_offers/replay',
  summary: 'Judge history again by the live offers',
  description:
    'Compares award by award with what the ledger has. A process to watch; its `result` has what differs: offers that have changed since, and contacts of whom more is known now.',
  body: z.strictObject(span),
  errors: [InvalidValue, Forbidden, IdempotencyKeyReused],
})
