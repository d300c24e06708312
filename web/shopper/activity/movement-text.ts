import type { Movement } from '../queries.ts'
import type { Texts } from '../texts/en.ts'

/** What a movement was, and by whom or what. */
export function movementText(
  movement: Movement,
  texts: Texts,
): { readonly title: string; readonly detail: string } {
  const { reward_event, financial_event, order, transfer, type } = movement
  const types: Readonly<Record<string, string>> = texts.activity.types
  if (reward_event) {
    return {
      title: reward_event.reward_offer?.name ?? types[reward_event.type] ?? reward_event.type,
      detail: reward_event.performed_by?.name ?? '',
    }
  }
  if (order) return { title: texts.orders.number(order.number), detail: order.fulfilled_by?.name ?? '' }
  if (transfer) return { title: types.TRANSFER ?? '', detail: transfer.contact?.name ?? '' }
  if (financial_event) {
    return { title: types[financial_event.type] ?? financial_event.type, detail: financial_event.notes ?? '' }
  }
  return { title: types[type] ?? type, detail: '' }
}
