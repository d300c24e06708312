import type { Runner } from '../db/index.ts'
import type { AccountId } from '../kit/id.ts'
import { type AccountState, contactAccount, pocketOf } from './account.ts'
import { reownDebts } from './debts.store.ts'
import { lockAccounts } from './ledger.store.ts'
import { blockedByLot, lotsOfWallet, movedSince, reownLots, setClosed } from './merge-wallets.store.ts'
import { accountsOf, type MergeTrace, type ToMerge } from './merge-wallets.ts'
import { post } from './post.ts'
import type { Movement } from './transfer.ts'

type ToSplit = Omit<ToMerge, 'journal' | 'at'>

export interface HeldWallets {
  readonly accounts: ReadonlyMap<AccountId, AccountState>
  /** What moved last since the merge. */
  readonly moved: { readonly kind: string; readonly at: Date } | undefined
}

interface Since {
  readonly trace: MergeTrace
  /** Journals of merges that were undone and of their undoing: nothing is left of them. */
  readonly except: readonly string[]
}

/** Locks both wallets of a merge, of which the one that was merged takes money again, and says what moved since. */
export async function holdMergedWallets(
  sql: Runner,
  { tenant, currency, from, into }: ToSplit,
  { trace: { entries }, except }: Since,
): Promise<HeldWallets> {
  const ofFrom = accountsOf({ tenant, id: from, currency })
  const ofInto = accountsOf({ tenant, id: into, currency })
  await setClosed(sql, ofFrom, false)
  const accounts = await lockAccounts(sql, [...ofFrom, ...ofInto])
  return { accounts, moved: await movedSince(sql, tenant, { entries, except }) }
}

interface ToBringBack {
  readonly trace: MergeTrace
  /** What the merged contact owed. */
  readonly debt: bigint
  readonly accounts: ReadonlyMap<AccountId, AccountState>
}

/** Moves what a merge moved back to where it was: lot by lot, with what is set aside of them, and the debt. Nothing moved since. */
export async function splitWallets(
  sql: Runner,
  { tenant, currency, journal, at, ...merge }: ToMerge,
  { trace, debt, accounts }: ToBringBack,
): Promise<void> {
  const from = { tenant, id: merge.from, currency }
  const into = { tenant, id: merge.into, currency }
  const went = new Set(trace.lots)
  const lots = (await lotsOfWallet(sql, tenant, merge.into)).filter(({ id }) => went.has(id))
  const blocked = await blockedByLot(sql, contactAccount('CONTACT_BLOCKED', into))
  const movements: Movement[] = [
    ...lots
      .filter(({ remaining }) => remaining > 0n)
      .map((lot) => ({
        kind: 'MERGE' as const,
        from: pocketOf(lot),
        to: pocketOf({ ...lot, wallet: merge.from }),
        amount: lot.remaining,
        lot: lot.id,
      })),
    ...blocked
      .filter(({ lot }) => went.has(lot))
      .map(({ lot, amount }) => ({
        kind: 'MERGE' as const,
        from: contactAccount('CONTACT_BLOCKED', into),
        to: contactAccount('CONTACT_BLOCKED', from),
        amount,
        lot,
      })),
    ...(debt > 0n
      ? [
          {
            kind: 'MERGE' as const,
            from: contactAccount('CONTACT_DEBT', from),
            to: contactAccount('CONTACT_DEBT', into),
            amount: debt,
          },
        ]
      : []),
  ]
  if (movements.length > 0) await post(sql, [{ id: journal, firstLine: 1, at, movements }], accounts)
  const back = { tenant, from: merge.into, into: merge.from }
  await reownLots(sql, { ...back, only: trace.lots })
  await reownDebts(sql, { ...back, only: trace.debts })
}
