import { type LotId, newId, type OrganisationId, type PoolId, type WalletId } from '../src/kit/id.ts'
import {
  breakageAccount,
  contactAccount,
  houseAccount,
  insertLots,
  type Lot,
  lockAccounts,
  lotsLeft,
  type Movement,
  type MovementKind,
  oweTo,
  pocketOf,
  post,
  readDebtsOf,
  relieve,
  saveDebts,
  saveLots,
} from '../src/ledger/index.ts'
import type { TestBusiness } from './harness.ts'

/** Movements that no purchase makes, posted by hand as their use cases post them. */

export interface HandBooked {
  readonly business: TestBusiness
  readonly wallets: readonly WalletId[]
  /** Who sold the top-ups; the business, or one of its merchants. */
  readonly seller: OrganisationId
  readonly pool: PoolId
  /** A whole number below the bound. */
  readonly draw: (bound: number) => number
}

type Posting = {
  readonly movements: readonly Movement[]
  readonly made?: readonly Lot[]
  readonly changed?: readonly Lot[]
  readonly owed?: { readonly lot: Lot; readonly amount: bigint }
}

type Decide = (lots: readonly Lot[], wallet: WalletId, other: WalletId, at: Date) => Posting | undefined

/** Locks two wallets, shows their lots and books what is decided; answers whether there was anything. */
export function book({ business, wallets, draw }: HandBooked, decide: Decide): Promise<boolean> {
  const wallet = wallets[draw(wallets.length)]
  const other = wallets[draw(wallets.length)]
  if (!wallet || !other) return Promise.resolve(false)
  return business.work(async (work) => {
    const {
      sql,
      at,
      actor: { tenant },
    } = work
    const owners = [...new Set([wallet, other])].map((id) => ({ tenant, id, currency: 'EUR' }))
    const kinds = ['CONTACT_COMMERCE', 'CONTACT_OPEN', 'CONTACT_DEBT'] as const
    const locked = await lockAccounts(
      sql,
      owners.flatMap((owner) => kinds.map((kind) => contactAccount(kind, owner))),
    )
    const decided = decide(await lotsLeft(sql, owners), wallet, other, at)
    if (!decided || decided.movements.length === 0) return false
    const { movements, made = [], changed = [], owed } = decided
    await insertLots(sql, made, at)
    await post(sql, [{ id: newId(), firstLine: 1, at, movements }], locked)
    await saveLots(sql, changed)
    if (owed) await oweTo(work, owed.lot, owed.amount)
    return true
  })
}

type Act = (books: HandBooked) => Promise<boolean>

const house = (
  { business }: HandBooked,
  kind: Parameters<typeof houseAccount>[0],
  organisation = business.actor.business,
) => houseAccount(kind, { tenant: business.actor.tenant, organisation, currency: 'EUR', lane: 0 })

function newLot(
  { business, pool }: HandBooked,
  wallet: WalletId,
  given: Partial<Lot> & { amount: bigint },
): Lot {
  return {
    tenant: business.actor.tenant,
    id: newId<LotId>(),
    wallet,
    pool: given.pool === undefined ? pool : given.pool,
    amount: given.amount,
    remaining: given.amount,
    expired: 0n,
    currency: 'EUR',
    availableAt: given.availableAt ?? new Date(0),
    expiresAt: given.expiresAt ?? null,
    funder: given.funder ?? null,
    offer: null,
    offerVersion: null,
    journal: newId(),
  }
}

/** New money in a wallet. */
function credit(kind: MovementKind, from: Parameters<typeof houseAccount>[0], ofPool: boolean): Act {
  return (books) =>
    book(books, (_, wallet) => {
      const amount = BigInt(1 + books.draw(900))
      const lot = newLot(books, wallet, { amount, ...(ofPool ? {} : { pool: null }) })
      const organisation = from === 'TOPUP_CLEARING' ? books.seller : undefined
      return {
        movements: [{ kind, from: house(books, from, organisation), to: pocketOf(lot), amount, lot: lot.id }],
        made: [lot],
      }
    })
}

/** A part of a lot that leaves the wallets. */
function debit(kind: MovementKind, to: Parameters<typeof houseAccount>[0], fits: (lot: Lot) => boolean): Act {
  return (books) =>
    book(books, (lots) => {
      const lot = lots.find(fits)
      if (!lot) return undefined
      const amount = BigInt(1 + books.draw(Number(lot.remaining)))
      lot.remaining -= amount
      return {
        movements: [{ kind, from: pocketOf(lot), to: house(books, to), amount, lot: lot.id }],
        changed: [lot],
      }
    })
}

/** A part of a lot that becomes a new lot, by way of the account of what is in transit. */
function passOn(
  kinds: readonly [MovementKind, MovementKind],
  fits: (lot: Lot) => boolean,
  become: (lot: Lot, other: WalletId) => { readonly wallet: WalletId; readonly pool: PoolId | null },
): Act {
  return (books) =>
    book(books, (lots, wallet, other) => {
      const lot = lots.find((each) => each.wallet === wallet && fits(each))
      if (!lot) return undefined
      const amount = BigInt(1 + books.draw(Number(lot.remaining)))
      const { wallet: owner, pool } = become(lot, other)
      const { expiresAt, funder, availableAt } = lot
      const made = newLot(books, owner, { amount, pool, expiresAt, funder, availableAt })
      lot.remaining -= amount
      const transit = house(books, 'IN_TRANSIT')
      return {
        movements: [
          { kind: kinds[0], from: pocketOf(lot), to: transit, amount, lot: lot.id },
          { kind: kinds[1], from: transit, to: pocketOf(made), amount, lot: made.id },
        ],
        made: [made],
        changed: [lot],
      }
    })
}

