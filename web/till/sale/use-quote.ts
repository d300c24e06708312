import { useQuery } from '@tanstack/react-query'
import type { SubmitPurchaseReply } from '@tillback/sdk'
import { useState } from 'react'
import { useStanding } from '../api/client.ts'
import { totalOf } from './basket.ts'
import { amountOf, type Minor, minorOf } from './minor.ts'
import { judgedBody, type Sale } from './sale.ts'

export type Quote = SubmitPurchaseReply

/** What the sale would earn, spend and cost at this moment: the purchase itself, taken back (`simulate=true`). */
export function useQuote(sale: Sale) {
  const { client, venue } = useStanding()
  const body = judgedBody(sale, venue)
  const number = useSaleNumber(sale.basket.length === 0)
  return useQuery({
    queryKey: ['quote', number, body],
    queryFn: ({ signal }) => client.purchases.submit(body, { query: { simulate: true }, signal }),
    enabled: sale.basket.length > 0,
    placeholderData: (before: Quote | undefined, query) =>
      before && query?.queryKey[1] === number ? meanwhile(before, sale, venue.digits) : undefined,
    gcTime: 60_000,
  })
}

/** Until the platform has judged what was added: what it said of this sale before, and the sum as it is now. */
export function meanwhile<
  Before extends Pick<Quote, 'reduction_method' | 'rewards' | 'spends' | 'amount_due'>,
>(before: Before, { basket, spend }: Pick<Sale, 'basket' | 'spend'>, digits: number): Before {
  const total = totalOf(basket)
  const paid = minorOf(onRequest(before), digits)
  const discount = minorOf(before.rewards.spend, digits) - paid
  const wallet = spend.kind === 'NONE' ? 0 : (spend.amount ?? paid)
  const spent = before.reduction_method === 'BACK_END' ? 0 : discount + wallet
  return { ...before, amount_due: amountOf(total - Math.min(total, spent), digits) }
}

/** Which sale since the till was opened: what was said of one is nothing to the next. */
function useSaleNumber(isEmpty: boolean): number {
  const [{ number, wasEmpty }, setSale] = useState({ number: 1, wasEmpty: isEmpty })
  if (isEmpty !== wasEmpty) setSale({ number: isEmpty ? number + 1 : number, wasEmpty: isEmpty })
  return number
}

/** The most that the member can pay with the wallet here and now, after all conditions of its money. */
export function useSpendable(sale: Sale): Minor | undefined {
  const { client, venue } = useStanding()
  const { member, basket } = sale
  const most = Math.min(totalOf(basket), member?.balance ?? 0)
  const body = judgedBody({ ...sale, spend: { kind: 'REQUEST', amount: undefined } }, venue)
  const asked = useQuery({
    queryKey: ['spendable', member?.id, body],
    queryFn: ({ signal }) => client.purchases.submit(body, { query: { simulate: true }, signal }),
    enabled: most > 0 && member?.id !== undefined,
    placeholderData: (before: Quote | undefined, query) =>
      query?.queryKey[1] === member?.id ? before : undefined,
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
