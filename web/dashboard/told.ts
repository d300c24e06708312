import type { Tillback } from '@tillback/sdk'

type EventType = NonNullable<NonNullable<Parameters<Tillback['webhooks']['listEvents']>[0]>['type']>
type Thing = EventType extends `${infer Each}.${string}` ? Each : never

/** What is shown of each kind of event, by the first part of its key. Reports read the whole books and are asked for in their own time. */
const CONCERNED: Readonly<Record<Thing, readonly string[]>> = {
  purchase: [
    'purchases',
    'purchase',
    'claims',
    'contacts',
    'contact',
    'wallet',
    'transactions',
    'first-steps',
  ],
  claim: ['claims', 'contact', 'needs'],
  reward: ['purchases', 'purchase', 'offers', 'offer', 'contact', 'wallet', 'transactions'],
  wallet: ['contacts', 'contact', 'wallet', 'transactions', 'adjustments'],
  payout: ['payouts', 'payout', 'purchase', 'contact', 'needs'],
  token: [],
  till: ['organisations'],
  products: ['products', 'groups', 'processes', 'process', 'needs'],
  contact: ['contacts', 'contact'],
  scheme: ['contact'],
  order: ['orders', 'order', 'contact', 'needs'],
  webhook_endpoint: ['webhooks', 'needs'],
}

/** What is shown of each part of the API, by its tag, where it changes without an event: what is done, goes on or is logged. */
export const OF_PARTS: Readonly<Record<string, readonly string[]>> = {
  'API keys': ['keys', 'needs', 'first-steps'],
  Adjustments: ['adjustments', 'wallet', 'needs'],
  'Audit log': ['audit', 'contact'],
  Claims: ['claims', 'needs'],
  'Commerce pools': ['pools'],
  Communications: ['templates', 'notifications'],
  Contacts: ['contacts', 'contact', 'alike'],
  Expiries: [],
  Ledger: [],
  'Order adaptors': [],
  'Order cancellation reasons': ['reasons'],
  'Order catalogues': [],
  'Order stages': ['stages', 'orders', 'order'],
  Orders: ['orders', 'order'],
  Organisations: ['organisations', 'tills'],
  'Own account': ['users'],
  'Pass plans': [],
  Passes: [],
  'Payment methods': ['contact'],
  'Payout files': ['files'],
  'Payout providers': ['providers'],
  Payouts: ['payouts', 'payout', 'needs'],
  Processes: ['processes', 'feeds', 'needs'],
  'Product feeds': ['feeds'],
  'Product groups': ['groups'],
  'Product synchronisation': ['products', 'groups'],
  Products: ['products', 'groups'],
  Promotions: ['promotions'],
  Purchases: ['purchases', 'purchase'],
  Reports: ['report'],
  'Request log': ['requests', 'keys'],
  'Reward events': [],
  'Reward offers': ['offers', 'offer', 'versions', 'findings', 'first-steps'],
  'Reward schemes': ['schemes'],
  'Reward tiers': ['tiers'],
  'Self-service': [],
  'Spend preferences': ['contact'],
  'Spend tokens': [],
  'Test helpers': ['clock', 'outbox', 'processes', 'wallet', 'contact', 'payouts', 'orders'],
  Tills: ['tills', 'till-incidents', 'organisations'],
  'Top-ups': [],
  Users: ['users', 'first-steps'],
  'Wallet transfers': ['wallet', 'transactions'],
  Wallets: ['wallet', 'contact', 'contacts'],
  Webhooks: ['webhooks', 'deliveries', 'first-steps'],
}

/** What the stream that is followed tells: events, and what changes without any. */
export type Telling = 'NOTHING' | 'EVENTS' | 'ALL'

/** Nothing becomes of these without an event; of the others some things are seen only by asking. */
const WHOLLY: ReadonlySet<unknown> = new Set([
  'purchases',
  'purchase',
  'claims',
  'contacts',
  'contact',
  'wallet',
  'transactions',
  'orders',
  'order',
  'events',
])

/** Nor of these without an event or an act of somebody, or a line of the log. */
const WHOLLY_WITH_CHANGES: ReadonlySet<unknown> = new Set([
  'adjustments',
  'audit',
  'deliveries',
  'findings',
  'keys',
  'notifications',
  'offer',
  'organisations',
  'pools',
  'processes',
  'promotions',
  'providers',
  'reasons',
  'requests',
  'schemes',
  'stages',
  'templates',
  'tiers',
  'users',
  'versions',
  'webhooks',
])

/** What happened is in the feed, and is delivered. */
const OF_EACH = ['events', 'deliveries'] as const

const ALL = [...Object.values(CONCERNED), ...Object.values(OF_PARTS)].flat()
export const EVERYTHING: readonly string[] = [...new Set([...OF_EACH, ...ALL])]

/** What an event changes on the screen, by the first part of the key under which it was read. */
export function concernedBy(type: string): readonly string[] {
  const [thing = ''] = type.split('.')
  return [...OF_EACH, ...(isThing(thing) ? CONCERNED[thing] : [])]
}

/** What changes on the screen with a part of the API. */
export function concernedByPart(part: string): readonly string[] {
  return Object.hasOwn(OF_PARTS, part) ? (OF_PARTS[part] ?? []) : []
}

/** Whether everything that becomes of what was read under the key is told as it happens. */
export function isTold([first]: readonly unknown[], telling: Telling): boolean {
  if (telling === 'NOTHING') return false
  return WHOLLY.has(first) || (telling === 'ALL' && WHOLLY_WITH_CHANGES.has(first))
}

function isThing(name: string): name is Thing {
  return Object.hasOwn(CONCERNED, name)
}