/** Money of the business from one of its accounts to another. */
function between(
  kind: MovementKind,
  from: Parameters<typeof houseAccount>[0],
  to: Parameters<typeof houseAccount>[0],
): Act {
  return (books) =>
    book(books, () => ({
      movements: [
        { kind, from: house(books, from), to: house(books, to), amount: BigInt(1 + books.draw(50)) },
      ],
    }))
}

const expire: Act = async (books) => {
  let any = false
  for (let tries = 0; tries < 4; tries++) {
    any ||= await book(books, (lots, _wallet, _other, at) => {
      const due = lots.filter(({ expiresAt }) => expiresAt !== null && expiresAt <= at)
      const movements = due.map((lot): Movement => {
        const amount = lot.remaining
        lot.expired += amount
        lot.remaining = 0n
        const to = breakageAccount(lot, books.business.actor.business)
        return { kind: 'EXPIRY', from: pocketOf(lot), to, amount, lot: lot.id }
      })
      return { movements, changed: due }
    })
  }
  return any
}

/** A part of a lot goes back where a top-up came from, and as much is owed because it was spent. */
const reverseTopUp: Act = (books) =>
  book(books, (lots, wallet) => {
    const lot = lots.find((each) => each.wallet === wallet)
    if (!lot) return undefined
    lot.remaining -= 1n
    const { tenant } = books.business.actor
    const owes = contactAccount('CONTACT_DEBT', { tenant, id: wallet, currency: 'EUR' })
    const back = { to: house(books, 'TOPUP_CLEARING', books.seller), amount: 1n, lot: lot.id }
    return {
      movements: [
        { kind: 'TOP_UP_REVERSAL', from: pocketOf(lot), ...back },
        { kind: 'TOP_UP_REVERSAL_TO_DEBT', from: owes, ...back },
      ],
      changed: [lot],
      owed: { lot, amount: 1n },
    }
  })

/** A lot expires, and a part of it is taken back from breakage. */
const reverseExpired: Act = (books) =>
  book(books, (lots, _wallet, _other, at) => {
    const lot = lots.find(({ expiresAt }) => expiresAt !== null && expiresAt <= at)
    if (!lot) return undefined
    const { remaining: amount } = lot
    const breakage = breakageAccount(lot, books.business.actor.business)
    lot.expired += amount - 1n
    lot.remaining = 0n
    const to = house(books, 'TOPUP_CLEARING', books.seller)
    return {
      movements: [
        { kind: 'EXPIRY', from: pocketOf(lot), to: breakage, amount, lot: lot.id },
        { kind: 'TOP_UP_REVERSAL_FROM_BREAKAGE', from: breakage, to, amount: 1n, lot: lot.id },
      ],
      changed: [lot],
    }
  })

/** Of a contact who owes something. */
const relieveDebt: Act = async ({ business, wallets }) => {
  for (const id of wallets) {
    const isDone = await business.work(async ({ sql, at, actor: { tenant, business: organisation } }) => {
      const owner = { tenant, id, currency: 'EUR' }
      const kinds = ['CONTACT_COMMERCE', 'CONTACT_OPEN', 'CONTACT_DEBT'] as const
      const locked = await lockAccounts(
        sql,
        kinds.map((kind) => contactAccount(kind, owner)),
      )
      const before = await readDebtsOf(sql, owner)
      const { book: after, amount } = relieve(before, 1n)
      if (amount === 0n) return false
      await saveDebts(sql, [{ tenant, before, after }])
      const from = houseAccount('ADJUSTMENT', { tenant, organisation, currency: 'EUR', lane: 0 })
      const to = contactAccount('CONTACT_DEBT', owner)
      const movement: Movement = { kind: 'DEBT_RELIEF', from, to, amount }
      await post(sql, [{ id: newId(), firstLine: 1, at, movements: [movement] }], locked)
      return true
    })
    if (isDone) return true
  }
  return false
}

const isOpen = ({ pool }: Lot) => pool === null
const isAny = () => true

export const ACTS: readonly Act[] = [
  expire,
  expire,
  credit('TOP_UP', 'TOPUP_CLEARING', false),
  reverseTopUp,
  reverseExpired,
  credit('ADJUSTMENT_CREDIT', 'ADJUSTMENT', false),
  credit('PAYOUT_TO_WALLET', 'PAYOUT_CLEARING', false),
  credit('PAYOUT_REFUND', 'PAYOUT_CLEARING', false),
  debit('ADJUSTMENT_DEBIT', 'ADJUSTMENT', isAny),
  debit('PAYOUT_REQUEST', 'PAYOUT_CLEARING', isOpen),
  passOn(['TRANSFER_OUT', 'TRANSFER_IN'], isAny, ({ pool }, wallet) => ({ wallet, pool })),
  passOn(
    ['REDEEM_OUT', 'REDEEM_IN'],
    (lot) => !isOpen(lot),
    ({ wallet }) => ({ wallet, pool: null }),
  ),
  between('PAYOUT_SENT', 'PAYOUT_CLEARING', 'PAID_OUT'),
  between('PAYOUT_RETURNED', 'PAID_OUT', 'PAYOUT_CLEARING'),
  relieveDebt,
]
