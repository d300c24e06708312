import { ConnectionError } from '@tillback/sdk'
import { useRef, useState } from 'react'
import { useStanding } from '../api/client.ts'
import { totalOf } from '../sale/basket.ts'
import { amountOf, type Minor, minorOf } from '../sale/minor.ts'
import { judgedBody, type Sale, type Spend } from '../sale/sale.ts'
import { onRequest } from '../sale/use-quote.ts'
import { type WhyLess, whyLess } from './why-less.ts'

export type Approval =
  | { readonly is: 'WAITING' }
  | {
      readonly is: 'APPROVED'
      readonly spend: Spend
      readonly amount: Minor
      readonly asked: Minor
      readonly due: Minor
      readonly why: WhyLess
    }
  | { readonly is: 'DECLINED'; readonly error: unknown }
  | { readonly is: 'NO_ANSWER' }

/** Asks what would be spent, which moves nothing: the money is taken when the sale is closed. */
export function useApproval(sale: Sale) {
  const { client, venue } = useStanding()
  const [approval, setApproval] = useState<Approval>()
  const last = useRef(0)
  const begin = (approval: Approval | undefined) => {
    last.current += 1
    setApproval(approval)
    return last.current
  }
  const ask = async (spend: Spend) => {
    if (spend.kind === 'NONE') return
    const mine = begin({ is: 'WAITING' })
    const answer = (approval: Approval) => mine === last.current && setApproval(approval)
    try {
      const quote = await client.purchases.submit(judgedBody({ ...sale, spend }, venue), {
        query: { simulate: true, include_explain: true },
      })
      const amount = minorOf(onRequest(quote), venue.digits)
      const asked = spend.amount ?? Math.min(totalOf(sale.basket), sale.member?.balance ?? 0)
      answer({
        is: 'APPROVED',
        spend,
        asked,
        amount,
        due: minorOf(quote.amount_due, venue.digits),
        why: whyLess(quote.explain, amountOf(asked, venue.digits), amountOf(amount, venue.digits)),
      })
    } catch (error) {
      answer(error instanceof ConnectionError ? { is: 'NO_ANSWER' } : { is: 'DECLINED', error })
    }
  }
  /** What was asked is not what is wanted any more. */
  const forget = () => void begin(undefined)
  return { approval, ask, forget }
}
