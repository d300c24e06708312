import { z } from 'zod'
import { endpoint, IdempotencyKeyReused, wire } from '../http/index.ts'
import { InvalidState, InvalidValue, NotFound } from '../kit/error.ts'
import { FILE_ACTIONS } from './change-file.ts'
import { FILE_STATES } from './files.store.ts'

const tag = 'Payout files'
const path = '/backoffice/v2/payouts/files'

const fileReply = z.object({
  id: z.string(),
  state: z.enum(FILE_STATES),
  message_id: z.string(),
  payouts: z.int(),
  total: wire.amount,
  currency_code: z.string(),
  execution_date: z.string(),
  created_on: wire.epoch,
  updated_on: wire.epoch,
})
export type FileReply = z.input<typeof fileReply>

export const listFiles = endpoint({
  name: 'listPayoutFiles',
  method: 'GET',
  path,
  tag,
  summary: 'List files of SEPA credit transfers, newest first',
  access: 'payouts:read',
  effect: 'reads',
  query: z.strictObject({ ...wire.listQuery, state: z.enum(FILE_STATES).optional() }),
  reply: wire.pageReply(fileReply),
  errors: [InvalidValue],
})

export const makeFile = endpoint({
  name: 'createPayoutFile',
  method: 'POST',
  path,
  tag,
  summary: 'Put the payouts that wait for the bank into a file',
  description: 'At most 500 in one; call again for the rest. `file` is null when none waits.',
  access: 'payouts:write',
  effect: 'writes',
  body: z.strictObject({
    execution_date: z.iso
      .date('a day of the calendar such as "2026-11-30" is needed')
      .optional()
      .meta({ description: 'The next working day unless it is sent.' }),
  }),
  reply: z.object({ file: fileReply.nullable() }),
  errors: [InvalidValue, NotFound, IdempotencyKeyReused],
})

export const readFile = endpoint({
  name: 'downloadPayoutFile',
  method: 'GET',
  path: `${path}/{id}/content`,
  tag,
  summary: 'Download a file: ISO 20022 pain.001.001.09',
  access: 'payouts:write',
  effect: 'reads',
  params: wire.idParams,
  query: z.strictObject({
    format: z
      .enum(['xml', 'json'])
      .default('xml')
      .meta({ description: 'json: the same text inside an object.' }),
  }),
  reply: z.object({ file_name: z.string(), xml: z.string() }),
  also: ['application/xml'],
  errors: [InvalidValue, NotFound, InvalidState],
})

export const changeFile = endpoint({
  name: 'changePayoutFile',
  method: 'PUT',
  path: `${path}/{id}/actions`,
  tag,
  summary: 'Tell that the bank got the file, carried it out, or never gets it',
  description: 'A single transfer that came back is told by MARK_RETURNED on its payout.',
  access: 'payouts:write',
  effect: 'writes',
  params: wire.idParams,
  body: z.strictObject({ action: z.enum(FILE_ACTIONS) }),
  reply: fileReply,
  errors: [InvalidValue, NotFound, InvalidState, IdempotencyKeyReused],
})
