import { type Route, route } from '../http/index.ts'
import { pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import { createProvider, deleteProvider, secretsOf, updateProvider } from './configure-provider.ts'
import type { ConfiguredProvider } from './provider-settings.ts'
import * as api from './providers.api.ts'
import { providersOf } from './providers.store.ts'

export function providerRoutes({ key }: { readonly key: Uint8Array }): readonly Route[] {
  const show = (provider: ConfiguredProvider) => showProvider(provider, key)
  return [
    route(api.listProviders, async (work, { query }) => {
      const all = await providersOf(work)
      const { page, size, include_total: includeTotal } = query
      const rows = all.slice((page - 1) * size, page * size + 1)
      return pageOf({ page, size, includeTotal }, rows, show, includeTotal ? all.length : null)
    }),
    route(api.createProvider, async (work, { body }) => show(await createProvider(work, body, key))),
    route(api.updateProvider, async (work, { params, body }) =>
      show(await updateProvider(work, { name: params.id, change: body, key })),
    ),
    route(api.deleteProvider, async (work, { params }) => {
      const { id } = await deleteProvider(work, params.id)
      return { id }
    }),
  ]
}

function showProvider(provider: ConfiguredProvider, key: Uint8Array): api.ProviderReply {
  const { id, state, settings, createdAt, updatedAt } = provider
  const { kind } = settings
  return {
    id,
    kind,
    state,
    sepa: kind === 'SEPA' ? { name: settings.name, iban: settings.iban, bic: settings.bic ?? null } : null,
    stripe: kind === 'STRIPE' ? { financial_account: settings.financialAccount } : null,
    paypal:
      kind === 'PAYPAL'
        ? { environment: settings.environment, webhook_id: settings.webhookId ?? null }
        : null,
    secrets: Object.keys(secretsOf(provider, key)),
    webhook_path: kind === 'STRIPE' || kind === 'PAYPAL' ? `/webhooks/payouts/${id}` : null,
    created_on: epochSeconds(createdAt),
    updated_on: epochSeconds(updatedAt),
  }
}
