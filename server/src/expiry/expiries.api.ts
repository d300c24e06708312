import { z } from 'zod'
import { endpoint, wire } from '../http/index.ts'
import { InvalidValue, NotFound } from '../kit/error.ts'

const tag = 'Expiries'

const expiryReply = z.object({
  id: z.string().meta({ description: 'Also of the journal that moved the money.' }),
  wallet_id: z.string(),
  amount: wire.amount,
  currency_code: z.string(),
  lots: z.int().meta({ description: 'How many credits it was what was left of.' }),
  posted_on: wire.epoch,
})
export type ExpiryReply = z.input<typeof expiryReply>

export const listExpiries = endpoint({
  name: 'listWalletExpiries',
  method: 'GET',
  path: '/backoffice/v2/wallets/{id}/expiries',
  tag,
  summary: 'List what of a wallet expired, newest first',
  description: 'Money is not spendable from its expiry on; it is posted here within minutes.',
  access: 'wallets:read',
  effect: 'reads',
  params: wire.idParams,
  query: z.strictObject(wire.listQuery),
  reply: wire.pageReply(expiryReply),
  errors: [InvalidValue, NotFound],
})

export const getExpiry = endpoint({
  name: 'getExpiry',
  method: 'GET',
  path: '/backoffice/v2/expiries/{id}',
  tag,
  summary: 'Read what of one wallet expired at once',
  access: 'wallets:read',
  effect: 'reads',
  params: wire.idParams,
  reply: expiryReply,
  errors: [NotFound],
})
