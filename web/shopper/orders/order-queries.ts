import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Tillback } from '@tillback/sdk'
import { useSignedIn } from '../client.ts'

const SECOND = 1_000
const MOST = 100

type Group = Tillback['selfService']
type Reply<Method extends keyof Group> = Group[Method] extends (...args: never[]) => Promise<infer Answer>
  ? Answer
  : never

export type Order = Reply<'listOwnOrders'>['content'][number]
export type Catalogue = Reply<'listMenus'>['content'][number]
export type Estimate = Reply<'estimateOwnOrder'>

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

export function useVenues() {
  const { client, session } = useSignedIn()
  return useQuery({
    queryKey: ['venues'],
    queryFn: async ({ signal }) => {
      const { content } = await client.selfService.listOwnOrganisations(session.contact, {}, { signal })
      const [business] = content
      if (!business) return []
      const venues = await client.selfService.listNetwork(
        business.id,
        { type: 'VENUE', size: MOST },
        { signal },
      )
      return venues.content
    },
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
      client.selfService.listMenuCategories(catalogue, { return_all: true, size: MOST }, { signal }),
  })
}

interface Wanted {
  readonly venue: string
  readonly items: readonly { readonly id: string; readonly quantity: number }[]
  readonly usesWallet: boolean
}

export function useEstimate({ venue, items, usesWallet }: Wanted) {
  const { client } = useSignedIn()
  return useQuery({
    queryKey: ['estimate', venue, items, usesWallet],
    queryFn: ({ signal }) =>
      client.selfService.estimateOwnOrder(
        {
          supply_method: 'PICK_UP',
          fulfilled_by: venue,
          use_wallet_funds: usesWallet,
          payment_method_type: 'CASH',
          items: [...items],
        },
        { signal },
      ),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
}
