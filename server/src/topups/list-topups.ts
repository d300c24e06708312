import type { Work } from '../db/index.ts'
import { wire } from '../http/index.ts'
import { notFound } from '../kit/error.ts'
import { wireNumber } from '../kit/money.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import { readOrganisations } from '../organisations/index.ts'
import { findWallet, readPools, walletsMergedInto } from '../wallets/index.ts'
import type { Topup, TopupMethod, TopupState } from './topup.ts'
import type { TopupReply } from './topups.api.ts'
import { countTopups, findTopup, owedOf, pageOfTopups, type TopupFilter } from './topups.store.ts'

interface ListQuery {
  readonly page: number
  readonly size: number
  readonly order: 'ASC' | 'DESC'
  readonly include_total: boolean
  readonly wallet_id?: string | undefined
  readonly code?: string | undefined
  readonly state?: TopupState | undefined
  readonly payment_method?: TopupMethod | undefined
  readonly topup_date?: Parameters<typeof wire.boundsOf>[0]
}

/** A wallet's top-ups are also those of the wallets that were merged into it. */
export async function listTopups(work: Work, query: ListQuery): Promise<Page<TopupReply>> {
  const { page, size, order, wallet_id: wallet, code, state } = query
  const filter: TopupFilter = {
    wallets: wallet === undefined ? undefined : await walletsMergedInto(work, await findWallet(work, wallet)),
    code,
    state,
    method: query.payment_method,
    ...wire.boundsOf(query.topup_date),
  }
  const rows = await pageOfTopups(work, filter, { page, size, order })
  const total = query.include_total ? await countTopups(work, filter) : null
  return pageOf({ page, size, includeTotal: query.include_total }, rows, await shower(work, rows), total)
}

export async function getTopup(work: Work, idOrCode: string): Promise<TopupReply> {
  const topup = await findTopup(work, idOrCode)
  if (!topup) throw notFound('topup', idOrCode)
  const show = await shower(work, [topup])
  return show(topup)
}

async function shower(work: Work, rows: readonly Topup[]): Promise<(topup: Topup) => TopupReply> {
  const { db, actor } = work
  const pools = await readPools(db, actor.tenant)
  const names = new Map((await readOrganisations(db, actor.tenant)).map(({ id, name }) => [id, name]))
  const owed = await owedOf(
    work,
    rows.flatMap(({ id, state }) => (state === 'CANCELLED' ? [id] : [])),
  )
  return (topup) => {
    const { id, organisation, pool, currency, methodId } = topup
    return {
      id,
      code: topup.code,
      state: topup.state,
      wallet_id: topup.wallet,
      amount: wireNumber(topup.amount, currency),
      currency_code: currency,
      commerce_pool: pool === undefined ? null : { id: pool, name: pools.get(pool)?.name ?? '' },
      payment_method: { type: topup.method, id: methodId ?? null },
      organisation: { id: organisation, name: names.get(organisation) ?? '' },
      topup_date: epochSeconds(topup.date),
      notes: topup.notes ?? null,
      created_on: epochSeconds(topup.createdAt),
      cancellation: cancellationOf(topup, owed.get(id) ?? 0n),
    }
  }
}

function cancellationOf(
  { cancelledAt, reason, amount, currency }: Topup,
  owed: bigint,
): TopupReply['cancellation'] {
  return (
    (cancelledAt && {
      cancelled_on: epochSeconds(cancelledAt),
      reason: reason ?? null,
      taken_back: wireNumber(amount - owed, currency),
      debt: wireNumber(owed, currency),
    }) ??
    null
  )
}
