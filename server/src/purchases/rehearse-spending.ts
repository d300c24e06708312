import { getContact } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { codeOf } from '../kit/id.ts'
import { sum, wireNumber } from '../kit/money.ts'
import { DAY, epochSeconds, later } from '../kit/time.ts'
import { lotsSince } from '../ledger/index.ts'
import { type preferencesApi, readPreference } from '../tokens/index.ts'
import { readActivations } from '../wallets/index.ts'
import type { Catalogue } from './catalogue.ts'
import { visiblePurchases } from './find-purchase.ts'
import type { Purchase } from './purchase.ts'
import { PURCHASE_COLUMNS, purchaseOfRow } from './purchases.store.ts'
import type { RehearsalReply } from './rehearse-spending.api.ts'
import { type Rehearsed, spendOverTime } from './spend-over-time.ts'

const DAYS_BACK = 30
const MOST_PURCHASES = 1_000
const MOST_TOLD = 100

/** What the wallet would have paid without being asked, had this preference held. */
export async function rehearseSpending(
  work: Work,
  catalogue: Catalogue,
  { id, body }: { readonly id: string; readonly body: preferencesApi.PreferencesBody },
): Promise<RehearsalReply> {
  const contact = await getContact(work, id)
  const { wallet } = contact
  const preference = readPreference(body, wallet.currency, catalogue.directory)
  const from = later(work.at, -DAYS_BACK * DAY)
  const purchases = await purchasesSince(work, contact.id, from)
  const activations = await readActivations(work.sql, [{ tenant: work.actor.tenant, id: wallet.id }])
  const past = {
    ...(await lotsSince(work, wallet, from)),
    purchases,
    activated: activations.get(wallet.id),
    until: work.at,
  }
  const played = spendOverTime(past, preference, catalogue)
  const amount = (minor: bigint) => wireNumber(minor, wallet.currency)
  return {
    from: epochSeconds(from),
    until: epochSeconds(work.at),
    purchases: played.purchases.length,
    paid: played.purchases.filter((each) => each.amount > 0n).length,
    amount: amount(sum(played.purchases.map((each) => each.amount))),
    instead_of: amount(sum(purchases.map(spentByItself))),
    saved_from_expiry: amount(played.savedFromExpiry),
    short: amount(played.short),
    left: amount(played.left),
    currency_code: wallet.currency,
    content: played.purchases.slice(-MOST_TOLD).reverse().map(show),
  }
}

/** The latest of them, in the order in which they were decided. */
async function purchasesSince(work: Work, contact: string, from: Date): Promise<readonly Purchase[]> {
  const rows = await visiblePurchases(work)
    .select(PURCHASE_COLUMNS)
    .where('contact_id', '=', contact)
    .where('date', '>=', from)
    .where('state', '=', 'POSTED')
    .orderBy('date', 'desc')
    .limit(MOST_PURCHASES)
    .execute()
  return rows.map(purchaseOfRow).sort((a, b) => (a.decided < b.decided ? -1 : 1))
}

function spentByItself({ outcome }: Purchase): bigint {
  return sum(outcome.spends.map(({ method, amount }) => (method === 'AUTO_SPEND' ? amount : 0n)))
}

function show({ purchase, place, amount, because }: Rehearsed): RehearsalReply['content'][number] {
  const { id, date, total, currency } = purchase
  const { id: organisation, name } = place.venue ?? place.merchant
  return {
    id,
    code: codeOf(id),
    date: epochSeconds(date),
    organisation: { id: organisation, name },
    total: wireNumber(total, currency),
    amount: wireNumber(amount, currency),
    because: because ?? null,
  }
}
