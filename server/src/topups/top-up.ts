import { randomInt } from 'node:crypto'
import { getContact } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { Forbidden } from '../http/index.ts'
import { may } from '../kit/actor.ts'
import { minorDigits } from '../kit/currency.ts'
import { AlreadyExists, invalidField, notFound } from '../kit/error.ts'
import { idOf, type LotId, newId, type TopupId } from '../kit/id.ts'
import { display, money } from '../kit/money.ts'
import { readPositiveMinor } from '../kit/reading.ts'
import { DAY, later, MINUTE } from '../kit/time.ts'
import { expiryOf } from '../kit/validity.ts'
import {
  type AccountRef,
  houseAccount,
  insertLots,
  LANES,
  type Lot,
  pocketOf,
  post,
} from '../ledger/index.ts'
import {
  approvalAbove,
  directoryOf,
  type Place,
  readBusiness,
  readOrganisations,
  readTaps,
} from '../organisations/index.ts'
import { findPool, findWallet, holdWallets, useWithinLimits, type Wallet } from '../wallets/index.ts'
import { differences, type Topup } from './topup.ts'
import type { TopupBody } from './topups.api.ts'
import { GrantTooLarge } from './topups.errors.ts'
import { grantedSince, insertTopup, topupNamed } from './topups.store.ts'

/** Puts money from outside, or of who gives it, into a wallet as a lot of its own; the same code again is the same top-up. */
export async function topUp(work: Work, body: TopupBody): Promise<Topup> {
  const { topup, place, lot } = await readTopup(work, body)
  const { id, wallet, currency, amount, method } = topup
  // Held first: of the same top-up sent twice at once the second has to see what the first did.
  const held = await holdWallets(work, [{ id: wallet, currency }])
  const before = await topupNamed(work, topup)
  if (before) return sameAgain(work, { before, sent: topup, body })

  if (method === 'GRANT') await refuseLargeGrant(work, topup)
  await useWithinLimits(work, { wallet, kind: limitedAs(topup), amount, currency })
  await insertLots(work.sql, [lot], work.at)
  const from = sourceOf(topup, { tenant: work.actor.tenant, organisation: place.merchant.id })
  const movements = [{ kind: 'TOP_UP', from, to: pocketOf(lot), amount, lot: lot.id } as const]
  await post(work.sql, [{ id, firstLine: 1, at: work.at, movements }], held.accounts)
  await insertTopup(work, topup)
  return topup
}

/** What a limit of the wallet calls it: money that is given away is a credit by hand. */
export function limitedAs({ method }: Pick<Topup, 'method'>): 'CREDIT' | 'TOP_UP' {
  return method === 'GRANT' ? 'CREDIT' : 'TOP_UP'
}

/** The account that pays for it: of what came in from outside, or of who gives it. The lane follows from the id, so a void finds it. */
export function sourceOf(
  { id, method, currency }: Pick<Topup, 'id' | 'method' | 'currency'>,
  merchant: { readonly tenant: number; readonly organisation: string },
): AccountRef {
  const lane = Number.parseInt(id.slice(-1), 16) % LANES
  return houseAccount(method === 'GRANT' ? 'FUNDER' : 'TOPUP_CLEARING', { ...merchant, currency, lane })
}

interface Read {
  readonly topup: Topup
  readonly place: Place
  readonly lot: Lot
}

