import { z } from 'zod'
import { endpoint, Forbidden, wire } from '../http/index.ts'
import { InvalidValue } from '../kit/error.ts'
import { DIMENSIONS, EXPIRIES } from './liability.store.ts'
import { access, currency, final, funder, named, tag } from './reports.api.ts'

const dimension = z.enum(DIMENSIONS)
/** One text with commas, or several filters of the name. */
const dimensions = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => [...new Set([given].flat().flatMap((text) => text.split(',')))])
  .pipe(z.array(dimension))

const NONE = 'NONE'
const ofOne = z
  .union([z.literal(NONE), z.uuid()])
  .transform((given) => (given === NONE ? null : given))
  .optional()
  .meta({
    description: 'Only its money: an id as the report tells it, or NONE. Without debts, payouts and passes.',
  })
/** One row of a report by these, to be looked into by others. */
const narrowing = {
  funder: ofOne,
  merchant: ofOne,
  offer: ofOne,
  pool: ofOne,
  wallet: ofOne,
  purchase: ofOne,
  expiry: z.enum(EXPIRIES).optional(),
}

const held = {
  ...currency,
  liability: wire.amount.meta({ description: 'What is owed: available, pending and blocked.' }),
  available: wire.amount,
  pending: wire.amount.meta({ description: 'Awarded, and available at a later time only.' }),
  blocked: wire.amount.meta({ description: 'Set aside for orders that are not completed yet.' }),
  expired_not_posted: wire.amount.meta({
    description: 'Past its expiry and not owed; still in the wallets’ accounts until the expiry is posted.',
  }),
}

const liabilityReply = z.object({
  at: wire.epoch,
  instant: z
    .string()
    .meta({ description: 'The exact instant, ISO 8601. Asked with this, a final answer comes again.' }),
  final,
  totals: z.array(
    z.object({
      ...held,
      in_wallets: wire.amount.meta({
        description: 'Sum of the wallets’ accounts: liability and what expired.',
      }),
      debts: wire.amount.meta({ description: 'What contacts owe; not taken off the liability.' }),
      payouts_due: wire.amount.meta({ description: 'Out of the wallets, and to be paid out.' }),
      passes_due: wire.amount.meta({
        description: 'Paid for passes that can still be redeemed: owed to whoever has them.',
      }),
      passes_expired_not_posted: wire.amount.meta({
        description: 'Paid for passes that were over and not yet posted as expired.',
      }),
    }),
  ),
  content: z
    .array(
      z.object({
        ...held,
        funder: funder.optional(),
        merchant: named
          .nullable()
          .optional()
          .meta({ description: 'The funder’s merchant, or the business; null: nobody funded it.' }),
        offer: named.nullable().optional(),
        pool: named.nullable().optional().meta({ description: 'null: open money.' }),
        expiry: z.enum(EXPIRIES).optional().meta({ description: 'Days from the instant to the expiry.' }),
        wallet: named.nullable().optional().meta({ description: 'Its name is its code.' }),
        purchase: named.nullable().optional().meta({
          description:
            'That made it; its name is its reference number. null: it came of something else, such as a top-up.',
        }),
      }),
    )
    .meta({ description: 'One group for each combination of what `by` names; only those fields are there.' }),
  paging: z.object({ page: z.int(), size: z.int(), total: z.int().nullable(), has_more: z.boolean() }),
})
export type LiabilityReply = z.input<typeof liabilityReply>

export const getLiability = endpoint({
  name: 'getLiability',
  method: 'GET',
  path: '/backoffice/v2/reports/liability',
  tag,
  summary: 'Read what the business owes its contacts, at any instant, to the cent',
  description:
    'Reckoned from every movement up to the instant and from nothing else, so a past instant gives the same answer whenever it is asked.',
  access,
  effect: 'reads',
  query: z.strictObject({
    at: wire.time.optional().meta({ description: 'Without it, now.' }),
    by: dimensions
      .optional()
      .meta({ description: `One or more of ${DIMENSIONS.join(', ')}, with commas between them.` }),
    ...narrowing,
    page: wire.listQuery.page,
    size: wire.integerFrom(1, 1_000).default(100),
    include_total: wire.listQuery.include_total,
  }),
  reply: liabilityReply,
  errors: [InvalidValue, Forbidden],
})
