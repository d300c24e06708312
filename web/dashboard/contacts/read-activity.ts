import type { CallOptions, Tillback } from '@tillback/sdk'
import { viewOf } from '../address.ts'
import { stageName } from '../orders/stage-name.ts'
import { texts, wordFor } from '../texts.ts'
import { inOneLine, type Moment } from './moments.ts'

const words = texts.contact.activity
const EACH = 30

interface Whose {
  readonly contact: string
  readonly wallet: string | undefined
}

interface Listed {
  readonly moments: readonly Moment[]
  readonly hasMore: boolean
}

/** Everything that happened around a contact, from the lists that each tell a part. What a key may not see is left out. */
export async function readActivity(client: Tillback, whose: Whose, options: CallOptions) {
  const lists = await Promise.allSettled(
    [purchases, movements, corrections, payouts, orders, messages, acts].map((read) =>
      read(client, whose, options),
    ),
  )
  return inOneLine(lists.flatMap((list) => (list.status === 'fulfilled' ? [list.value] : [])))
}

type Read = (client: Tillback, whose: Whose, options: CallOptions) => Promise<Listed>
const NOTHING: Listed = { moments: [], hasMore: false }

const purchases: Read = async (client, { contact }, options) => {
  const { content, paging } = await client.purchases.list({ contact_id: contact, size: EACH }, options)
  const moments = content.map((purchase): Moment => {
    const { id, reference_number, code, organisation, transaction_amounts, currency_code } = purchase
    return {
      key: id,
      // Lists are read in the order in which things came in; a receipt of last week comes in today.
      at: purchase.created_on,
      icon: 'receipt',
      name: words.purchase(reference_number ?? code),
      about: organisation.name,
      money: { amount: transaction_amounts.total, currency: currency_code, tone: 'plain' },
      to: viewOf('purchases', { id }),
    }
  })
  return { moments, hasMore: paging.has_more }
}

const movements: Read = async (client, { wallet }, options) => {
  if (wallet === undefined) return NOTHING
  const { content, paging } = await client.wallets.listTransactions(wallet, { size: EACH }, options)
  const moments = content.map((line): Moment => {
    const purchase = line.reward_event?.purchase_id
    return {
      key: line.id,
      at: line.posted_on,
      icon: line.type === 'DEBIT' ? 'spend' : 'award',
      name: wordFor(texts.wallet.types, line.transaction_type),
      about: line.reward_event?.reward_offer?.name ?? texts.wallet.pockets[line.pocket],
      money: {
        amount: line.type === 'DEBIT' ? -line.amount : line.amount,
        currency: line.currency,
        tone: line.pocket === 'BUSINESS_COMMERCE' ? 'award' : 'cash',
      },
      group: [line.transaction_type, line.type, line.pocket, purchase ?? line.id, line.posted_on].join(' '),
      ...(purchase ? { to: viewOf('purchases', { id: purchase }) } : {}),
    }
  })
  return { moments, hasMore: paging.has_more }
}

/** Those that were posted are movements. */
const corrections: Read = async (client, { contact, wallet }, options) => {
  if (wallet === undefined) return NOTHING
  const { content, paging } = await client.adjustments.list(wallet, { size: EACH }, options)
  const moments = content.flatMap(
    ({ id, state, type, created_on, amount, currency_code, reason }): Moment[] => {
      if (state === 'POSTED') return []
      return [
        {
          key: id,
          at: created_on,
          icon: 'edit',
          name: words.corrections[state],
          about: reason,
          money: { amount: type === 'DEBIT' ? -amount : amount, currency: currency_code, tone: 'plain' },
          to: viewOf('contacts', { id: contact, tab: 'adjustments' }),
        },
      ]
    },
  )
  return { moments, hasMore: paging.has_more }
}

const payouts: Read = async (client, { wallet }, options) => {
  if (wallet === undefined) return NOTHING
  const { content, paging } = await client.payouts.list({ wallet_id: wallet, size: EACH }, options)
  const moments = content.map(
    ({ id, created_on, state, amount, currency_code }): Moment => ({
      key: id,
      at: created_on,
      icon: 'payout',
      name: texts.purchase.payout,
      about: texts.payouts.states[state],
      money: { amount, currency: currency_code, tone: 'cash' },
      to: viewOf('payouts', { open: id }),
    }),
  )
  return { moments, hasMore: paging.has_more }
}

const orders: Read = async (client, { contact }, options) => {
  const { content, paging } = await client.orders.listOfContact(contact, { size: EACH }, options)
  const moments = content.map(
    ({ id, number, submitted_date, state, stage, total, currency }): Moment => ({
      key: id,
      at: submitted_date,
      icon: 'bag',
      name: words.order(number),
      about: state === 'IN_PROGRESS' && stage ? stageName(stage) : texts.orders.states[state],
      money: { amount: total, currency, tone: 'plain' },
      to: viewOf('contacts', { id: contact, tab: 'orders', open: id }),
    }),
  )
  return { moments, hasMore: paging.has_more }
}

const messages: Read = async (client, { contact }, options) => {
  const { content, paging } = await client.communications.list(contact, { size: EACH }, options)
  const moments = content.map(
    ({ id, created_on, subject, channel }): Moment => ({
      key: id,
      at: created_on,
      icon: 'inbox',
      name: subject,
      about: wordFor(texts.contact.messages.channels, channel),
      group: `${subject} ${created_on}`,
    }),
  )
  return { moments, hasMore: paging.has_more }
}

const acts: Read = async (client, { contact }, options) => {
  const { content, paging } = await client.auditLog.list({ target_id: contact, size: EACH }, options)
  const moments = content.map(
    ({ number, date, by, operation }): Moment => ({
      key: `act ${number}`,
      at: date,
      icon: 'shield',
      name: wordFor(words.acts, operation),
      about: words.act(by.name),
      to: viewOf('audit', { filters: { target: contact } }),
    }),
  )
  return { moments, hasMore: paging.has_more }
}
