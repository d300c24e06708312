import type { Work } from '../db/index.ts'
import { type AccountId, idOf, type LotId, newId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import { least } from '../kit/money.ts'
import {
  type AccountRef,
  type AccountState,
  contactAccount,
  houseAccount,
  insertLots,
  type Lot,
  lockAccounts,
  lotsById,
  type Movement,
  type MovementKind,
  oweTo,
  post,
  saveLots,
} from '../ledger/index.ts'
import { journalOf, type Payout } from './payout.ts'

/** A line of a payout's journal, as far as payouts need it. */
export interface JournalLine {
  readonly line: number
  readonly kind: MovementKind
  readonly amount: bigint
  readonly lot: LotId | undefined
  /** Of the organisation's account at its end or its beginning. */
  readonly lane: number
}

export async function readJournal({ db, actor }: Work, payout: Payout): Promise<readonly JournalLine[]> {
  const rows = await db
    .selectFrom('transfers as t')
    .innerJoin('accounts as f', (on) =>
      on.onRef('f.tenant', '=', 't.tenant').onRef('f.id', '=', 't.from_account'),
    )
    .innerJoin('accounts as a', (on) =>
      on.onRef('a.tenant', '=', 't.tenant').onRef('a.id', '=', 't.to_account'),
    )
    .select(['t.line', 't.kind', 't.amount', 't.lot_id', 'f.lane as from_lane', 'a.lane as to_lane'])
    .where('t.tenant', '=', actor.tenant)
    .where('t.journal_id', '=', journalOf(payout))
    .orderBy('t.line')
    .execute()
  return rows.map((row) => ({
    line: row.line,
    kind: row.kind as MovementKind,
    amount: row.amount,
    lot: row.lot_id === null ? undefined : idOf<LotId>(row.lot_id),
    lane: Math.max(row.from_lane, row.to_lane),
  }))
}

/** Appends movements to the payout's journal. */
export async function append(
  work: Work,
  {
    payout,
    lines,
    movements,
    locked,
  }: {
    readonly payout: Payout
    readonly lines: readonly JournalLine[]
    readonly movements: readonly Movement[]
    readonly locked?: ReadonlyMap<AccountId, AccountState>
  },
): Promise<void> {
  const firstLine = Math.max(-1, ...lines.map(({ line }) => line)) + 1
  await post(work.sql, [{ id: journalOf(payout), firstLine, at: work.at, movements }], locked)
}

/** Where the payout's money waits: the lane of the business's account to which it was spent or withdrawn. */
export function clearingOf(work: Work, payout: Payout, lines: readonly JournalLine[]): AccountRef {
  const source = lines.find(({ kind }) => kind === 'PAYOUT_SPEND' || kind === 'PAYOUT_REQUEST')
  const { lane } = present(source, 'a payout begins with money that is spent or withdrawn')
  const { tenant, business: organisation } = work.actor
  return houseAccount('PAYOUT_CLEARING', { tenant, organisation, currency: payout.currency, lane })
}

function paidOut(clearing: AccountRef): AccountRef {
  const { tenant, owner, currency, lane } = clearing
  return houseAccount('PAID_OUT', { tenant, organisation: owner, currency, lane })
}

/** The provider has it. */
export async function moveOut(work: Work, payout: Payout): Promise<void> {
  const lines = await readJournal(work, payout)
  const from = clearingOf(work, payout, lines)
  const movements: Movement[] = [{ kind: 'PAYOUT_SENT', from, to: paidOut(from), amount: payout.amount }]
  await append(work, { payout, lines, movements })
}

/** The provider sent it back, or gave it back on demand. */
export async function moveIn(work: Work, payout: Payout): Promise<void> {
  const lines = await readJournal(work, payout)
  const sent = present(
    lines.findLast(({ kind }) => kind === 'PAYOUT_SENT'),
    'only what was sent comes back',
  )
  const to = clearingOf(work, payout, lines)
  const movements: Movement[] = [
    { kind: 'PAYOUT_RETURNED', from: paidOut(to), to, amount: sent.amount, reverses: sent.line },
  ]
  await append(work, { payout, lines, movements })
}

function ownerOf({ tenant, wallet: id, currency }: Payout) {
  return { tenant, id, currency }
}

/** Holds the wallet, whose commerce account is its lock, and then the other accounts of the contact. */
export async function lockWallet(work: Work, payout: Payout): Promise<Map<AccountId, AccountState>> {
  const owner = ownerOf(payout)
  const commerce = await lockAccounts(work.sql, [contactAccount('CONTACT_COMMERCE', owner)])
  const others = await lockAccounts(work.sql, [
    contactAccount('CONTACT_OPEN', owner),
    contactAccount('CONTACT_DEBT', owner),
  ])
  return new Map([...commerce, ...others])
}

/** Pays into the contact's own wallet: open money that nobody funds and that does not expire. */
export async function moveToWallet(work: Work, payout: Payout): Promise<void> {
  const locked = await lockWallet(work, payout)
  const lines = await readJournal(work, payout)
  const lot = lotOfPayout(work, payout)
  const movements: Movement[] = [
    {
      kind: 'PAYOUT_TO_WALLET',
      from: clearingOf(work, payout, lines),
      to: contactAccount('CONTACT_OPEN', ownerOf(payout)),
      amount: payout.amount,
      lot: lot.id,
    },
  ]
  await insertLots(work.sql, [lot], work.at)
  await append(work, { payout, lines, movements, locked })
}

function lotOfPayout({ at }: Work, payout: Payout): Lot {
  return {
    tenant: payout.tenant,
    id: newId<LotId>(),
    wallet: payout.wallet,
    pool: null,
    amount: payout.amount,
    remaining: payout.amount,
    expired: 0n,
    currency: payout.currency,
    availableAt: at,
    expiresAt: null,
    funder: null,
    offer: null,
    offerVersion: null,
    journal: journalOf(payout),
  }
}

/** Takes a payout to the wallet back, or a part: what of it was used meanwhile becomes a debt. */
export async function moveFromWallet(work: Work, payout: Payout, amount: bigint): Promise<void> {
  const locked = await lockWallet(work, payout)
  const lines = await readJournal(work, payout)
  const paid = present(
    lines.findLast(({ kind }) => kind === 'PAYOUT_TO_WALLET'),
    'only what was paid to the wallet is taken from it',
  )
  const lots = await lotsById(work.sql, work.actor.tenant, paid.lot === undefined ? [] : [paid.lot])
  const lot = present(lots.get(paid.lot ?? ''), 'a payout to a wallet made a lot')
  const to = clearingOf(work, payout, lines)
  const owner = ownerOf(payout)
  const taken = least(lot.remaining, amount)
  const owed = amount - taken
  const back = { kind: 'PAYOUT_RETURNED', to, reverses: paid.line } as const
  const movements: Movement[] = [
    ...(taken > 0n
      ? [{ ...back, from: contactAccount('CONTACT_OPEN', owner), amount: taken, lot: lot.id }]
      : []),
    ...(owed > 0n
      ? [{ ...back, from: contactAccount('CONTACT_DEBT', owner), amount: owed, lot: lot.id }]
      : []),
  ]
  lot.remaining -= taken
  await saveLots(work.sql, [lot])
  if (owed > 0n) await oweTo(work, lot, owed)
  await append(work, { payout, lines, movements, locked })
}
