import { z } from 'zod'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AlreadyExists, InvalidState, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { PROVIDER_KINDS } from './provider-settings.ts'

const tag = 'Payout providers'
const secret = z.string().trim().min(8).max(500).meta({ writeOnly: true })
const token = z
  .string()
  .trim()
  .regex(/^[\w-]{3,100}$/, 'a name of the provider is needed, without spaces')

const parts = {
  sepa: z
    .strictObject({
      name: z
        .string()
        .trim()
        .min(1)
        .max(70)
        .optional()
        .meta({ description: 'Who pays, as the bank knows them.' }),
      iban: z.string().max(60).optional(),
      bic: z.string().max(20).nullable().optional(),
    })
    .optional(),
  stripe: z
    .strictObject({
      secret_key: secret.optional(),
      webhook_secret: secret.optional(),
      financial_account: token.optional().meta({ description: 'The account that pays.' }),
    })
    .optional(),
  paypal: z
    .strictObject({
      client_id: secret.optional(),
      client_secret: secret.optional(),
      webhook_id: token.nullable().optional(),
      environment: z.enum(['LIVE', 'SANDBOX']).optional(),
    })
    .optional(),
}

const state = z.enum(['ACTIVE', 'INACTIVE'])
const providerBody = z.strictObject({
  kind: z.enum(PROVIDER_KINDS),
  state: state.default('ACTIVE'),
  ...parts,
})
const providerChange = z.strictObject({ state: state.optional(), ...parts })
export type ProviderBody = z.output<typeof providerBody>
export type ProviderChange = z.output<typeof providerChange>

export const providerReply = z.object({
  id: z.string(),
  kind: z.enum(PROVIDER_KINDS),
  state,
  sepa: z.object({ name: z.string(), iban: z.string(), bic: z.string().nullable() }).nullable(),
  stripe: z.object({ financial_account: z.string() }).nullable(),
  paypal: z.object({ environment: z.string(), webhook_id: z.string().nullable() }).nullable(),
  secrets: z
    .array(z.string())
    .meta({ description: 'Names of the secrets that are set; they are never read back.' }),
  webhook_path: z.string().nullable().meta({ description: 'Where the provider sends its messages.' }),
  created_on: wire.epoch,
  updated_on: wire.epoch,
})
export type ProviderReply = z.input<typeof providerReply>

const path = '/backoffice/v2/payout_providers'
const access = 'payouts:configure'

export const listProviders = endpoint({
  name: 'listPayoutProviders',
  method: 'GET',
  path,
  tag,
  summary: 'List who pays contacts',
  description:
    'The wallet pays without being configured. In TEST mode a pretend provider stands in for each that is not configured.',
  access,
  effect: 'reads',
  query: z.strictObject({
    page: wire.listQuery.page,
    size: wire.listQuery.size,
    include_total: wire.listQuery.include_total,
  }),
  reply: wire.pageReply(providerReply),
  errors: [InvalidValue],
})

export const createProvider = endpoint({
  name: 'createPayoutProvider',
  method: 'POST',
  path,
  tag,
  summary: 'Configure a provider: SEPA file, Stripe, PayPal, or the wallet to switch it off',
  access,
  effect: 'writes',
  body: providerBody,
  reply: providerReply,
  errors: [RequiredField, InvalidValue, AlreadyExists, Forbidden, IdempotencyKeyReused],
})

export const updateProvider = endpoint({
  name: 'updatePayoutProvider',
  method: 'PUT',
  path: `${path}/{id}`,
  tag,
  summary: 'Change a provider, named by its id or kind; what is left out stays',
  access,
  effect: 'writes',
  params: wire.idParams,
  body: providerChange,
  reply: providerReply,
  errors: [InvalidValue, NotFound, Forbidden, IdempotencyKeyReused],
})

export const deleteProvider = endpoint({
  name: 'deletePayoutProvider',
  method: 'DELETE',
  path: `${path}/{id}`,
  tag,
  summary: 'Forget a provider and its secrets',
  description: 'Refused while a payout is with it; make it INACTIVE until then.',
  access,
  effect: 'writes',
  params: wire.idParams,
  reply: z.object({ id: z.string() }),
  errors: [NotFound, InvalidState, Forbidden, IdempotencyKeyReused],
})
