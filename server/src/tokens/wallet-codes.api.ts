import { z } from 'zod'
import { endpoint, wire } from '../http/index.ts'
import { Busy, NotFound } from '../kit/error.ts'

const walletCodeReply = z.object({
  code: z.string().meta({ description: '16 digits, for a barcode or QR code.' }),
  is_dynamic: z.boolean().meta({ description: 'false: the code of the wallet for good.' }),
  expiration: wire.epoch
    .nullable()
    .meta({ description: 'When the next is to be shown; tills may send this one for a minute more.' }),
})
export type WalletCodeReply = z.input<typeof walletCodeReply>

export const getWalletCode = endpoint({
  name: 'getWalletCode',
  method: 'GET',
  path: '/backoffice/v2/wallets/{id}/code',
  tag: 'Wallets',
  summary: 'Read the code that a contact shows at the till',
  description:
    'With `dynamic_wallet_code` of the business it changes every minute, so that a photograph of it is soon worth nothing; tills send it as `contact.wallet_code`, or look the contact up by it. The code of the wallet itself stays good.',
  access: 'wallets:read',
  effect: 'writes',
  params: wire.idParams,
  reply: walletCodeReply,
  errors: [NotFound, Busy],
})
