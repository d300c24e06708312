import type { Work } from '../db/index.ts'
import { invariant, present } from '../kit/invariant.ts'
import {
  blockedAccount,
  type Lot,
  lotsById,
  lotsToSettle,
  type Movement,
  pocketOf,
  post,
  readDebtsOf,
  saveDebts,
  saveLots,
} from '../ledger/index.ts'
import { readBusiness } from '../organisations/index.ts'
import { nextLine, postedLines, unwind } from '../purchases/index.ts'
import { findWallet, giveBackUse, holdWallets } from '../wallets/index.ts'
import type { WalletBlock } from './wallet-block.ts'
import { endBlock } from './wallet-blocks.store.ts'

/**
 * Gives blocked money back to its lots for good, as a void gives a spend back: what expired meanwhile may be spent for the days of
 * grace, and what was clawed back of the award that made a lot is repaid. The block is locked, its wallet not yet.
 */
export async function releaseBlock(
  work: Work,
  block: WalletBlock,
  as: 'RELEASED' | 'EXPIRED',
): Promise<void> {
  invariant(block.state === 'BLOCKED', 'only what is set aside is released')
  const wallet = await findWallet(work, block.wallet)
  const held = await holdWallets(work, [wallet])
  const { tenant } = work.actor
  const owner = { tenant, id: wallet.id, currency: block.currency }
  const lines = await postedLines(work, block)
  const before = await readDebtsOf(work.sql, owner)
  const { settings, id: business } = await readBusiness(work.db, tenant)
  const { movements, lotsMoved, debts } = unwind(
    {
      lines,
      redeems: [],
      redeemsBack: new Map(),
      lots: await lotsToSettle(work.sql, owner, {
        debts: before,
        named: lines.flatMap(({ lot }) => lot ?? []),
      }),
      debts: before,
      owner,
      business,
      at: work.at,
      graceDays: settings.graceDays,
    },
    (line) => line.amount - line.takenBack,
  )
  await post(
    work.sql,
    [{ id: block.id, firstLine: await nextLine(work, block), at: work.at, movements }],
    held.accounts,
  )
  await saveLots(work.sql, lotsMoved)
  await saveDebts(work.sql, [{ tenant, before, after: debts }])
  await countNoMore(work, block)
  await endBlock(work, block, as)
}

/**
 * Puts blocked money back into its lots just as it was, for the purchase that takes it in the same transaction; nobody else sees it
 * in between. That purchase counts against limits in its place, on the same day. The block is locked, its wallet not yet.
 */
export async function takeBlock(work: Work, block: WalletBlock): Promise<void> {
  invariant(block.state === 'BLOCKED', 'only what is set aside is taken')
  const wallet = await findWallet(work, block.wallet)
  const held = await holdWallets(work, [wallet])
  const lines = await postedLines(work, block)
  const lots = await lotsById(
    work.sql,
    work.actor.tenant,
    lines.flatMap(({ lot }) => lot ?? []),
  )
  const movements = lines
    .filter(({ kind }) => kind === 'BLOCK')
    .map(({ line, amount, lot: id }): Movement => {
      const lot: Lot = present(lots.get(id ?? ''), 'a lot of which money was set aside stays')
      lot.remaining += amount
      const ends = { from: blockedAccount(lot), to: pocketOf(lot) }
      return { kind: 'UNBLOCK', ...ends, amount, lot: lot.id, reverses: line }
    })
  await post(
    work.sql,
    [{ id: block.id, firstLine: await nextLine(work, block), at: work.at, movements }],
    held.accounts,
  )
  await saveLots(work.sql, [...lots.values()])
  await countNoMore(work, block)
  await endBlock(work, block, 'TAKEN')
}

/** On the wallet and the day on which it was counted, whatever was merged since. */
async function countNoMore(work: Work, { wallet, amount, countedAt: at }: WalletBlock): Promise<void> {
  if (at) await giveBackUse(work, { wallet, kind: 'DEBIT', amount, at })
}
