import type { Work } from '../db/index.ts'
import { Forbidden } from '../http/index.ts'
import type { Actor, Mode } from '../kit/actor.ts'
import { AlreadyExists, InvalidState, invalidField, missingField, notFound } from '../kit/error.ts'
import { newId, type PayoutProviderId } from '../kit/id.ts'
import { seal, unseal } from '../kit/sealed.ts'
import { ibanProblem, isBic, normaliseIban } from './iban.ts'
import {
  type ConfiguredProvider,
  type ProviderKind,
  type ProviderSettings,
  SECRETS,
} from './provider-settings.ts'
import type { ProviderBody, ProviderChange } from './providers.api.ts'
import {
  deleteProvider as deleteRow,
  insertProvider,
  isProviderNeeded,
  lockProvider,
  providersOf,
  saveProvider,
} from './providers.store.ts'

export async function createProvider(
  work: Work,
  body: ProviderBody,
  key: Uint8Array,
): Promise<ConfiguredProvider> {
  requireWholeBusiness(work.actor)
  const { kind } = body
  if ((await providersOf(work)).some(({ settings }) => settings.kind === kind)) {
    throw AlreadyExists({
      parameters: ['kind', kind],
      detail: `${kind} is configured already; change it with PUT.`,
    })
  }
  const id = newId<PayoutProviderId>()
  const provider: ConfiguredProvider = {
    tenant: work.actor.tenant,
    id,
    state: body.state,
    settings: modeChecked(work.actor.mode, settingsAfter(undefined, kind, body), body),
    sealed: sealedAfter({}, { kind, id, key }, body),
    createdAt: work.at,
    updatedAt: work.at,
  }
  await insertProvider(work, provider)
  return provider
}

export async function updateProvider(
  work: Work,
  { name, change, key }: { readonly name: string; readonly change: ProviderChange; readonly key: Uint8Array },
): Promise<ConfiguredProvider> {
  requireWholeBusiness(work.actor)
  const before = await lockProvider(work, name)
  if (!before) throw notFound('payout_provider', name)
  const { id, settings } = before
  const after: ConfiguredProvider = {
    ...before,
    state: change.state ?? before.state,
    settings: modeChecked(work.actor.mode, settingsAfter(settings, settings.kind, change), change),
    sealed: sealedAfter(secretsOf(before, key), { kind: settings.kind, id, key }, change),
    updatedAt: work.at,
  }
  await saveProvider(work, after)
  return after
}

export async function deleteProvider(work: Work, name: string): Promise<ConfiguredProvider> {
  requireWholeBusiness(work.actor)
  const provider = await lockProvider(work, name)
  if (!provider) throw notFound('payout_provider', name)
  if (await isProviderNeeded(work, provider.settings.kind)) {
    throw InvalidState({
      parameters: ['payout_provider', provider.id],
      detail:
        'Payouts are with the provider, and it has to be asked about them; make it INACTIVE until they are settled.',
    })
  }
  await deleteRow(work, provider.id)
  return provider
}

/** Test data never moves real money, and real payouts never end in a sandbox. */
function modeChecked(mode: Mode, settings: ProviderSettings, sent: ProviderChange): ProviderSettings {
  const wanted = mode === 'LIVE' ? 'LIVE' : 'SANDBOX'
  if (settings.kind === 'PAYPAL' && settings.environment !== wanted) {
    throw invalidField('paypal.environment', settings.environment, `in ${mode} mode it has to be ${wanted}`)
  }
  const stripeKey = sent.stripe?.secret_key
  if (stripeKey !== undefined && !stripeKey.includes(`_${mode.toLowerCase()}_`)) {
    throw invalidField(
      'stripe.secret_key',
      'not a key of that mode',
      `in ${mode} mode a ${mode.toLowerCase()} key is needed`,
    )
  }
  return settings
}

export function secretsOf(
  { id, sealed }: ConfiguredProvider,
  key: Uint8Array,
): Readonly<Record<string, string>> {
  return sealed === null ? {} : unseal(key, id, sealed)
}

function requireWholeBusiness({ within }: Actor): void {
  if (within === undefined) return
  throw Forbidden({
    parameters: ['payout_provider'],
    detail: 'A provider pays for the whole business; a key of one merchant or venue cannot configure it.',
  })
}

const PART_OF = { WALLET: undefined, SEPA: 'sepa', STRIPE: 'stripe', PAYPAL: 'paypal' } as const

function settingsAfter(
  before: ProviderSettings | undefined,
  kind: ProviderKind,
  sent: ProviderChange,
): ProviderSettings {
  for (const part of ['sepa', 'stripe', 'paypal'] as const) {
    if (part === PART_OF[kind] || sent[part] === undefined) continue
    throw invalidField(part, 'sent', `the provider is ${kind}`)
  }
  switch (kind) {
    case 'WALLET':
      return { kind }
    case 'SEPA':
      return sepaAfter(before?.kind === 'SEPA' ? before : undefined, sent.sepa)
    case 'STRIPE': {
      const there = before?.kind === 'STRIPE' ? before.financialAccount : undefined
      return {
        kind,
        financialAccount: required('stripe.financial_account', sent.stripe?.financial_account ?? there),
      }
    }
    case 'PAYPAL': {
      const there = before?.kind === 'PAYPAL' ? before : undefined
      const webhookId = sent.paypal?.webhook_id === undefined ? there?.webhookId : sent.paypal.webhook_id
      const environment = sent.paypal?.environment ?? there?.environment ?? 'LIVE'
      return { kind, environment, ...(webhookId !== undefined && webhookId !== null && { webhookId }) }
    }
  }
}

type SepaPart = Extract<ProviderSettings, { kind: 'SEPA' }>

function sepaAfter(before: SepaPart | undefined, sent: ProviderChange['sepa']): SepaPart {
  const iban = sent?.iban === undefined ? before?.iban : normaliseIban(sent.iban)
  const problem = ibanProblem(required('sepa.iban', iban))
  if (problem !== undefined)
    throw invalidField('sepa.iban', problem, 'the IBAN of the account that pays is needed')
  const bic = sent?.bic === undefined ? before?.bic : sent.bic?.replaceAll(' ', '').toUpperCase()
  if (bic !== undefined && !isBic(bic))
    throw invalidField('sepa.bic', bic, 'a BIC of 8 or 11 characters is needed')
  const name = required('sepa.name', sent?.name ?? before?.name)
  return { kind: 'SEPA', name, iban: required('sepa.iban', iban), ...(bic !== undefined && { bic }) }
}

function required(path: string, value: string | undefined): string {
  if (value === undefined) throw missingField(path, 'the provider cannot pay without it')
  return value
}

/** The secrets that were sent take the place of those before. A webhook's secret may come later: the provider makes it. */
function sealedAfter(
  before: Readonly<Record<string, string>>,
  { kind, id, key }: { readonly kind: ProviderKind; readonly id: PayoutProviderId; readonly key: Uint8Array },
  sent: ProviderChange,
): Buffer | null {
  const names: readonly string[] = SECRETS[kind]
  if (names.length === 0) return null
  const part: Readonly<Record<string, unknown>> = sent[PART_OF[kind] ?? 'stripe'] ?? {}
  const after: Record<string, string> = { ...before }
  for (const name of names) {
    const value = part[name]
    if (typeof value === 'string') after[name] = value
    if (name !== 'webhook_secret') required(`${PART_OF[kind]}.${name}`, after[name])
  }
  return seal(key, id, after)
}
