import { z } from 'zod'
import { endpoint, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AmbiguousIdentifier, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'

const tag = 'Spend preferences'
const path = '/backoffice/v2/contacts/{id}/spend_preferences'

export const preferencesBody = z.strictObject({
  enable_automatic_spend: wire.flag
    .nullable()
    .meta({ description: 'null: as the business has it; what else was set is forgotten.' }),
  next_purchase_only: wire.flag
    .optional()
    .meta({ description: 'Off again after the next purchase that it pays of.' }),
  minimum_wallet_balance: wire.decimal.nullable().optional(),
  from_purchase_amount: wire.decimal.nullable().optional(),
  maximum_spend_amount: wire.decimal.nullable().optional(),
  merchants: z
    .array(z.strictObject({ id: wire.identifier }))
    .max(100)
    .optional()
    .meta({ description: 'By id or code; none: at every merchant that allows it.' }),
})
export type PreferencesBody = z.output<typeof preferencesBody>

const preferencesReply = z.object({
  is_allowed: z.boolean().meta({
    description:
      'Whether any merchant or venue allows it (`allows_automatic_spend`); where none does, nothing is paid by itself.',
  }),
  enable_automatic_spend: z
    .boolean()
    .nullable()
    .meta({ description: 'null: the contact never said, the business decides.' }),
  next_purchase_only: z.boolean(),
  minimum_wallet_balance: wire.amount,
  from_purchase_amount: wire.amount,
  maximum_spend_amount: wire.amount.nullable(),
  merchants: z.array(z.object({ id: z.string(), name: z.string() })),
  currency_code: z.string(),
})
export type PreferencesReply = z.input<typeof preferencesReply>

export const getPreferences = endpoint({
  name: 'getSpendPreferences',
  method: 'GET',
  path,
  tag,
  summary: 'Read when a contact’s wallet pays without being asked',
  access: 'contacts:read',
  effect: 'reads',
  params: wire.idParams,
  reply: preferencesReply,
  errors: [NotFound, AmbiguousIdentifier],
})

export const setPreferences = endpoint({
  name: 'setSpendPreferences',
  method: 'PUT',
  path,
  tag,
  summary: 'Set when a contact’s wallet pays without being asked',
  description:
    'At merchants that allow it (`allows_automatic_spend`), purchases without `spend_request` and without a one-time code spend as much as they can within these bounds. What is left out is not bounded.',
  access: 'contacts:write',
  effect: 'writes',
  params: wire.idParams,
  body: preferencesBody,
  reply: preferencesReply,
  errors: [RequiredField, InvalidValue, NotFound, AmbiguousIdentifier, IdempotencyKeyReused],
})
