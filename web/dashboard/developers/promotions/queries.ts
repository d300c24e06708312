import { type Reply, useRead } from '../../read.ts'

export type Promotion = Reply<'promotions', 'get'>
export type Kind = Promotion['kinds'][number]
export type Change = Promotion['changes'][number]

const A_PAGE = 20

export function usePromotions(page: number) {
  const asked = { page, size: A_PAGE }
  return useRead(['promotions', asked], (client, options) => client.promotions.list(asked, options), {
    keeps: true,
  })
}

export function usePromotion(id: string) {
  return useRead(['promotions', 'one', id], (client, options) => client.promotions.get(id, options))
}
