import { secretsOf } from './configure-provider.ts'
import type { ProviderName } from './payout.ts'
import type { PayoutProvider } from './provider.ts'
import type { ConfiguredProvider, ProviderUrls } from './provider-settings.ts'
import { paypalProvider } from './providers/paypal.ts'
import { pretendProvider } from './providers/pretend.ts'
import { stripeProvider } from './providers/stripe.ts'

/** What is needed to talk to providers: where they are, and the key that opens their secrets. */
export interface ProviderAccess {
  readonly key: Uint8Array
  readonly urls: ProviderUrls
  readonly answerWithinMs?: number
}

/** The adapter of a provider that is asked over the network, or pretends; undefined: it is not configured, or pays otherwise. */
export function openProvider(
  name: ProviderName,
  configured: ConfiguredProvider | undefined,
  { key, urls, ...pace }: ProviderAccess,
): PayoutProvider | undefined {
  if (name === 'PRETEND') return pretendProvider
  if (!configured) return undefined
  const { settings } = configured
  const secrets = secretsOf(configured, key)
  if (settings.kind === 'STRIPE') {
    return stripeProvider({
      url: urls.stripe,
      secretKey: secrets.secret_key ?? '',
      webhookSecret: secrets.webhook_secret,
      financialAccount: settings.financialAccount,
      ...pace,
    })
  }
  if (settings.kind === 'PAYPAL') {
    return paypalProvider({
      url: settings.environment === 'LIVE' ? urls.paypalLive : urls.paypalSandbox,
      clientId: secrets.client_id ?? '',
      clientSecret: secrets.client_secret ?? '',
      webhookId: settings.webhookId,
      ...pace,
    })
  }
  return undefined
}
