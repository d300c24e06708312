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

export type Adapters = (
  name: ProviderName,
  configured: ConfiguredProvider | undefined,
) => PayoutProvider | undefined

/** Opens each adapter once for as long as its configuration stands, so that what it learnt, such as a token, is kept. */
export function openAdapters(access: ProviderAccess): Adapters {
  const open = new Map<string, { readonly version: string; readonly adapter: PayoutProvider | undefined }>()
  return (name, configured) => {
    const key = configured?.id ?? name
    const version = versionOf(configured)
    const known = open.get(key)
    if (known?.version === version) return known.adapter
    const adapter = openProvider(name, configured, access)
    open.set(key, { version, adapter })
    return adapter
  }
}

/** What the adapter is made of: a secret that is sealed anew reads otherwise, even if it is the same. */
function versionOf(configured: ConfiguredProvider | undefined): string {
  if (!configured) return ''
  return JSON.stringify([configured.settings, configured.sealed?.toString('base64')])
}
