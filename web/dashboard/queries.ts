import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { PermissionError, type Tillback } from '@tillback/sdk'
import { useSignedIn } from './client.ts'
import { readExplanation } from './purchases/explanation.ts'

const SECOND = 1_000
const LIVE = SECOND
const PANEL = 5 * SECOND
const FAILING = 3 * SECOND
const HIDDEN = 10 * SECOND
const PROOF = 30 * SECOND
const NAMES = 5 * 60 * SECOND

const PURCHASES_A_PAGE = 50
const CONTACTS_A_PAGE = 20
const TRANSACTIONS_A_PAGE = 20
const MOST_NAMES = 100

type Reply<
  Group extends keyof Tillback,
  Method extends keyof Tillback[Group],
> = Tillback[Group][Method] extends (...args: never[]) => Promise<infer Answer> ? Answer : never

export type PurchasePage = Reply<'purchases', 'list'>
export type Purchase = Reply<'purchases', 'get'>
export type ContactPage = Reply<'contacts', 'list'>
export type Contact = Reply<'contacts', 'get'>
export type Wallet = Reply<'wallets', 'get'>
export type Transaction = Reply<'wallets', 'listTransactions'>['content'][number]
export type LedgerReport = Reply<'ledger', 'verify'>

/**
 * The one rhythm of everything that is live: as often as asked while somebody can see it, seldom otherwise, and not as fast
 * while it fails. What a key may not see is not asked for again.
 */
function every(interval: number) {
  return {
    refetchInterval: ({ state: { error } }: { readonly state: { readonly error: Error | null } }) => {
      if (error instanceof PermissionError) return false
      const least = document.visibilityState === 'visible' ? (error ? FAILING : 0) : HIDDEN
      return Math.max(interval, least)
    },
    refetchIntervalInBackground: true,
  }
}

/** Seldom while the stream tells when something happens; without it the first page moves by itself every second. */
export function usePurchases(
  page: number,
  { isPaused, isLive }: { readonly isPaused: boolean; readonly isLive: boolean },
) {
  const { client } = useSignedIn()
  return useQuery({
    queryKey: ['purchases', page],
    queryFn: ({ signal }) => client.purchases.list({ page, size: PURCHASES_A_PAGE }, { signal }),
    placeholderData: keepPreviousData,
    ...(isPaused ? { refetchOnWindowFocus: false } : every(page === 1 && !isLive ? LIVE : HIDDEN)),
  })
}

/** Shown at once as the list has it, then as it is. */
export function usePurchase(id: string) {
  const { client } = useSignedIn()
  const cache = useQueryClient()
  return useQuery({
    queryKey: ['purchase', id],
    queryFn: ({ signal }) => client.purchases.get(id, { signal }),
    placeholderData: () => listed(cache.getQueriesData<PurchasePage>({ queryKey: ['purchases'] }), id),
    ...every(PANEL),
  })
}

function listed(
  pages: readonly (readonly [readonly unknown[], PurchasePage | undefined])[],
  id: string,
): Purchase | undefined {
  return pages.flatMap(([, page]) => page?.content ?? []).find((purchase) => purchase.id === id)
}

export function useExplanation(id: string) {
  const { client } = useSignedIn()
  return useQuery({
    queryKey: ['explanation', id],
    queryFn: async ({ signal }) => readExplanation(await client.purchases.explain(id, { signal })),
    staleTime: NAMES,
  })
}

/** Fewer than three letters cannot be searched by; they may still be the whole of a code. */
export function useContacts(search: string, page: number) {
  const { client } = useSignedIn()
  const sought = search.length >= 3 ? { search_value: search } : search === '' ? {} : { cim: search }
  return useQuery({
    queryKey: ['contacts', search, page],
    queryFn: ({ signal }) =>
      client.contacts.list({ ...sought, page, size: CONTACTS_A_PAGE, include_wallet: true }, { signal }),
    placeholderData: keepPreviousData,
    ...every(PANEL),
  })
}

export function useContact(id: string) {
  const { client } = useSignedIn()
  return useQuery({
    queryKey: ['contact', id],
    queryFn: ({ signal }) => client.contacts.get(id, undefined, { signal }),
    ...every(PROOF),
  })
}

export function useWallet(id: string) {
  const { client } = useSignedIn()
  return useQuery({
    queryKey: ['wallet', id],
    queryFn: ({ signal }) => client.wallets.get(id, { include_lots: true }, { signal }),
    ...every(PANEL),
  })
}

export function useTransactions(wallet: string) {
  const { client } = useSignedIn()
  return useQuery({
    queryKey: ['transactions', wallet],
    queryFn: ({ signal }) =>
      client.wallets.listTransactions(wallet, { size: TRANSACTIONS_A_PAGE }, { signal }),
    ...every(PANEL),
  })
}

export function useLedgerReport() {
  const { client } = useSignedIn()
  return useQuery({
    queryKey: ['ledger'],
    queryFn: ({ signal }) => client.ledger.verify({ signal, timeout: 60 * SECOND }),
    ...every(PROOF),
  })
}

/** Merchants, venues and pools by id: names for what other answers tell by id only, and the zones of venues. */
export function useNames() {
  const { client } = useSignedIn()
  const places = useQuery({
    queryKey: ['organisations'],
    queryFn: ({ signal }) => client.organisations.list({ size: MOST_NAMES }, { signal }),
    staleTime: NAMES,
  })
  const pools = useQuery({
    queryKey: ['pools'],
    queryFn: ({ signal }) => client.commercePools.list({ size: MOST_NAMES }, { signal }),
    staleTime: NAMES,
  })
  const organisations = places.data?.content ?? []
  return {
    // A key that may not read them still sees everything else: ids stay ids.
    names: new Map([...organisations, ...(pools.data?.content ?? [])].map(({ id, name }) => [id, name])),
    zoneOf: (id: string) => organisations.find((place) => place.id === id)?.time_zone,
    venues: organisations.filter(({ type, state }) => type === 'VENUE' && state === 'ACTIVE'),
  }
}
