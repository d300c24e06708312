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

export const EVERYTHING: readonly string[] = [...new Set(['events', ...Object.values(CONCERNED).flat()])]

/** What an event changes on the screen, by the first part of the key under which it was read. */
export function concernedBy(type: string): readonly string[] {
  const [thing = ''] = type.split('.')
  return ['events', ...(isThing(thing) ? CONCERNED[thing] : [])]
}

/** Whether everything that becomes of what was read under the key is told as it happens. */
export function isTold([first]: readonly unknown[]): boolean {
  return WHOLLY.has(first)
}

function isThing(name: string): name is Thing {
  return Object.hasOwn(CONCERNED, name)
}
