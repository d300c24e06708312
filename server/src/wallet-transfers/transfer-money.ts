import { getContact } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { Forbidden } from '../http/index.ts'
import { minorDigits } from '../kit/currency.ts'
import { AlreadyExists, invalidField, notFound } from '../kit/error.ts'
import { codeOf, type LotId, newId, type PoolId, type WalletTransferId } from '../kit/id.ts'
import { sum } from '../kit/money.ts'
import { readPositiveMinor } from '../kit/reading.ts'
import {
  houseAccount,
  insertLots,
  type Lot,
  type Movement,
  pocketOf,
  post,
  saveLots,
} from '../ledger/index.ts'
import {
  findPool,
  findWallet,
  type HeldWallets,
  holdWallets,
  lotsInUse,
  type TakenMoney,
  takeMoney,
  tooLittle,
  useWithinLimits,
} from '../wallets/index.ts'
import { differences, type WalletTransfer } from './wallet-transfer.ts'
import type { TransferBody } from './wallet-transfers.api.ts'
import { insertTransfer, transferByCode } from './wallet-transfers.store.ts'

/** Gives money of one wallet to another; the same code again is the same transfer. */
export async function transferMoney(
  work: Work,
  idOrCode: string,
  body: TransferBody,
): Promise<WalletTransfer> {
  refusePartOfBusiness(work)
  const transfer = await readTransfer(work, idOrCode, body)
  const { origin, destination, currency, amount } = transfer
  // Held first: of the same transfer sent twice at once the second has to see what the first did.
  const held = await holdWallets(work, [
    { id: origin, currency },
    { id: destination, currency },
  ])
  const before = body.code === undefined ? undefined : await transferByCode(work, body.code)
  if (before) return sameAgain(before, transfer)

  await useWithinLimits(work, { wallet: origin, kind: 'TRANSFER', amount, currency })
  const taken = takeMoney(await givable(work, held, transfer), amount)
  const parts = taken.map((part) => ({ from: part.lot, to: lotFrom(part, transfer) }))
  await saveLots(
    work.sql,
    parts.map(({ from }) => from),
  )
  await insertLots(
    work.sql,
    parts.map(({ to }) => to),
    work.at,
  )
  const movements = parts.flatMap((part) => passOn(work, part))
  await post(work.sql, [{ id: transfer.id, firstLine: 1, at: work.at, movements }], held.accounts)
  await insertTransfer(work, transfer)
  return transfer
}

function refusePartOfBusiness({ actor }: Work): void {
  if (actor.within === undefined) return
  throw Forbidden({
    parameters: ['transfer'],
    detail: 'A wallet is of the whole business; a key of one merchant or venue cannot give its money away.',
  })
}

async function readTransfer(work: Work, idOrCode: string, body: TransferBody): Promise<WalletTransfer> {
  const origin = await findWallet(work, idOrCode)
  const destination = await walletNamed(work, body.destination)
  if (destination.id === origin.id) {
    throw invalidField('destination', 'the same wallet', 'it must be another wallet')
  }
  const id = newId<WalletTransferId>()
  return {
    id,
    code: body.code ?? codeOf(id),
    origin: origin.id,
    destination: destination.id,
    currency: origin.currency,
    amount: readPositiveMinor('amount', body.amount, minorDigits(origin.currency)),
    pool: await poolNamed(work, body.commerce_pool),
    notes: body.notes,
    date: work.at,
  }
}

async function walletNamed(
  work: Work,
  { wallet_id: wallet = '', contact_id: contact }: TransferBody['destination'],
): Promise<Pick<Awaited<ReturnType<typeof findWallet>>, 'id'>> {
  return contact === undefined ? findWallet(work, wallet) : (await getContact(work, contact)).wallet
}

async function poolNamed(work: Work, named: TransferBody['commerce_pool']): Promise<PoolId | undefined> {
  if (!named) return undefined
  const idOrCode = named.id ?? named.code ?? ''
  const pool = await findPool(work, idOrCode)
  if (!pool) throw notFound('commerce_pool', idOrCode)
  return pool.id
}

function sameAgain(before: WalletTransfer, sent: WalletTransfer): WalletTransfer {
  const fields = differences(before, sent)
  if (fields.length === 0) return before
  throw AlreadyExists({
    parameters: ['code', before.code, ...fields],
    detail: `code "${before.code}" is of another transfer; it differs in ${fields.join(', ')}.`,
    fields: fields.map((path) => ({
      path,
      code: 'differs',
      message: `${path} differs from what was sent with the same code`,
    })),
  })
}

/** What the sender can spend of the pool, or of open money; what the contact owes stays. */
async function givable(work: Work, held: HeldWallets, transfer: WalletTransfer): Promise<readonly Lot[]> {
  const { origin: id, currency, amount, pool } = transfer
  const lots = (await lotsInUse(work, held, { id })).filter((lot) => lot.pool === (pool ?? null))
  const free = sum(lots.map(({ remaining }) => remaining)) - held.debtOf({ id, currency })
  if (amount > free) {
    const of =
      pool === undefined ? 'open money less what is owed' : 'money of the commerce pool less what is owed'
    throw tooLittle({ asked: amount, held: free > 0n ? free : 0n, currency, of })
  }
  return lots
}

/** What makes the money what it is goes along; the offer stays with the lot that it awarded. */
function lotFrom({ lot, amount }: TakenMoney, { id, destination }: WalletTransfer): Lot {
  const { tenant, pool, currency, availableAt, expiresAt, funder } = lot
  return {
    tenant,
    id: newId<LotId>(),
    wallet: destination,
    pool,
    amount,
    remaining: amount,
    expired: 0n,
    currency,
    availableAt,
    expiresAt,
    funder,
    offer: null,
    offerVersion: null,
    journal: id,
  }
}

function passOn({ actor }: Work, { from, to }: { readonly from: Lot; readonly to: Lot }): Movement[] {
  const { amount, currency } = to
  const { tenant, business: organisation } = actor
  const transit = houseAccount('IN_TRANSIT', { tenant, organisation, currency, lane: 0 })
  return [
    { kind: 'TRANSFER_OUT', from: pocketOf(from), to: transit, amount, lot: from.id },
    { kind: 'TRANSFER_IN', from: transit, to: pocketOf(to), amount, lot: to.id },
  ]
}
