import { z } from 'zod'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AlreadyExists, AmbiguousIdentifier, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { WalletHoldsTooLittle, WalletLimitExceeded } from '../wallets/index.ts'

const tag = 'Wallet transfers'
const text = (most: number) => z.string().trim().min(1).max(most)

const poolReference = z
  .strictObject({ id: text(100).optional(), code: text(100).optional() })
  .refine(({ id, code }) => (id === undefined) !== (code === undefined), {
    error: 'send the id or the code of one commerce pool',
  })

const transferBody = z.strictObject({
  destination: z
    .strictObject({ wallet_id: wire.identifier.optional(), contact_id: wire.identifier.optional() })
    .refine(({ wallet_id, contact_id }) => (wallet_id === undefined) !== (contact_id === undefined), {
      error: 'wallet_id or contact_id is needed, not both',
    })
    .meta({
      description:
        'The wallet by id or 16-digit code, or its contact by id, code or anything else the contact is known by.',
    }),
  amount: wire.decimal,
  commerce_pool: poolReference
    .optional()
    .meta({ description: 'Money of this pool, and it stays of it; without it, open money.' }),
  code: text(100).optional().meta({
    description:
      'The same code with the same content is one transfer, however often it is sent. Made, if left out.',
  }),
  notes: text(500).optional(),
})
export type TransferBody = z.output<typeof transferBody>

const side = z.object({ wallet_id: z.string(), contact: z.object({ id: z.string(), code: z.string() }) })

const transferReply = z.object({
  id: z.string().meta({ description: 'Also of the journal that moved the money.' }),
  code: z.string(),
  direction: z.enum(['SENT', 'RECEIVED']).meta({ description: 'As the wallet of the path sees it.' }),
  origin: side,
  destination: side,
  amount: wire.amount,
  currency_code: z.string(),
  commerce_pool: z.object({ id: z.string(), name: z.string() }).nullable().meta({
    description: 'null: open money.',
  }),
  notes: z.string().nullable(),
  transfer_date: wire.epoch,
})
export type TransferReply = z.input<typeof transferReply>

const path = '/backoffice/v2/wallets/{id}/transfers'

export const createTransfer = endpoint({
  name: 'createWalletTransfer',
  method: 'POST',
  path,
  tag,
  summary: 'Give money of one wallet to another',
  description:
    'It stays what it was: the same pool, the same expiry, the same merchant who pays for it. What a contact owes cannot be given away.',
  access: 'transfers:write',
  effect: 'writes',
  params: wire.idParams,
  body: transferBody,
  reply: z.object({ id: z.string(), code: z.string() }),
  status: 201,
  errors: [
    RequiredField,
    InvalidValue,
    NotFound,
    AmbiguousIdentifier,
    AlreadyExists,
    Forbidden,
    WalletHoldsTooLittle,
    WalletLimitExceeded,
    IdempotencyKeyReused,
  ],
})

export const listTransfers = endpoint({
  name: 'listWalletTransfers',
  method: 'GET',
  path,
  tag,
  summary: 'List what a wallet gave to others and received from them, newest first',
  access: 'transfers:read',
  effect: 'reads',
  params: wire.idParams,
  query: z.strictObject({ ...wire.listQuery, direction: z.enum(['SENT', 'RECEIVED']).optional() }),
  reply: wire.pageReply(transferReply),
  errors: [InvalidValue, NotFound],
})
