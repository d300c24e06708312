import type { z } from 'zod'
import type { Work } from '../db/index.ts'
import { endpoint, wire } from '../http/index.ts'
import { NotFound, notFound } from '../kit/error.ts'
import { parseGuid } from '../kit/id.ts'
import { sum, wireNumber } from '../kit/money.ts'
import { epochSeconds } from '../kit/time.ts'
import { awardsTakenBack, spendsGivenBack } from './goods-return.ts'
import { returnById } from './returns.store.ts'
import { returnReply } from './undo.api.ts'

export const getReturn = endpoint({
  name: 'getReturn',
  method: 'GET',
  path: '/backoffice/v2/returns/{id}',
  tag: 'Purchases',
  summary: 'Read a return, of a known purchase or ad hoc, by its id',
  access: 'purchases:read',
  effect: 'reads',
  params: wire.idParams,
  reply: returnReply,
  errors: [NotFound],
})

/** Amounts in the currency of the return. */
export async function showReturnOf(work: Work, id: string): Promise<z.input<typeof returnReply>> {
  const guid = parseGuid(id)
  const goods = guid === undefined ? undefined : await returnById(work, guid)
  const { within } = work.actor
  const isVisible = within === undefined || goods?.merchant === within || goods?.venue === within
  if (!goods || !isVisible) throw notFound('return', id)
  const show = (minor: bigint) => wireNumber(minor, goods.currency)
  return {
    id: goods.id,
    reference_number: goods.referenceNumber ?? null,
    type: goods.purchase === undefined ? 'AD_HOC_RETURN' : 'RETURN',
    date: epochSeconds(goods.date),
    currency_code: goods.currency,
    contact: goods.contact === undefined ? null : { id: goods.contact },
    organisation: { id: goods.venue ?? goods.merchant },
    purchase: goods.purchase === undefined ? null : { id: goods.purchase },
    return_amount: show(goods.returnAmount),
    amount: show(awardsTakenBack(goods)),
    return_spent_amount: show(spendsGivenBack(goods)),
    debt: show(sum(goods.parts.map(({ debt }) => debt))),
    unmatched_amount: show(goods.unmatched),
    purchases: goods.parts.map((part) => ({
      id: part.purchase,
      return_amount: show(part.amount),
      amount: show(part.award),
      return_spent_amount: show(part.spend),
    })),
  }
}
