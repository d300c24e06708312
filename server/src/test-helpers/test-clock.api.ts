import { z } from 'zod'
import { endpoint, IdempotencyKeyReused, wire } from '../http/index.ts'
import { InvalidState, InvalidValue } from '../kit/error.ts'

const tag = 'Test helpers'
const path = '/backoffice/v2/test_helpers/clock'

const clockReply = z.object({
  now: wire.epoch.meta({ description: 'The time of the business, epoch seconds.' }),
  ahead_seconds: z.int().meta({ description: 'By how much it is ahead of the time in LIVE mode.' }),
})
export type ClockReply = z.input<typeof clockReply>

const readReply = clockReply.extend({
  next_expiry_on: wire.epoch
    .nullable()
    .meta({ description: 'When money of a wallet expires next; null: none does.' }),
})

export const readTestClock = endpoint({
  name: 'readTestClock',
  method: 'GET',
  path,
  tag,
  summary: 'Read the clock of the TEST business',
  access: ['test_helpers:read', 'test_helpers:write'],
  effect: 'reads',
  reply: readReply,
  errors: [InvalidState],
})

const moveBody = z
  .strictObject({
    to: wire.time.optional().meta({ description: 'A time to come.' }),
    by: z.string().max(40).optional().meta({
      description: 'An ISO 8601 duration, such as "P3D", "P1M" or "PT90M"; months are of the calendar.',
    }),
  })
  .refine(({ to, by }) => (to === undefined) !== (by === undefined), {
    error: 'to or by is needed, and not both',
    path: ['to'],
  })
export type MoveBody = z.output<typeof moveBody>

const movedReply = clockReply.extend({
  moved_from: wire.epoch,
  stops: z.int().meta({ description: 'How often it stopped on its way to do what had fallen due.' }),
  is_there: z.boolean().meta({
    description: 'False: so much fell due that it stopped earlier, at `now`. Move it again.',
  }),
})
export type MovedReply = z.input<typeof movedReply>

export const moveTestClock = endpoint({
  name: 'moveTestClock',
  method: 'POST',
  path,
  tag,
  summary: 'Move the clock of the TEST business forward',
  description:
    'Forward only, at most 366 days at once. Everything that falls due in between is done in the order of time before this answers, as it would be in as much time: expiries, birthdays, reminders, retries, payouts, feeds. Everything of the business follows this clock but sessions of staff. LIVE mode has no such clock.',
  access: 'test_helpers:write',
  effect: 'commands',
  body: moveBody,
  reply: movedReply,
  errors: [InvalidValue, InvalidState, IdempotencyKeyReused],
})
