import { z } from 'zod'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import { InvalidValue, RequiredField } from '../kit/error.ts'
import { accountingMapSchema } from './accounting-map.ts'

const tag = 'Reports'
const path = '/backoffice/v2/accounting_map'

const generalAccount = { account: z.string(), code: z.string(), name: z.string() }
const accountingMapReply = z.object({
  is_default: z.boolean().meta({ description: 'true: none was set, and the product’s own holds.' }),
  updated_on: wire.epoch.nullable(),
  accounts: z.array(z.object(generalAccount)),
  overrides: z.array(z.object({ movement: z.string(), ...generalAccount })),
})
export type AccountingMapReply = z.input<typeof accountingMapReply>

export const getAccountingMap = endpoint({
  name: 'getAccountingMap',
  method: 'GET',
  path,
  tag,
  summary: 'Read which account of the general ledger stands for each account of the books',
  access: 'reports:read',
  effect: 'reads',
  reply: accountingMapReply,
  errors: [],
})

export const setAccountingMap = endpoint({
  name: 'setAccountingMap',
  method: 'PUT',
  path,
  tag,
  summary: 'Set the accounting map, whole',
  description: 'Every kind of account of the books is given one account of the general ledger.',
  access: 'reports:write',
  effect: 'writes',
  body: accountingMapSchema,
  reply: accountingMapReply,
  errors: [InvalidValue, RequiredField, Forbidden, IdempotencyKeyReused],
})
