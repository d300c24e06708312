import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Tillback } from '@tillback/sdk'
import { useCallback } from 'react'
import { type SignedIn, useSignedIn } from './client.ts'
import { keep, kept } from './kept.ts'
import { useLanguage } from './texts/language.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const A_PAGE = 20
const MOST = 100
const LATELY = 3

type Group = Tillback['selfService']
type Reply<Method extends keyof Group> = Group[Method] extends (...args: never[]) => Promise<infer Answer>
  ? Answer
  : never

export type Wallet = Reply<'getOwnWallet'>
export type Lot = NonNullable<Wallet['lots']>[number]
export type Movement = Reply<'listOwnTransactions'>['content'][number]
export type PoolBalance = Reply<'listOwnCommerceBalances'>['content'][number]
export type PurchaseRow = Reply<'listOwnPurchases'>['content'][number]
export type Claimed = Reply<'reclaimOwnPurchase'>
export type Reward = Reply<'getOwnPurchaseRewards'>['content'][number]
export type Purchase = Reply<'getOwnPurchase'>
export type Offer = Reply<'listShownOffers'>['content'][number]
export type Goal = Reply<'listOwnGoals'>['content'][number]
export type Rehearsal = Reply<'rehearseOwnSpending'>
export type Message = Reply<'listOwnCommunications'>['content'][number]
export type PaymentMethod = Reply<'listOwnPaymentMethods'>['content'][number]
export type Profile = Reply<'getProfile'>

/** The profile says which wallet is whose, so it comes first. */
export function useProfile() {
  const { client, session } = useSignedIn()
  return useQuery({
    queryKey: ['profile'],
    queryFn: async ({ signal }) =>
      keep('profile', await client.selfService.getProfile(session.contact, { signal })),
    ...asKept<Profile>('profile'),
    staleTime: MINUTE,
  })
}

/** With every credit that has something left. The last one stays on the device, so that it is there without a connection. */
export function useWallet() {
  const { client } = useSignedIn()
  const wallet = useProfile().data?.wallet?.id
  return useQuery({
    queryKey: ['wallet', wallet],
    enabled: wallet !== undefined,
    queryFn: async ({ signal }) =>
      keep('wallet', await client.selfService.getOwnWallet(wallet ?? '', { include_lots: true }, { signal })),
    ...asKept<Wallet>('wallet'),
    refetchInterval: 5 * SECOND,
  })
}

export function usePools() {
  const { client } = useSignedIn()
  const wallet = useProfile().data?.wallet?.id
  return useQuery({
    queryKey: ['wallet', wallet, 'pools'],
    enabled: wallet !== undefined,
    queryFn: async ({ signal }) =>
      keep(
        'pools',
        await client.selfService.listOwnCommerceBalances(
          wallet ?? '',
          { include_expiration: true },
          { signal },
        ),
      ),
    ...asKept<Reply<'listOwnCommerceBalances'>>('pools'),
  })
}

/** The last few of all kinds, which stay on the device. */
export function useLately() {
  const { client } = useSignedIn()
  const wallet = useProfile().data?.wallet?.id
  return useQuery({
    queryKey: ['wallet', wallet, 'lately'],
    enabled: wallet !== undefined,
    queryFn: async ({ signal }) =>
      keep(
        'lately',
        await client.selfService.listOwnTransactions(wallet ?? '', { size: LATELY }, { signal }),
      ),
    ...asKept<Reply<'listOwnTransactions'>>('lately'),
  })
}

/** Of one type, in the words of the API; undefined: all. */
export function useMovements(type: string | undefined) {
  const { client } = useSignedIn()
  const wallet = useProfile().data?.wallet?.id
  return useInfiniteQuery({
    queryKey: ['wallet', wallet, 'movements', type],
    enabled: wallet !== undefined,
    initialPageParam: 1,
    queryFn: ({ pageParam, signal }) =>
      client.selfService.listOwnTransactions(
        wallet ?? '',
        { page: pageParam, size: A_PAGE, ...(type !== undefined && { transaction_type: type }) },
        { signal },
      ),
    getNextPageParam: ({ paging }) => (paging.has_more ? paging.page + 1 : undefined),
  })
}

