import type { Work } from '../db/index.ts'
import { record } from '../events/index.ts'
import { minorDigits } from '../kit/currency.ts'
import { AlreadyExists, invalidField, missingField } from '../kit/error.ts'
import { type ContactId, newId, type OrganisationId, type ReturnId } from '../kit/id.ts'
import { display, least, money } from '../kit/money.ts'
import { readMinor } from '../kit/reading.ts'
import type { Catalogue } from './catalogue.ts'
import { contactNamed } from './contact-named.ts'
import { type GoodsReturn, partOf, type ReturnPart } from './goods-return.ts'
import type { Purchase } from './purchase.ts'
import type { AdHocReturnBody } from './purchase-body.ts'
import { PURCHASE_COLUMNS, purchaseOfRow } from './purchases.store.ts'
import { findReturn, insertReturns } from './returns.store.ts'
import { afterReturn, saveReturned } from './save-undone.ts'
import { holdForReturn, takeBack } from './take-back.ts'

/**
 * Takes goods back whose purchase is not known: walks the contact's newest purchases at the merchant that are not fully
 * returned and takes back awards, and gives back spends, in proportion. The same reference number again gets the same answer.
 */
export async function adHocReturn(
  work: Work,
  catalogue: Catalogue,
  { body, hash }: { readonly body: AdHocReturnBody; readonly hash: Buffer },
): Promise<GoodsReturn> {
  const place = catalogue.directory.placeOf(body.organisation ?? {}, work.actor.within)
  const returnAmount = amountOf(body, catalogue.currency)
  const earlier = body.reference_number && (await findReturn(work, place.merchant.id, body.reference_number))
  if (earlier) {
    if (earlier.hash.equals(hash)) return earlier.goods
    throw AlreadyExists({
      parameters: ['return', body.reference_number ?? ''],
      detail: `A return with this reference number and other content is known: ${display(money(earlier.goods.returnAmount, catalogue.currency))}.`,
    })
  }
  const contact = await contactNamed(work, catalogue, body.contact)
  const goods: GoodsReturn = {
    id: newId<ReturnId>(),
    referenceNumber: body.reference_number,
    merchant: place.merchant.id,
    venue: place.venue?.id,
    contact,
    purchase: undefined,
    currency: catalogue.currency,
    date: body.date ?? work.at,
    returnAmount,
    ...(await walk(work, catalogue, { contact, merchant: place.merchant.id, amount: returnAmount })),
  }
  const { tenant } = work.actor
  await insertReturns(work.sql, [{ tenant, goods, hash, content: undefined, answer: undefined, at: work.at }])
  await record(work, 'purchase.returned', goods.id)
  return goods
}

function amountOf(body: AdHocReturnBody, currency: string): bigint {
  const [path, text] =
    body.return_amount === undefined
      ? (['transaction_amounts.total', body.transaction_amounts?.total] as const)
      : (['return_amount', body.return_amount] as const)
  if (text === undefined) throw missingField('return_amount', 'the value of the goods is needed')
  if (body.currency_code !== undefined && body.currency_code !== currency) {
    throw invalidField('currency_code', body.currency_code, `this business keeps its books in ${currency}`)
  }
  const amount = readMinor(path, text, minorDigits(currency))
  if (amount <= 0n) throw invalidField(path, text, 'it must be above zero')
  return amount
}

interface Walk {
  readonly contact: ContactId
  readonly merchant: OrganisationId
  readonly amount: bigint
}

// So many purchases are locked and looked at a time.
const PAGE = 200

async function walk(
  work: Work,
  catalogue: Catalogue,
  walking: Walk,
): Promise<Pick<GoodsReturn, 'parts' | 'unmatched'>> {
  const planned: { readonly purchase: Purchase; readonly amount: bigint }[] = []
  let left = walking.amount
  for (let last: Purchase | undefined; left > 0n; ) {
    const page = await returnable(work, walking, last)
    for (const purchase of page) {
      const part = least(left, purchase.total - purchase.returned)
      if (part === 0n) break
      planned.push({ purchase, amount: part })
      left -= part
    }
    last = page.at(-1)
    if (page.length < PAGE) break
  }
  await holdForReturn(
    work,
    planned.map(({ purchase }) => purchase),
  )
  const parts: ReturnPart[] = []
  for (const each of planned) parts.push(await returnPart(work, catalogue, each.purchase, each.amount))
  return { parts, unmatched: left }
}

/** The next newest purchases of the contact at the merchant of which something is left to return. */
async function returnable(
  work: Work,
  { contact, merchant }: Walk,
  last: Purchase | undefined,
): Promise<readonly Purchase[]> {
  const rows = await work.db
    .selectFrom('purchases')
    .select(PURCHASE_COLUMNS)
    .where('tenant', '=', work.actor.tenant)
    .where('contact_id', '=', contact)
    .where('merchant_id', '=', merchant)
    .where('state', '=', 'POSTED')
    .whereRef('returned', '<', 'total')
    .$if(last !== undefined, (query) =>
      query.where((p) =>
        p.or([
          p('date', '<', last?.date ?? null),
          p.and([p('date', '=', last?.date ?? null), p('id', '<', last?.id ?? '')]),
        ]),
      ),
    )
    .orderBy('date', 'desc')
    .orderBy('id', 'desc')
    .limit(PAGE)
    .forUpdate()
    .execute()
  return rows.map(purchaseOfRow)
}

/** Takes one purchase's part: what of it came back by line before counts, and the rest bears this in proportion. */
async function returnPart(
  work: Work,
  { directory }: Catalogue,
  purchase: Purchase,
  amount: bigint,
): Promise<ReturnPart> {
  const { cameBack } = purchase
  const after = { ...cameBack, amount: cameBack.amount + amount }
  const { plan, ...unwound } = await takeBack(work, directory, { purchase, after })
  await saveReturned(work, afterReturn(purchase, after, { plan, unwound }))
  return partOf(purchase.id, plan, unwound)
}
