import { z } from 'zod'
import { endpoint, wire } from '../http/index.ts'
import { AmbiguousIdentifier, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { preferencesApi } from '../tokens/index.ts'

export const NOTHING_PAID = [
  'NOT_WANTED_HERE',
  'MINIMUM_WALLET_BALANCE',
  'FROM_PURCHASE_AMOUNT',
  'NOTHING_TO_SPEND',
  'BELOW_MINIMUM_SPEND',
  'ONLY_THE_NEXT_PURCHASE',
  'ASKED_OTHERWISE',
  'SENT_LATER',
  'CLAIMED',
] as const
export type NothingPaid = (typeof NOTHING_PAID)[number]

const rehearsalReply = z.object({
  from: wire.epoch,
  until: wire.epoch,
  purchases: z.int().meta({ description: 'That were looked at.' }),
  paid: z.int().meta({ description: 'Of how many of them the wallet would have paid.' }),
  amount: wire.amount.meta({ description: 'What it would have paid of them in all.' }),
  instead_of: wire.amount.meta({ description: 'What it paid by itself in truth.' }),
  saved_from_expiry: wire.amount.meta({ description: 'What expired in truth and would have paid before.' }),
  short: wire.amount.meta({
    description: 'What was taken from the wallet otherwise and would not have been there any more.',
  }),
  left: wire.amount.meta({ description: 'What the wallet would hold now.' }),
  currency_code: z.string(),
  content: z
    .array(
      z.object({
        id: z.string(),
        code: z.string(),
        date: wire.epoch,
        organisation: z.object({ id: z.string(), name: z.string() }),
        total: wire.amount,
        amount: wire.amount,
        because: z.enum(NOTHING_PAID).nullable().meta({ description: 'Why nothing would have been paid.' }),
      }),
    )
    .meta({ description: 'The purchases, newest first; the latest 100.' }),
})
export type RehearsalReply = z.input<typeof rehearsalReply>

export const rehearseSpending = endpoint({
  name: 'rehearseSpendPreferences',
  method: 'POST',
  path: '/backoffice/v2/contacts/{id}/spend_preferences/rehearsal',
  tag: 'Spend preferences',
  summary: 'What a wallet would have paid without being asked in the last 30 days',
  description:
    'Changes nothing. Every purchase of the last 30 days that was not voided (the latest 1,000) is taken in its order against what the wallet held at that moment, less what this preference would have taken before, with its lines as they were and the pools and settings of today. Awards stay as they were, although what reward money pays earns nothing; limits of the wallet are not looked at. What the till or a one-time code asked for stays as it was.',
  access: 'contacts:read',
  effect: 'reads',
  params: wire.idParams,
  body: preferencesApi.preferencesBody,
  reply: rehearsalReply,
  errors: [RequiredField, InvalidValue, NotFound, AmbiguousIdentifier],
})
