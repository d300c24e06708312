import { z } from 'zod'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import { InvalidState, InvalidValue, RequiredField } from '../kit/error.ts'

const wipeBody = z.strictObject({
  keep: z.enum(['CONFIGURATION', 'NOTHING']).meta({
    description:
      'CONFIGURATION: what happened goes (contacts, purchases, money, orders, events), and offers, places, products and all other settings stay, with the clock as it is. NOTHING: those go as well, and the clock is that of LIVE mode again.',
  }),
})
export type WipeBody = z.output<typeof wipeBody>

const wipedReply = z.object({
  kept: z.enum(['CONFIGURATION', 'NOTHING']),
  removed: z.array(z.object({ name: z.string(), count: z.int() })).meta({
    description:
      'How many records went, by kind, such as `purchases`; kinds of which there were none are left out.',
  }),
  now: wire.epoch.meta({ description: 'The time of the business after it.' }),
})
export type WipedReply = z.input<typeof wipedReply>

export const wipeTestData = endpoint({
  name: 'wipeTestData',
  method: 'POST',
  path: '/backoffice/v2/test_helpers/wipe',
  tag: 'Test helpers',
  summary: 'Remove the data of the TEST business',
  description:
    'All of it goes in one step, or nothing does; it cannot be brought back. Keys of the business, staff, and the log of who did what stay, so the key that asks goes on working; keys of one merchant or venue go with their place. Cursors of `events` go on as well. LIVE mode has no such endpoint: it is refused there.',
  access: 'test_helpers:write',
  effect: 'writes',
  body: wipeBody,
  reply: wipedReply,
  errors: [RequiredField, InvalidValue, InvalidState, Forbidden, IdempotencyKeyReused],
})