async function readTopup(work: Work, body: TopupBody): Promise<Read> {
  const { at, actor } = work
  const wallet = await walletNamed(work, body)
  const place = await placeNamed(work, body)
  const pool = body.commerce_pool_id === undefined ? undefined : await findPool(work, body.commerce_pool_id)
  if (body.commerce_pool_id !== undefined && !pool) throw notFound('commerce_pool', body.commerce_pool_id)
  const { type: method, id: methodId } = body.payment_method
  if (method === 'GRANT') requireGranting(work)
  const { currency } = wallet
  if (body.currency_code !== undefined && body.currency_code !== currency) {
    throw invalidField('currency_code', body.currency_code, `the wallet is kept in ${currency}`)
  }
  const amount = readPositiveMinor('amount', body.amount, minorDigits(currency))
  const topup: Topup = {
    id: body.id === undefined ? newId<TopupId>() : idOf<TopupId>(body.id),
    code: body.code ?? sixteenDigits(),
    wallet: wallet.id,
    organisation: (place.venue ?? place.merchant).id,
    currency,
    amount,
    pool: pool?.id,
    method,
    methodId,
    date: readDate(work, body),
    notes: body.notes,
    lot: newId<LotId>(),
    state: 'POSTED',
    reason: undefined,
    createdAt: at,
    cancelledAt: undefined,
  }
  const lot: Lot = {
    tenant: actor.tenant,
    id: topup.lot,
    wallet: wallet.id,
    pool: pool?.id ?? null,
    amount,
    remaining: amount,
    expired: 0n,
    currency,
    availableAt: at,
    expiresAt: pool?.validity ? expiryOf(at, pool.validity) : null,
    funder: method === 'GRANT' ? place.merchant.id : null,
    offer: null,
    offerVersion: null,
    journal: topup.id,
  }
  return { topup, place, lot }
}

async function walletNamed(
  work: Work,
  { wallet_id: wallet = '', contact_id: contact }: TopupBody,
): Promise<Pick<Wallet, 'id' | 'currency'>> {
  return contact === undefined ? findWallet(work, wallet) : (await getContact(work, contact)).wallet
}

async function placeNamed({ db, actor }: Work, { organisation }: TopupBody): Promise<Place> {
  const { tenant, business, within } = actor
  const directory = directoryOf(await readOrganisations(db, tenant), await readTaps(db, tenant))
  return directory.placeOf(organisation ?? { id: within ?? business }, within)
}

function requireGranting({ actor }: Work): void {
  if (may(actor, 'adjustments:write')) return
  throw Forbidden({
    parameters: ['adjustments:write'],
    detail: 'A GRANT gives money away for which nobody paid; the key needs adjustments:write for it.',
  })
}

// A till's clock may run ahead a little.
const AHEAD = 5 * MINUTE

function readDate({ at }: Work, { topup_date: date = at }: TopupBody): Date {
  if (date <= later(at, AHEAD)) return date
  throw invalidField('topup_date', date.toISOString(), 'it may not be ahead')
}

function sixteenDigits(): string {
  const eight = () => String(randomInt(10 ** 8)).padStart(8, '0')
  return eight() + eight()
}

interface Repeated {
  readonly before: Topup
  readonly sent: Topup
  readonly body: TopupBody
}

async function sameAgain(work: Work, { before, sent, body }: Repeated): Promise<Topup> {
  // Its contact may have been merged into another meanwhile.
  const { id: wallet } = await findWallet(work, before.wallet)
  const madeUp = {
    id: body.id === undefined,
    code: body.code === undefined,
    date: body.topup_date === undefined,
  }
  const fields = differences({ ...before, wallet }, sent, madeUp)
  if (fields.length === 0) return before
  const [name, value] = before.code === sent.code ? ['code', before.code] : ['id', before.id]
  throw AlreadyExists({
    parameters: [name, value, ...fields],
    detail: `${name} "${value}" is of another top-up; it differs in ${fields.join(', ')}.`,
    fields: fields.map((path) => ({
      path,
      code: 'differs',
      message: `${path} differs from what was sent before`,
    })),
  })
}

/** Parts count together, under the wallet's lock; more needs a correction, which a second person approves. */
async function refuseLargeGrant(work: Work, { wallet, amount, currency }: Topup): Promise<void> {
  const { settings } = await readBusiness(work.db, work.actor.tenant)
  const most = approvalAbove(settings, currency)
  const granted = await grantedSince(work, wallet, later(work.at, -DAY))
  if (granted + amount <= most) return
  const shown = (minor: bigint) => display(money(minor, currency))
  const message = `amount is ${shown(amount)}; with ${shown(granted)} granted within 24 hours at most ${shown(most)} is allowed`
  throw GrantTooLarge({
    parameters: [shown(granted + amount), shown(most)],
    detail: `${message}. Ask for a correction of the wallet, which somebody else approves.`,
    fields: [{ path: 'amount', code: 'too_large', message }],
  })
}
