import { z } from 'zod'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import { InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { LIMIT_PERIODS, LIMITED_USES } from './limits.ts'

const tag = 'Wallets'
const uses = z.array(z.enum(LIMITED_USES)).meta({
  description:
    'DEBIT: money spent or corrected away. CREDIT: given by hand. TOP_UP: put in from outside. TRANSFER: sent to another wallet.',
})

const rule = z
  .strictObject({
    name: z.string().trim().min(1).max(100),
    maximum_number: wire.integerFrom(0, 1_000_000).optional(),
    maximum_amount: wire.decimal.optional(),
    period: z
      .enum(LIMIT_PERIODS)
      .meta({ description: 'By the calendar of the business; weeks begin on Monday.' }),
    applies_for: uses.min(1).max(LIMITED_USES.length),
    currency_code: wire.currencyCode.optional(),
  })
  .refine((each) => each.maximum_number !== undefined || each.maximum_amount !== undefined, {
    error: 'maximum_number or maximum_amount is needed',
  })
export type SentRule = z.output<typeof rule>

const ruleReply = z.object({
  name: z.string(),
  maximum_number: z.int().nullable().meta({ description: 'null: any number.' }),
  maximum_amount: wire.amount.nullable().meta({ description: 'null: any amount.' }),
  period: z.enum(LIMIT_PERIODS),
  applies_for: uses,
  currency_code: z.string(),
})
export type RuleReply = z.input<typeof ruleReply>

const walletRuleReply = ruleReply.extend({
  used_number: z.int(),
  used_amount: wire.amount,
  left_number: z.int().nullable(),
  left_amount: wire.amount.nullable(),
})

const ofWallet = z.object({
  is_own: z.boolean().meta({ description: 'false: the wallet has no rules, those of the business hold.' }),
  rules: z.array(walletRuleReply),
})
export type WalletLimitsReply = z.input<typeof ofWallet>

const ofBusiness = z.object({ rules: z.array(ruleReply) })
export type BusinessLimitsReply = z.input<typeof ofBusiness>

const rules = z.array(rule).max(20)
const reading = [NotFound]
const changing = [RequiredField, InvalidValue, Forbidden, IdempotencyKeyReused]

export const getWalletLimits = endpoint({
  name: 'getWalletLimits',
  method: 'GET',
  path: '/backoffice/v2/wallets/{id}/limits',
  tag,
  summary: 'Read what a wallet may do in a day, a week or a month, and what of that is left',
  access: 'wallets:read',
  effect: 'reads',
  params: wire.idParams,
  reply: ofWallet,
  errors: reading,
})

export const setWalletLimits = endpoint({
  name: 'setWalletLimits',
  method: 'PUT',
  path: '/backoffice/v2/wallets/{id}/limits',
  tag,
  summary: 'Set the limits of one wallet',
  description:
    'They hold in place of those of the business: an empty list allows all, null gives the wallet back to the rules of the business.',
  access: 'wallets:write',
  effect: 'writes',
  params: wire.idParams,
  body: z.strictObject({ rules: rules.nullable() }),
  reply: ofWallet,
  errors: [...reading, ...changing],
})

export const getDefaultLimits = endpoint({
  name: 'getDefaultWalletLimits',
  method: 'GET',
  path: '/backoffice/v2/wallet_limits',
  tag,
  summary: 'Read the limits of wallets without limits of their own',
  access: 'wallets:read',
  effect: 'reads',
  reply: ofBusiness,
  errors: [],
})

export const setDefaultLimits = endpoint({
  name: 'setDefaultWalletLimits',
  method: 'PUT',
  path: '/backoffice/v2/wallet_limits',
  tag,
  summary: 'Set the limits of wallets without limits of their own',
  access: 'wallets:write',
  effect: 'writes',
  body: z.strictObject({ rules }),
  reply: ofBusiness,
  errors: changing,
})
