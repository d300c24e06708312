import { z } from 'zod'
import type { PayoutProviderId } from '../kit/id.ts'

export const PROVIDER_KINDS = ['WALLET', 'SEPA', 'STRIPE', 'PAYPAL'] as const
export type ProviderKind = (typeof PROVIDER_KINDS)[number]

const walletSettings = z.strictObject({ kind: z.literal('WALLET') })
const sepaSettings = z.strictObject({
  kind: z.literal('SEPA'),
  name: z.string(),
  iban: z.string(),
  bic: z.string().optional(),
})
const stripeSettings = z.strictObject({ kind: z.literal('STRIPE'), financialAccount: z.string() })
const paypalSettings = z.strictObject({
  kind: z.literal('PAYPAL'),
  environment: z.enum(['LIVE', 'SANDBOX']),
  webhookId: z.string().optional(),
})

/** What is configured of a provider and may be read back. */
export const providerSettings = z.discriminatedUnion('kind', [
  walletSettings,
  sepaSettings,
  stripeSettings,
  paypalSettings,
])
export type ProviderSettings = z.infer<typeof providerSettings>
export type SepaSettings = z.infer<typeof sepaSettings>

/** Names of the secrets that each kind has; they are written and never read back. */
export const SECRETS = {
  WALLET: [],
  SEPA: [],
  STRIPE: ['secret_key', 'webhook_secret'],
  PAYPAL: ['client_id', 'client_secret'],
} as const satisfies Readonly<Record<ProviderKind, readonly string[]>>

export interface ConfiguredProvider {
  readonly tenant: number
  readonly id: PayoutProviderId
  readonly state: 'ACTIVE' | 'INACTIVE'
  readonly settings: ProviderSettings
  readonly sealed: Buffer | null
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** Where providers are reached, given by whoever runs the installation: no request can point them elsewhere. */
export interface ProviderUrls {
  readonly stripe: string
  readonly paypalLive: string
  readonly paypalSandbox: string
}

export const PROVIDER_URLS: ProviderUrls = {
  stripe: 'https://api.stripe.com',
  paypalLive: 'https://api-m.paypal.com',
  paypalSandbox: 'https://api-m.sandbox.paypal.com',
}
