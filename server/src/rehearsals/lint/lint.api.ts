import { z } from 'zod'
import { endpoint, wire } from '../../http/index.ts'
import { Busy, NotFound } from '../../kit/error.ts'
import { findingReply } from './show-finding.ts'

export const lintOffer = endpoint({
  name: 'lintRewardOffer',
  method: 'GET',
  path: '/backoffice/v2/reward_offers/{id}/lint',
  tag: 'Reward offers',
  summary: 'Look for what is odd about an offer',
  description:
    'Whether it can never be awarded or always is, is beaten by other live offers, pays more than a basket costs, can be farmed, or has hours that the clock skips. Each finding has an example that was judged. A draft is looked at as if it were live.',
  access: 'offers:read',
  effect: 'reads',
  params: wire.idParams,
  reply: z.object({
    offer: z.object({ id: z.string(), code: z.string(), name: z.string(), version: z.int() }),
    sentence: z
      .string()
      .meta({ description: 'The whole offer in words, in the language that Accept-Language asks for.' }),
    findings: z.array(findingReply).meta({ description: 'The gravest first; none is as it should be.' }),
    checked_on: wire.epoch,
  }),
  errors: [NotFound, Busy],
})
export type LintReply = z.input<typeof lintOffer.reply>
