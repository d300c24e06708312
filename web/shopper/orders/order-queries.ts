import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { Tillback } from '@tillback/sdk'
import { useSignedIn } from '../client.ts'

const SECOND = 1_000
const MOST = 100

type Group = Tillback['selfService']
type Reply<Method extends keyof Group> = Group[Method] extends (...args: never[]) => Promise<infer Answer>
  ? Answer
  : never

export type Order = Reply<'listOwnOrders'>['content'][number]
export type WholeOrder = Reply<'getOwnOrder'>
export type Catalogue = Reply<'listMenus'>['content'][number]
export type Estimate = Reply<'estimateOwnOrder'>
export type Shop = Reply<'listNetwork'>['content'][number]
export type Good = Reply<'listGoods'>['content'][number]

const NO_SHOPS: Reply<'listNetwork'> = {
  content: [],
  paging: { page: 1, size: MOST, total: 0, has_more: false },
}

/** Asked for often while something is under way at the shop. */
export function useMyOrders() {
  const { client, session } = useSignedIn()
  return useQuery({
    queryKey: ['orders'],
    queryFn: ({ signal }) => client.selfService.listOwnOrders(session.contact, { size: 50 }, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.content.some(({ state: of }) => of === 'NEW' || of === 'IN_PROGRESS')
        ? 3 * SECOND
        : 30 * SECOND,
  })
}

/** The shops of the business, or those with these letters in their name. */
export function useShops(sought: string) {
  const { client, session } = useSignedIn()
  return useInfiniteQuery({
    queryKey: ['shops', sought],
    initialPageParam: 1,
    queryFn: async ({ pageParam, signal }) => {
      const { content } = await client.selfService.listOwnOrganisations(session.contact, {}, { signal })
      const [business] = content
      if (!business) return NO_SHOPS
      const asked = {
        type: 'VENUE' as const,
        page: pageParam,
        size: MOST,
        ...(sought !== '' && { name: sought }),
      }
      return client.selfService.listNetwork(business.id, asked, { signal })
    },
    getNextPageParam: ({ paging }) => (paging.has_more ? paging.page + 1 : undefined),
  })
}

export function useCatalogues(venue: string) {
  const { client } = useSignedIn()
  return useQuery({
    queryKey: ['catalogues', venue],
    queryFn: ({ signal }) =>
      client.selfService.listMenus({ fulfilled_by: venue, supply_method: 'PICK_UP', size: MOST }, { signal }),
  })
}

export function useCategories(catalogue: string) {
  const { client } = useSignedIn()
  return useQuery({
    queryKey: ['categories', catalogue],
    queryFn: ({ signal }) =>
      client.selfService.listMenuCategories(
        catalogue,
        { return_all: true, size: MOST, sort: 'PRIORITY', order: 'ASC' },
        { signal },
      ),
  })
}

/** What of a catalogue may be ordered, with its price, by its id. */
export function useGoods(catalogue: string) {
  const { client } = useSignedIn()
  return useQuery({
    queryKey: ['goods', catalogue],
    queryFn: async ({ signal }) => {
      const goods = new Map<string, Good>()
      for (let page = 1; ; page++) {
        const asked = { order_catalog_id: catalogue, page, size: MOST }
        const { content, paging } = await client.selfService.listGoods(asked, { signal })
        for (const good of content) goods.set(good.id, good)
        if (!paging.has_more) return goods
      }
    },
    staleTime: 60 * SECOND,
  })
}

/** Whole, with when it came to each step; asked for anew when it has come to another. */
export function useOrder({ id, state, stage }: Pick<Order, 'id' | 'state' | 'stage'>) {
  const { client } = useSignedIn()
  return useQuery({
    queryKey: ['orders', id, state, stage?.id],
    queryFn: ({ signal }) => client.selfService.getOwnOrder(id, {}, { signal }),
  })
}

interface Wanted {
  readonly venue: string
  readonly items: readonly { readonly id: string; readonly quantity: number }[]
  readonly usesWallet: boolean
  /** Of the wallet; undefined: as much as can be. */
  readonly funds: number | undefined
  /** Minutes from now; undefined: as soon as can be. */
  readonly inMinutes: number | undefined
}

export function useEstimate({ venue, items, usesWallet, funds, inMinutes }: Wanted) {
  const { client } = useSignedIn()
  return useQuery({
    queryKey: ['estimate', venue, items, usesWallet, funds, inMinutes],
    queryFn: ({ signal }) =>
      client.selfService.estimateOwnOrder(
        {
          supply_method: 'PICK_UP',
          fulfilled_by: venue,
          use_wallet_funds: usesWallet,
          ...(usesWallet && funds !== undefined && { wallet_funds_amount: funds }),
          ...(inMinutes !== undefined && {
            requested_delivery_at: { time: inMinutes, time_unit: 'MINUTE' as const },
          }),
          payment_method_type: 'CASH',
          items: [...items],
        },
        { signal },
      ),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
}
