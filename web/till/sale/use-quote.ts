import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { SubmitPurchaseReply } from '@tillback/sdk'
import { useStanding } from '../api/client.ts'
import { totalOf } from './basket.ts'
import { type Minor, minorOf } from './minor.ts'
import { judgedBody, NO_SPEND, type Sale } from './sale.ts'

export type Quote = SubmitPurchaseReply

/** What the sale would earn, spend and cost at this moment: the purchase itself, taken back (`simulate=true`). */
export function useQuote(sale: Sale) {
  const { client, venue } = useStanding()
  const body = judgedBody(sale, venue)
  return useQuery({
    queryKey: ['quote', body],
    queryFn: ({ signal }) => client.purchases.submit(body, { query: { simulate: true }, signal }),
    enabled: sale.basket.length > 0,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  })
}

/** The most that the member can pay with the wallet here and now, after all conditions of its money. */
export function useSpendable(sale: Sale): Minor | undefined {
  const { client, venue } = useStanding()
  const { member, basket } = sale
  const most = Math.min(totalOf(basket), member?.balance ?? 0)
  const body = judgedBody({ ...sale, spend: { kind: 'REQUEST', amount: undefined } }, venue)
  const asked = useQuery({
    queryKey: ['spendable', body],
    queryFn: ({ signal }) => client.purchases.submit(body, { query: { simulate: true }, signal }),
    enabled: most > 0 && member?.id !== undefined,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  })
  if (!member || member.id === undefined || basket.length === 0) return undefined
  if (most === 0 || asked.isError) return 0
  return asked.data && minorOf(onRequest(asked.data), venue.digits)
}

/** What the wallet pays because the till asked or a code allowed it; discounts off the price are no part of it. */
export function onRequest({ spends }: Pick<Quote, 'spends'>): number {
  const asked = spends.filter(({ method }) => method === 'ON_REQUEST' || method === 'OTP')
  return asked.reduce((sum, { amount }) => sum + amount, 0)
}

/** A quote without what the member wanted to spend. */
export function unspent(sale: Sale): Sale {
  return { ...sale, spend: NO_SPEND }
}
