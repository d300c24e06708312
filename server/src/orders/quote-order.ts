import type { Work } from '../db/index.ts'
import { moneyOfPass, redeemPass } from '../passes/index.ts'
import { type Catalogues, type JudgedWithin, judgeWithin } from '../purchases/index.ts'
import type { DraftOrder } from './draft-order.ts'
import type { Order, OrderPass } from './order.ts'
import type { AskedBody } from './order-body.ts'
import { purchaseOfOrder } from './purchase-of-order.ts'
import { readFunds } from './wallet-funds.ts'

export interface QuotedOrder {
  readonly pass: OrderPass | undefined
  /** What the contact asks the wallet to pay. */
  readonly fundsAsked: bigint | undefined
  readonly judged: JudgedWithin
}

/**
 * What the order would give and take if it were completed now; the wallet is locked from here on. A pass with money is redeemed into
 * the wallet first, so that its money can be set aside with the rest: whoever only wants to know undoes that.
 */
export async function quoteOrder(
  work: Work,
  catalogues: Catalogues,
  { draft, body }: { readonly draft: DraftOrder; readonly body: AskedBody },
): Promise<QuotedOrder> {
  const pass = body.pass && (await bringPass(work, draft, body.pass))
  const { contact, currency, total } = draft
  const fundsAsked = await readFunds(work, body, { contact, currency, total, broughtByPass: pass?.money })
  return { pass, fundsAsked, judged: await judgeDraft(work, catalogues, { draft, pass, funds: fundsAsked }) }
}

interface ToJudge {
  readonly draft: DraftOrder
  readonly pass: OrderPass | undefined
  readonly funds: bigint | undefined
}

/** As the completion will judge it, with so much of the wallet. */
export function judgeDraft(
  work: Work,
  catalogues: Catalogues,
  { draft, pass, funds }: ToJudge,
): Promise<JudgedWithin> {
  const body = purchaseOfOrder({ ...draft, pass }, funds)
  return judgeWithin(work, catalogues, { body, simulate: true })
}

async function bringPass(
  work: Work,
  { contact, merchant, venue }: Pick<Order, 'contact' | 'merchant' | 'venue'>,
  { code, pin }: NonNullable<AskedBody['pass']>,
): Promise<OrderPass> {
  const money = await moneyOfPass(work, code)
  if (money === undefined) return { code, pin, money }
  const sent = { code, ...(pin !== undefined && { pin }) }
  await redeemPass(work, { ...sent, contact_id: contact, organisation: { id: venue ?? merchant } })
  return { code, pin: undefined, money }
}
