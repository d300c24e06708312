import type { Api, Reply } from './api.ts'
import type { RealBasket } from './baskets.ts'
import { instantOf } from './calendar.ts'
import type { Oddities } from './oddities.ts'
import type { Posted } from './undo.ts'

interface Answer {
  readonly id: string
  readonly rewards: { readonly award: number; readonly spend: number }
  readonly wallet: { readonly total: number } | null
}

export interface Tally {
  sent: number
  replayed: number
  awardedCents: number
  spentCents: number
  spends: number
  /** Of every request, in milliseconds. */
  readonly latencies: number[]
  /** The first answers, to be compared with those of the same requests sent again. */
  readonly first: { readonly body: object; readonly text: string }[]
  readonly posted: Posted[]
}

export interface Sending {
  readonly api: Api
  readonly shiftDays: number
  /** Coupons by the basket that shows them. */
  readonly shown: ReadonlyMap<string, string>
  readonly concurrency: number
  readonly oddities: Oddities
}

/** Every fourth basket of a household pays with what the wallet holds; the rest only earn. */
const SPENDS_EVERY = 4
const SENT_AGAIN = 500

/** What is known of a household from its answers so far. */
interface Shopper {
  visits: number
  walletCents: number
  last: Promise<void>
}

export function emptyTally(): Tally {
  return {
    sent: 0,
    replayed: 0,
    awardedCents: 0,
    spentCents: 0,
    spends: 0,
    latencies: [],
    first: [],
    posted: [],
  }
}

/** Time order overall; a household's next basket waits for its last answer, whose balance it may spend. */
export async function sendAll(baskets: readonly RealBasket[], sending: Sending, tally: Tally): Promise<void> {
  const shoppers = new Map<string, Shopper>()
  const running = new Set<Promise<void>>()
  for (const basket of baskets) {
    while (running.size >= sending.concurrency) await Promise.race(running)
    const shopper = shoppers.get(basket.household) ?? { visits: 0, walletCents: 0, last: Promise.resolve() }
    shoppers.set(basket.household, shopper)
    const sent = shopper.last.then(() => sendBasket(basket, shopper, { ...sending, tally }))
    shopper.last = sent
    const isDone = sent.finally(() => running.delete(isDone))
    running.add(isDone)
  }
  await Promise.all(running)
}

async function sendBasket(
  basket: RealBasket,
  shopper: Shopper,
  sending: Sending & { readonly tally: Tally },
): Promise<void> {
  const { tally } = sending
  shopper.visits += 1
  const mayUse = shopper.visits % SPENDS_EVERY === 0
  const spendCents = mayUse ? Math.min(shopper.walletCents, basket.totalCents) : 0
  const body = bodyOf(basket, sending, spendCents)
  const started = performance.now()
  const { reply, sent } = await submit(body, sending)
  tally.latencies.push(performance.now() - started)
  const answer: Answer = JSON.parse(reply.text)
  shopper.walletCents = Math.round((answer.wallet?.total ?? 0) * 100)
  tally.sent += 1
  tally.awardedCents += Math.round(answer.rewards.award * 100)
  tally.spentCents += Math.round(answer.rewards.spend * 100)
  tally.spends += answer.rewards.spend > 0 ? 1 : 0
  tally.replayed += reply.replayed ? 1 : 0
  tally.posted.push({ id: answer.id, basket })
  if (tally.first.length < SENT_AGAIN) tally.first.push({ body: sent, text: reply.text })
}

type Body = ReturnType<typeof bodyOf>

function bodyOf(
  { basket, household, store, at, ...bought }: RealBasket,
  { shiftDays, shown }: Sending,
  spendCents: number,
) {
  const { lines, totalCents, discountCents, couponCents, hasFuel } = bought
  const coupon = shown.get(basket)
  return {
    reference_number: basket,
    contact: { loyalty_identifier: household },
    organisation: { venue_tap: { code: store } },
    transaction_amounts: {
      total: text(totalCents),
      ...(discountCents > 0 ? { discount: text(discountCents) } : {}),
    },
    date: Math.floor(instantOf(at, shiftDays).getTime() / 1_000),
    channel: 'POS',
    products: lines.map(({ product, quantity, cents, taxCents }) => ({
      sku: product,
      quantity,
      total_amount: text(cents),
      ...(taxCents > 0 ? { net_amount: text(cents - taxCents), tax_amount: text(taxCents) } : {}),
    })),
    ...(hasFuel ? { classification: { code: 'FUEL', name: 'Fuel' } } : {}),
    ...(couponCents > 0 ? { tender: [{ type: 'COUPON', amount: text(couponCents) }] } : {}),
    ...(coupon === undefined ? {} : { pass: { code: coupon } }),
    ...(spendCents > 0 ? { spend_request: { amount: text(spendCents) } } : {}),
  }
}

export function text(cents: number): string {
  return (cents / 100).toFixed(2)
}

/** As a cashier would: when the coupon is refused, the purchase goes on without it. */
async function submit(
  body: Body,
  { api, oddities }: Sending,
): Promise<{ readonly reply: Reply; readonly sent: object }> {
  const reply = await api.send('POST', 'purchases', body)
  if (reply.status === 200) return { reply, sent: body }
  const { pass, ...plain } = body
  if (pass === undefined || !/PASS|"pass"/.test(reply.text)) throw refused(reply, body)
  const again = await api.send('POST', 'purchases', plain)
  if (again.status !== 200) throw refused(again, plain)
  const error = errorOf(reply)
  const isKnown = error.endsWith('ALREADYEXISTSEXCEPTION')
  oddities.add(isKnown ? 'coupons that an earlier run had refused' : `coupons refused: ${error}`)
  return { reply: again, sent: plain }
}

function refused({ status, text }: Reply, body: object): Error {
  return new Error(`${status} ${text} for ${JSON.stringify(body)}`)
}

function errorOf({ text }: Reply): string {
  const { error }: { readonly error?: string } = JSON.parse(text)
  return error ?? 'without a code'
}

/** Sends the first requests a second time; answers how many were not answered as before. */
export async function sendAgain(api: Api, { first }: Tally): Promise<number> {
  let different = 0
  for (const { body, text } of first) {
    const reply = await api.send('POST', 'purchases', body)
    if (reply.status !== 200 || reply.text !== text) different += 1
  }
  return different
}
