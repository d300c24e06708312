import { z } from 'zod'
import { endpoint, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AlreadyExists, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { placeReference } from '../organisations/index.ts'
import { CannotRedeemPass, PassAlreadyRedeemed, PassExpired, PassNotActive } from '../passes/index.ts'
import { paymentMethodsApi, payoutsApi } from '../payouts/index.ts'
import { WalletHoldsTooLittle, WalletLimitExceeded } from '../wallets/index.ts'
import { asOwn, base, tag } from './as-own.ts'

const text = (most: number) => z.string().trim().min(1).max(most)

export const requestOwnPayout = asOwn(payoutsApi.requestPayout, {
  name: 'requestOwnPayout',
  path: 'payouts',
  summary: 'Have open money of one’s wallet paid out to a payment method of one’s own',
})

const methods = 'contacts/{id}/payment_methods'
const { description: _, ...listing } = asOwn(paymentMethodsApi.listMethods, {
  name: 'listOwnPaymentMethods',
  path: methods,
  summary: 'List how one is paid, the preferred method first',
})
export const listOwnMethods = endpoint({
  ...listing,
  // Apps know an account under the name under which it is registered.
  reply: wire.pageReply(
    paymentMethodsApi.methodReply.extend({
      payment_method_type: z.enum(['CARD', 'ACCOUNT_DEBIT', 'WALLET', 'PAYPAL']),
    }),
  ),
})
export const addOwnMethod = asOwn(paymentMethodsApi.addMethod, {
  name: 'addOwnPaymentMethod',
  path: methods,
  summary: 'Register a way to be paid',
})
export const changeOwnMethod = asOwn(paymentMethodsApi.changeMethod, {
  name: 'changeOwnPaymentMethod',
  path: `${methods}/{payment_method_id}`,
  summary: 'Change the name of a payment method, a card’s expiry, or which method is preferred',
})
/** Not of the contract: only test data has it. */
export const tryOwnMethod = asOwn(paymentMethodsApi.tryMethod, {
  name: 'tryOwnPaymentMethod',
  path: `${methods}/{payment_method_id}/test_payout`,
  summary: 'Have 0.00 paid out by a method, in TEST mode',
})
export const removeOwnMethod = asOwn(paymentMethodsApi.removeMethod, {
  name: 'removeOwnPaymentMethod',
  path: `${methods}/{payment_method_id}`,
  summary: 'Have a payment method forgotten',
})

const wallet = z.strictObject({ wallet_id: wire.identifier })
const transferBody = z.strictObject({
  origin: wallet.meta({ description: "One's own wallet." }),
  destination: wallet.meta({ description: 'The wallet that gets it, by id or by its 16-digit code.' }),
  amount: wire.decimal,
  code: text(100).optional().meta({
    description: 'The same code with the same content is one transfer, however often it is sent.',
  }),
  commerce_pool_id: text(100).optional().meta({
    description: 'Money of this pool, and it stays of it; without it, open money.',
  }),
  notes: text(500).optional(),
})

export const transferOwnMoney = endpoint({
  name: 'transferOwnMoney',
  method: 'POST',
  path: `${base}/transfers`,
  tag,
  summary: 'Give money of one’s wallet to another contact',
  access: 'contact',
  effect: 'writes',
  status: 201,
  body: transferBody,
  reply: z.object({ id: z.string() }),
  errors: [
    RequiredField,
    InvalidValue,
    NotFound,
    AlreadyExists,
    WalletHoldsTooLittle,
    WalletLimitExceeded,
    IdempotencyKeyReused,
  ],
})

export const redeemOwnPass = endpoint({
  name: 'redeemOwnPass',
  method: 'POST',
  path: `${base}/passes/redeem`,
  tag,
  summary: 'Put the money of a pass into one’s wallet',
  description: 'Once. Five wrong pins take a pass out of use.',
  access: 'contact',
  effect: 'writes',
  body: z.strictObject({
    code: text(100),
    pin: z.string().min(1).max(100).optional().meta({ writeOnly: true }),
    contact_id: wire.identifier.optional().meta({ description: 'Oneself, if it is sent.' }),
    wallet_id: wire.identifier.optional().meta({ description: "One's own, if it is sent." }),
    organisation: placeReference.optional().meta({ description: 'Where it is redeemed; else the business.' }),
    date: wire.time.optional().meta({ description: 'When it was redeemed, as the caller says.' }),
    custom_fields: z
      .array(z.strictObject({ key: text(100), value: z.string().max(1_000) }))
      .max(50)
      .optional(),
  }),
  reply: z.object({ id: z.string() }),
  errors: [
    RequiredField,
    InvalidValue,
    NotFound,
    CannotRedeemPass,
    PassNotActive,
    PassExpired,
    PassAlreadyRedeemed,
    WalletLimitExceeded,
    IdempotencyKeyReused,
  ],
})
