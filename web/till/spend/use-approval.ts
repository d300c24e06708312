import { ConnectionError } from '@tillback/sdk'
import { useState } from 'react'
import { useStanding } from '../api/client.ts'
import { totalOf } from '../sale/basket.ts'
import { type Minor, minorOf } from '../sale/minor.ts'
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
  const ask = async (spend: Spend) => {
    if (spend.kind === 'NONE') return
    setApproval({ is: 'WAITING' })
    try {
      const quote = await client.purchases.submit(judgedBody({ ...sale, spend }, venue), {
        query: { simulate: true, include_explain: true },
      })
      const asked = spend.amount ?? Math.min(totalOf(sale.basket), sale.member?.balance ?? 0)
      setApproval({
        is: 'APPROVED',
        spend,
        asked,
        amount: minorOf(onRequest(quote), venue.digits),
        due: minorOf(quote.amount_due, venue.digits),
        why: whyLess(quote.explain, asked / 10 ** venue.digits),
      })
    } catch (error) {
      setApproval(error instanceof ConnectionError ? { is: 'NO_ANSWER' } : { is: 'DECLINED', error })
    }
  }
  return { approval, ask }
}
