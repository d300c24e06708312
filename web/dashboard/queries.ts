import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Address } from './address.ts'
import { useSignedIn } from './client.ts'
import { between } from './list/days.ts'
import { readExplanation } from './purchases/explanation.ts'
import { NAMES, type Reply, SELDOM, SOON, useEvery, useRead } from './read.ts'

const PURCHASES_A_PAGE = 50
const CONTACTS_A_PAGE = 20
const TRANSACTIONS_A_PAGE = 20
const MOST_NAMES = 100
const LONG = 60_000
const STATES = ['POSTED', 'CANCELLED'] as const
const REDUCTIONS = ['FRONT_END', 'BACK_END'] as const
const HAS_SPEND: Readonly<Record<string, boolean>> = { yes: true, no: false }

export type PurchasePage = Reply<'purchases', 'list'>
export type Purchase = Reply<'purchases', 'get'>
export type ContactPage = Reply<'contacts', 'list'>
export type Contact = Reply<'contacts', 'get'>
export type Wallet = Reply<'wallets', 'get'>
export type Transaction = Reply<'wallets', 'listTransactions'>['content'][number]
type Place = Reply<'organisations', 'list'>['content'][number]
export type LedgerReport = Reply<'ledger', 'verify'>

export function usePurchases(
  { page, filters, scope = filters.venue }: Pick<Address, 'page' | 'filters' | 'scope'>,
  { isPaused = false, interval = SOON }: { readonly isPaused?: boolean; readonly interval?: number } = {},
) {
  const state: 'POSTED' | 'CANCELLED' | undefined = STATES.find((each) => each === filters.state)
  const reduction = REDUCTIONS.find((each) => each === filters.reduction)
  const hasSpend = HAS_SPEND[filters.spend ?? '']
  const asked = {
    page,
    size: PURCHASES_A_PAGE,
    ...(filters.receipt === undefined ? {} : { reference_number: filters.receipt }),
    ...(filters.contact === undefined ? {} : { contact_id: filters.contact }),
    ...(scope === undefined ? {} : { organisations: scope }),
    ...(state === undefined ? {} : { state }),
    ...(reduction === undefined ? {} : { reduction_method: reduction }),
    ...(hasSpend === undefined ? {} : { has_spend: hasSpend }),
    ...(filters.offer === undefined ? {} : { reward_offer: filters.offer }),
    date: between(filters.from, filters.until),
  } as const
  return useRead(['purchases', asked], (client, options) => client.purchases.list(asked, options), {
    keeps: true,
    isEnabled: !isPaused,
    interval,
  })
}

/** Shown at once as the list has it, then as it is. */
export function usePurchase(id: string) {
  const { client } = useSignedIn()
  const cache = useQueryClient()
  const key = ['purchase', id]
  const rhythm = useEvery(key, SOON)
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => client.purchases.get(id, { signal }),
    placeholderData: () => listed(cache.getQueriesData<PurchasePage>({ queryKey: ['purchases'] }), id),
    ...rhythm,
  })
}

function listed(
  pages: readonly (readonly [readonly unknown[], PurchasePage | undefined])[],
  id: string,
): Purchase | undefined {
  return pages.flatMap(([, page]) => page?.content ?? []).find((purchase) => purchase.id === id)
}

/** What it moved in the ledger. */
export function usePurchaseEntries(id: string) {
  return useRead(
    ['purchase', id, 'entries'],
    (client, options) => client.purchases.listEntries(id, options),
    { interval: SOON },
  )
}

export function useExplanation(id: string) {
  return useRead(
    ['explanation', id],
    async (client, options) => readExplanation(await client.purchases.explain(id, options)),
    { interval: NAMES },
  )
}

/** Fewer than three letters cannot be searched by; they may still be the whole of a code. */
export function useContacts(search: string, page: number) {
  const sought = search.length >= 3 ? { search_value: search } : search === '' ? {} : { cim: search }
  const asked = { ...sought, page, size: CONTACTS_A_PAGE, include_wallet: true, include_last_purchase: true }
  return useRead(['contacts', asked], (client, options) => client.contacts.list(asked, options), {
    keeps: true,
    interval: SOON,
  })
}

/** Offers by id and name, to narrow lists to; none for a key that may not see them. */
export function useOfferNames() {
  const offers = useRead(
    ['offers', 'names'],
    (client, options) => client.rewardOffers.list({ size: MOST_NAMES }, options),
    { interval: NAMES },
  )
  return offers.data?.content ?? []
}

export function useContact(id: string | undefined) {
  return useRead(['contact', id], (client, options) => client.contacts.get(id ?? '', undefined, options), {
    isEnabled: id !== undefined,
  })
}

export function useWallet(id: string | undefined) {
  return useRead(
    ['wallet', id],
    (client, options) => client.wallets.get(id ?? '', { include_lots: true }, options),
    { interval: SOON, isEnabled: id !== undefined },
  )
}

export function useTransactions(wallet: string, page = 1) {
  return useRead(
    ['transactions', wallet, page],
    (client, options) =>
      client.wallets.listTransactions(wallet, { page, size: TRANSACTIONS_A_PAGE }, options),
    { interval: SOON, keeps: true },
  )
}

export function useLedgerReport() {
  return useRead(['ledger'], (client, options) => client.ledger.verify({ ...options, timeout: LONG }), {
    interval: SELDOM,
  })
}

/** Merchants, venues and pools by id: names for what other answers tell by id only, and the zones of venues. */
export function useNames() {
  const places = useRead(
    ['organisations', 'names'],
    async (client, options) => {
      const every: Place[] = []
      for await (const place of client.organisations.each({ size: MOST_NAMES, order: 'ASC' }, options))
        every.push(place)
      return every
    },
    { interval: NAMES },
  )
  const pools = useRead(
    ['pools'],
    (client, options) => client.commercePools.list({ size: MOST_NAMES }, options),
    { interval: NAMES },
  )
  const organisations = places.data ?? []
  return {
    organisations,
    pools: pools.data?.content ?? [],
    // A key that may not read them still sees everything else: ids stay ids.
    names: new Map([...organisations, ...(pools.data?.content ?? [])].map(({ id, name }) => [id, name])),
    zoneOf: (id: string) => organisations.find((place) => place.id === id)?.time_zone,
    venues: organisations.filter(({ type, state }) => type === 'VENUE' && state === 'ACTIVE'),
    currency: organisations.find(({ type }) => type === 'BUSINESS')?.currency_code ?? 'EUR',
  }
}
