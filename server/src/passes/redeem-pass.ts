import { createContact, getContact } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { minorDigits } from '../kit/currency.ts'
import { invalidField, notFound } from '../kit/error.ts'
import { type LotId, newId, type PoolId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import { display, money as moneyOf, wireNumber } from '../kit/money.ts'
import { readPositiveMinor } from '../kit/reading.ts'
import { epochSeconds, later, MINUTE } from '../kit/time.ts'
import { expiryOf } from '../kit/validity.ts'
import { insertLots, type Lot, pocketOf, post } from '../ledger/index.ts'
import { directoryOf, readBusiness, readOrganisations, readTaps } from '../organisations/index.ts'
import {
  findPool,
  findWallet,
  holdWallets,
  readPools,
  useWithinLimits,
  type Wallet,
} from '../wallets/index.ts'
import { isGranted, nextLineOf, type PassBooks, type PassMoney, purseOf } from './pass-money.ts'
import { passProblem } from './pass-problem.ts'
import type { RedeemBody, RedeemReply } from './passes.api.ts'
import { type HeldPass, holdPass, saveEnded } from './passes.store.ts'
import { readPassPlans } from './plans.store.ts'
import { insertRedemption } from './redemptions.store.ts'
import { passBooks } from './sell-passes.ts'

/**
 * Puts the money of a pass into a wallet as a lot of its own. The pass is held from the first look at it on, so of many who redeem it at
 * once exactly one does. Row of the pass first, then the wallet: that is the order of locks. The money can be spent from `from` on: a
 * purchase that brings the pass along is judged as of its own time, which may be earlier.
 */
export async function redeemPass(
  work: Work,
  body: RedeemBody,
  { from = work.at }: { readonly from?: Date } = {},
): Promise<RedeemReply> {
  const pass = await holdPass(work, body.code)
  if (!pass) throw notFound('pass', body.code)
  const { currency } = await readBusiness(work.db, work.actor.tenant)
  const money = await redeemable(work, { pass, body, currency })
  const wallet = await walletFor(work, pass, body)
  const organisation = await placeOf(work, body)
  const books = (await passBooks(work))(pass.id, money)
  const { id: walletId } = wallet
  const { value: amount, pool } = money
  const held = await holdWallets(work, [wallet])
  await useWithinLimits(work, { wallet: walletId, kind: 'TOP_UP', amount, currency })

  const lot = await newLot(work, { wallet, money, books, availableAt: from })
  await insertLots(work.sql, [lot], work.at)
  const purse = purseOf(money, books)
  const movement = { kind: 'PASS_REDEMPTION', from: purse, to: pocketOf(lot), amount, lot: lot.id } as const
  const journal = { id: pass.id, firstLine: nextLineOf(money), at: work.at, movements: [movement] }
  await post(work.sql, [journal], held.accounts)
  await saveEnded(work, pass.id, 'REDEEMED')
  const redemption = { wallet: walletId, organisation, currency, amount, pool, date: readDate(work, body) }
  await insertRedemption(work, { id: pass.id, ...redemption, customFields: body.custom_fields })
  return {
    id: pass.id,
    pass: { id: pass.id, code: pass.code },
    contact: wallet.contact,
    wallet_id: walletId,
    amount: wireNumber(amount, currency),
    currency_code: currency,
    commerce_pool: await poolNamed(work, pool),
    expires_on: lot.expiresAt && epochSeconds(lot.expiresAt),
    date: epochSeconds(redemption.date),
  }
}

interface ToRedeem {
  readonly pass: HeldPass
  readonly body: RedeemBody
  readonly currency: string
}

/** The money, if the pass may be redeemed by this contact now. */
async function redeemable(work: Work, { pass, body, currency }: ToRedeem): Promise<PassMoney> {
  const plans = await readPassPlans(work.db, work.actor.tenant)
  const plan = present(plans.get(pass.plan), 'a plan that has passes is not deleted')
  const contact = await contactMeant(work, pass, body)
  const problem = passProblem(pass, plan, { at: work.at, contact, pin: body.pin })
  if (problem) throw problem
  if (!pass.money) {
    const detail = 'it opens an offer; send it with a purchase'
    throw invalidField('code', `a pass of "${plan.name}" (PROMOTION)`, detail)
  }
  if (body.value !== undefined) refuseOtherValue(pass.money, body.value, currency)
  return pass.money
}

/** Without a wallet, whoever the pass is for. */
async function contactMeant(work: Work, { contact }: HeldPass, body: RedeemBody) {
  if (body.wallet_id !== undefined) return (await findWallet(work, body.wallet_id)).contact.id
  return body.contact_id === undefined ? contact : (await getContact(work, body.contact_id)).id
}

function refuseOtherValue({ value }: PassMoney, sent: string, currency: string): void {
  const asked = readPositiveMinor('value', sent, minorDigits(currency))
  if (asked === value) return
  const shown = (minor: bigint) => display(moneyOf(minor, currency))
  throw invalidField(
    'value',
    shown(asked),
    `the pass carries ${shown(value)} and is redeemed as a whole; the rest stays in the wallet`,
  )
}

async function walletFor(work: Work, pass: HeldPass, body: RedeemBody): Promise<Wallet> {
  if (body.wallet_id !== undefined) return findWallet(work, body.wallet_id)
  const contact = body.contact_id ?? pass.contact
  if (contact !== undefined) return findWallet(work, (await getContact(work, contact)).wallet.id)
  // As the guide's wallets do: the pass goes on as what its holder is known by.
  const unnamed = await createContact(work, {
    first_name: pass.code,
    loyalty_identifiers: [{ identifier: pass.code }],
  })
  return findWallet(work, unnamed.wallet.id)
}

async function placeOf({ db, actor }: Work, { organisation }: RedeemBody) {
  const { tenant, business, within } = actor
  const directory = directoryOf(await readOrganisations(db, tenant), await readTaps(db, tenant))
  const { merchant, venue } = directory.placeOf(organisation ?? { id: within ?? business }, within)
  return (venue ?? merchant).id
}

// A till's clock may run ahead a little.
const AHEAD = 5 * MINUTE

function readDate({ at }: Work, { date = at }: RedeemBody): Date {
  if (date <= later(at, AHEAD)) return date
  throw invalidField('date', date.toISOString(), 'it may not be ahead')
}

async function poolNamed({ db, actor }: Work, id: PoolId | undefined) {
  if (id === undefined) return null
  return { id, name: (await readPools(db, actor.tenant)).get(id)?.name ?? '' }
}

interface ToCredit {
  readonly wallet: Wallet
  readonly money: PassMoney
  readonly books: PassBooks
  readonly availableAt: Date
}

/** Money that was paid for is nobody's gift: what of it expires in its pool is the business's. */
async function newLot(work: Work, { wallet, money, books, availableAt }: ToCredit): Promise<Lot> {
  const { value: amount, pool: poolId } = money
  const pool = poolId && present(await findPool(work, poolId), 'a pool with passes is not deleted')
  return {
    tenant: work.actor.tenant,
    id: newId<LotId>(),
    wallet: wallet.id,
    pool: poolId ?? null,
    amount,
    remaining: amount,
    expired: 0n,
    currency: wallet.currency,
    availableAt,
    expiresAt: pool?.validity ? expiryOf(work.at, pool.validity) : null,
    funder: isGranted(money) ? books.merchant : null,
    offer: null,
    offerVersion: null,
    journal: books.pass,
  }
}