export function usePurchases() {
  const { client, session } = useSignedIn()
  return useInfiniteQuery({
    queryKey: ['purchases'],
    initialPageParam: 1,
    queryFn: ({ pageParam, signal }) =>
      client.selfService.listOwnPurchases(session.contact, { page: pageParam, size: A_PAGE }, { signal }),
    getNextPageParam: ({ paging }) => (paging.has_more ? paging.page + 1 : undefined),
  })
}

/** Every one of them, for whoever takes them along. */
export async function allPurchases({ client, session }: SignedIn): Promise<readonly PurchaseRow[]> {
  const all: PurchaseRow[] = []
  for (let page = 1; ; page++) {
    const { content, paging } = await client.selfService.listOwnPurchases(session.contact, {
      page,
      size: MOST,
    })
    all.push(...content)
    if (!paging.has_more) return all
  }
}

export function usePurchase(id: string) {
  const { client } = useSignedIn()
  return useQuery({
    queryKey: ['purchases', id],
    queryFn: ({ signal }) => client.selfService.getOwnPurchase(id, { signal }),
  })
}

export function usePurchaseRewards(id: string) {
  const { client } = useSignedIn()
  return useQuery({
    queryKey: ['purchases', id, 'rewards'],
    queryFn: ({ signal }) => client.selfService.getOwnPurchaseRewards(id, {}, { signal }),
  })
}

export function useWhy(id: string) {
  const { client } = useSignedIn()
  return useQuery({
    queryKey: ['purchases', id, 'why'],
    queryFn: ({ signal }) => client.selfService.explainOwnPurchase(id, { signal }),
  })
}

/** Whether these are letters enough to search offers by; all are shown until then. */
export const seeksOffers = (sought: string) => sought.length >= 3

export function useOffers(sought: string) {
  const { client } = useSignedIn()
  const language = useLanguage()
  return useQuery({
    queryKey: ['offers', sought, language],
    queryFn: ({ signal }) =>
      client.selfService.listShownOffers(
        { size: MOST, ...(seeksOffers(sought) ? { search_value: sought } : {}) },
        { signal },
      ),
    staleTime: MINUTE,
  })
}

/** How far offers are that several purchases reach together, by the offer. */
export function useGoals() {
  const { client, session } = useSignedIn()
  return useQuery({
    queryKey: ['goals'],
    queryFn: ({ signal }) => client.selfService.listOwnGoals(session.contact, { size: MOST }, { signal }),
    select: ({ content }) => new Map(content.map((goal) => [goal.offer.id, goal])),
  })
}

const INBOX = { channel: 'INAPP', archived: false } as const

export function useMessages() {
  const { client, session } = useSignedIn()
  return useInfiniteQuery({
    queryKey: ['messages'],
    initialPageParam: 1,
    queryFn: ({ pageParam, signal }) =>
      client.selfService.listOwnCommunications(
        session.contact,
        { ...INBOX, page: pageParam, size: A_PAGE },
        { signal },
      ),
    getNextPageParam: ({ paging }) => (paging.has_more ? paging.page + 1 : undefined),
    refetchInterval: MINUTE,
  })
}

/** Of all messages, not only of those that are shown. */
export function useUnread(): number {
  const { client, session } = useSignedIn()
  const unread = useQuery({
    queryKey: ['messages', 'unread'],
    queryFn: ({ signal }) =>
      client.selfService.listOwnCommunications(
        session.contact,
        { ...INBOX, viewed: false, size: 1, include_total: true },
        { signal },
      ),
    refetchInterval: MINUTE,
  })
  return unread.data?.paging.total ?? 0
}

/** How one is told besides the inbox. */
export function useTelling() {
  const { client, session } = useSignedIn()
  return useQuery({
    queryKey: ['telling'],
    queryFn: ({ signal }) => client.selfService.getOwnTelling(session.contact, { signal }),
  })
}

/** After something happened: everything is asked for anew. */
export function useRefresh(): () => void {
  const cache = useQueryClient()
  return useCallback(() => void cache.invalidateQueries(), [cache])
}

function asKept<Data>(name: string) {
  const last = kept<Data>(name)
  return last ? { initialData: last.data, initialDataUpdatedAt: last.at } : {}
}
