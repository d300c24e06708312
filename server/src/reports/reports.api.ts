import { z } from 'zod'
import { endpoint, Forbidden, wire } from '../http/index.ts'
import { InvalidState, InvalidValue, NotFound } from '../kit/error.ts'
import { COLUMNS } from './settlement.ts'

export const tag = 'Reports'
export const access = 'reports:read'
export const named = z.object({ id: z.string(), name: z.string() })
export const funder = named
  .nullable()
  .meta({ description: 'Who gave the money; null: nobody, so it is the business’s.' })
export const currency = { currency_code: z.string() }
export const final = z.boolean().meta({
  description:
    'true: nothing can change this answer any more. false: a movement of the last minute may still come.',
})

const period = {
  from: wire.time.optional().meta({ description: 'Inside. Without it, from the first movement.' }),
  to: wire.time.optional().meta({ description: 'Outside. Without it, to the end of the present second.' }),
}
const periodReply = { from: wire.epoch, to: wire.epoch, final }

const settlementsReply = z.object({
  ...periodReply,
  cells: z
    .array(
      z.object({
        funder,
        column: z.enum(COLUMNS),
        organisation: named,
        ...currency,
        amount: wire.amount.meta({ description: 'What the funder came to owe the organisation.' }),
      }),
    )
    .meta({
      description:
        'Money of a funder (row) that was used at a merchant (column ACCEPTOR), is paid out by the business (PAYOUTS), repaid a debt that the business bears (DEBTS), was corrected by hand (ADJUSTMENTS) came in from outside (TOP_UPS) or was paid for passes that nobody redeemed yet (PASSES).',
    }),
  funders: z
    .array(
      z.object({
        funder,
        ...currency,
        awarded: wire.amount,
        reversed: wire.amount,
        expired: wire.amount.meta({ description: 'Money that fell back to the funder.' }),
        used: wire.amount.meta({ description: 'The sum of the funder’s row.' }),
        change_in_wallets: wire.amount.meta({
          description:
            'awarded - reversed - expired - used; what is set aside for orders is still in its wallet.',
        }),
      }),
    )
    .meta({ description: 'The sums of the rows, and what else became of each funder’s money.' }),
  columns: z
    .array(z.object({ column: z.enum(COLUMNS), organisation: named, ...currency, amount: wire.amount }))
    .meta({
      description: 'The sums of the columns: each is what the ledger’s accounts moved in the period.',
    }),
  positions: z
    .array(
      z.object({
        organisation: named,
        ...currency,
        receives: wire.amount,
        owes: wire.amount,
        net: wire.amount.meta({ description: 'To be paid to it; below zero: by it.' }),
      }),
    )
    .meta({
      description: 'What merchants and the business owe each other. The nets of a currency sum to zero.',
    }),
})
export type SettlementsReply = z.input<typeof settlementsReply>

export const getSettlements = endpoint({
  name: 'getSettlementReport',
  method: 'GET',
  path: '/backoffice/v2/reports/settlements',
  tag,
  summary: 'Read who owes whom: money of each funder by where it was used, in a period',
  access,
  effect: 'reads',
  query: z.strictObject(period),
  reply: settlementsReply,
  errors: [InvalidValue, Forbidden],
})

const settlementReply = z.object({
  id: z.string().meta({ description: 'Journal and line.' }),
  settlement_type: z.enum(['AWARD', 'SPEND']),
  accounting_type: z.enum(['DEBIT', 'CREDIT']).meta({ description: 'Of the organisation.' }),
  organisation: named.meta({ description: 'Who gave the award, or took the spend.' }),
  funder,
  offer: named.nullable(),
  ...currency,
  event_amount: wire.amount,
  settlement_amount: wire.amount.meta({ description: 'Less what was taken back.' }),
  fee: z.null(),
  state: z.enum(['POSTED', 'CANCELLED']),
  is_reverted: z.boolean().meta({ description: 'true: all or a part of it was taken back.' }),
  date: wire.epoch,
  settlement_event: z.object({
    type: z.string().nullable().meta({ description: 'PURCHASE, SIGN_UP, ACHIEVEMENT, BIRTHDAY ….' }),
    id: z.string(),
    reference_number: z.string().nullable(),
  }),
})
export type SettlementReply = z.input<typeof settlementReply>

export const listSettlements = endpoint({
  name: 'listSettlements',
  method: 'GET',
  path: '/backoffice/v2/settlements',
  tag,
  summary: 'List the awards and spends that are settled between organisations, newest first',
  access,
  effect: 'reads',
  query: z.strictObject({
    ...wire.listQuery,
    settlement_type: z.enum(['AWARD', 'SPEND']).optional(),
    organisation_id: z.string().min(1).max(100).optional(),
    date: wire.timeRange.optional(),
  }),
  reply: wire.pageReply(settlementReply),
  errors: [InvalidValue, NotFound, Forbidden],
})

const awardsReply = z.object({
  ...periodReply,
  content: z.array(
    z.object({
      offer: named,
      ...currency,
      awards: z.int().meta({ description: 'How many were given.' }),
      contacts: z.int().meta({ description: 'To how many different ones: the reach.' }),
      awarded: wire.amount,
      reversed: wire.amount,
      spent: wire.amount.meta({ description: 'Used at tills or paid out, less what came back.' }),
      expired: wire.amount,
    }),
  ),
})
export type AwardsReply = z.input<typeof awardsReply>

export const getAwards = endpoint({
  name: 'getAwardsReport',
  method: 'GET',
  path: '/backoffice/v2/reports/awards',
  tag,
  summary: 'Read what each offer gave in a period, and what became of its money',
  access,
  effect: 'reads',
  query: z.strictObject(period),
  reply: awardsReply,
  errors: [InvalidValue, Forbidden],
})

const DAY = /^\d{4}-\d{2}-\d{2}$/
const day = z.union([
  z
    .string()
    .regex(DAY)
    .refine((text) => {
      const at = new Date(`${text}T00:00:00Z`)
      return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
    }, 'a day of the calendar is needed, such as 2026-11-30'),
  wire.time,
])

const accountingReply = z.object({
  from: z.string(),
  to: z.string(),
  time_zone: z.string(),
  final,
  content: z.array(
    z.object({
      entry: z.string().meta({ description: 'The same for both sides, and whenever the day is exported.' }),
      date: z.string(),
      ...currency,
      movement: z.string(),
      account: z.string(),
      account_code: z.string(),
      account_name: z.string(),
      debit: wire.amount,
      credit: wire.amount,
    }),
  ),
  totals: z.array(z.object({ ...currency, debit: wire.amount, credit: wire.amount })),
})
export type AccountingReply = z.input<typeof accountingReply>

export const exportAccounting = endpoint({
  name: 'exportAccounting',
  method: 'GET',
  path: '/backoffice/v2/reports/accounting',
  tag,
  summary: 'Export a balanced journal for a general ledger, as JSON or CSV',
  description:
    'One entry for each day, kind of movement and pair of accounts, on the accounts of the accounting map. Whole days in the time zone of the business; exports of all days sum to the balances of the books.',
  access,
  effect: 'reads',
  query: z.strictObject({
    from: day
      .optional()
      .meta({ description: 'First day, such as 2026-11-01. Without it, from the first movement.' }),
    to: day.optional().meta({ description: 'Last day. Without it, today, which is not over.' }),
    format: z.enum(['json', 'csv']).default('json'),
  }),
  reply: accountingReply,
  also: ['text/csv; charset=utf-8'],
  errors: [InvalidValue, InvalidState, Forbidden],
})
