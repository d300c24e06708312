import type { Epoch } from '../../kit/moment.ts'
import type { Movement } from '../queries.ts'
import type { Texts } from '../texts/en.ts'

type Told = Pick<
  Movement,
  | 'reward_event'
  | 'financial_event'
  | 'order'
  | 'transfer'
  | 'type'
  | 'transaction_type'
  | 'wallet_expiration'
>

/** What a movement was, and by whom or what. */
export function movementText(
  { reward_event: reward, financial_event: event, order, transfer, type, transaction_type: kind }: Told,
  texts: Texts,
): { readonly title: string; readonly detail: string } {
  const types: Readonly<Record<string, string>> = texts.activity.types
  const word = types[kind] ?? (type === 'CREDIT' ? texts.activity.moneyIn : texts.activity.moneyOut)
  const place = reward?.performed_by?.name ?? order?.fulfilled_by?.name ?? ''
  const offer = reward?.reward_offer?.name
  if (kind === 'AWARD' && offer !== undefined) return { title: offer, detail: place }
  if (kind === 'WALLET_BALANCE_EXPIRATION') return { title: word, detail: offer ?? '' }
  if (kind === 'USE_WALLET_FUNDS' && order) {
    const words = type === 'DEBIT' ? texts.activity.setAside : texts.activity.released
    return { title: words, detail: texts.orders.number(order.number) }
  }
  if (transfer) return { title: word, detail: transfer.contact?.name ?? '' }
  return { title: word, detail: place || (event?.notes ?? '') }
}

/** When what moved the money was done: a till may have told of it later, and a receipt is claimed afterwards. */
export function whenMoved({ reward_event, posted_on }: Pick<Movement, 'reward_event' | 'posted_on'>): Epoch {
  return reward_event?.date ?? posted_on
}
