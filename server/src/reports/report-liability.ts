import type { Work } from '../db/index.ts'
import { invalidField } from '../kit/error.ts'
import { wireNumber } from '../kit/money.ts'
import { epochSeconds } from '../kit/time.ts'
import { readBusiness } from '../organisations/index.ts'
import { finalUntil } from './finality.store.ts'
import type { LiabilityReply } from './liability.api.ts'
import {
  type Dimension,
  EXPIRIES,
  type Held,
  type HeldGroup,
  type HeldOf,
  type HeldTotal,
  heldAt,
} from './liability.store.ts'
import { namesOf } from './names.store.ts'
import { requireWholeBusiness } from './report-period.ts'

export interface LiabilityQuery {
  readonly at?: Date | undefined
  readonly by: readonly Dimension[]
  readonly of: HeldOf
  readonly page: number
  readonly size: number
  readonly include_total: boolean
}

/** What the business owes its contacts at an instant, to the cent, from the movements up to it. */
export async function reportLiability(work: Work, query: LiabilityQuery): Promise<LiabilityReply> {
  requireWholeBusiness(work.actor)
  const { by, of, page, size } = query
  const instant = query.at ?? work.at
  if (instant > work.at) throw invalidField('at', instant.toISOString(), 'an instant that is not ahead')
  const final = instant <= (await finalUntil(work))
  const { totals, groups } = await heldAt(work, {
    instant,
    by,
    of,
    limit: size + 1,
    offset: (page - 1) * size,
  })
  const { currency } = await readBusiness(work.db, work.actor.tenant)
  const rows = groups.slice(0, size)
  const show = await shower(work, by, rows)
  const total = totals.reduce((sum, { groups: count }) => sum + count, 0)
  return {
    at: epochSeconds(instant),
    instant: instant.toISOString(),
    final,
    totals: (totals.length > 0 ? totals : [nothingIn(currency)]).map(showTotal),
    content: rows.map(show),
    paging: { page, size, total: query.include_total ? total : null, has_more: groups.length > size },
  }
}

function nothingIn(currency: string): HeldTotal {
  const nothing = {
    available: 0n,
    pending: 0n,
    blocked: 0n,
    expired: 0n,
    debts: 0n,
    payouts: 0n,
    passes: 0n,
    passesOver: 0n,
  }
  return { currency, ...nothing, groups: 0 }
}

function showTotal(total: HeldTotal): LiabilityReply['totals'][number] {
  const { currency, available, pending, blocked, expired, debts, payouts, passes, passesOver } = total
  return {
    ...showHeld(total),
    in_wallets: wireNumber(available + pending + blocked + expired, currency),
    debts: wireNumber(debts, currency),
    payouts_due: wireNumber(payouts, currency),
    passes_due: wireNumber(passes, currency),
    passes_expired_not_posted: wireNumber(passesOver, currency),
  }
}

function showHeld({ currency, available, pending, blocked, expired }: Held) {
  return {
    currency_code: currency,
    liability: wireNumber(available + pending + blocked, currency),
    available: wireNumber(available, currency),
    pending: wireNumber(pending, currency),
    blocked: wireNumber(blocked, currency),
    expired_not_posted: wireNumber(expired, currency),
  }
}

/** Only what was grouped by is shown; null is a group as well: no funder, no offer, open money. */
async function shower(work: Work, by: readonly Dimension[], rows: readonly HeldGroup[]) {
  const organisation = await namesOf(
    work,
    'organisation',
    rows.flatMap(({ funder, merchant }) => [funder, merchant]),
  )
  const names = {
    funder: organisation,
    merchant: organisation,
    offer: await namesOf(
      work,
      'offer',
      rows.map(({ offer }) => offer),
    ),
    pool: await namesOf(
      work,
      'pool',
      rows.map(({ pool }) => pool),
    ),
    wallet: await namesOf(
      work,
      'wallet',
      rows.map(({ wallet }) => wallet),
    ),
    purchase: await namesOf(
      work,
      'purchase',
      rows.map(({ purchase }) => purchase),
    ),
  }
  return (row: HeldGroup): LiabilityReply['content'][number] => ({
    ...showHeld(row),
    ...Object.fromEntries(
      by.flatMap((dimension) =>
        dimension === 'expiry' ? [] : [[dimension, names[dimension](row[dimension])]],
      ),
    ),
    ...(by.includes('expiry') && { expiry: EXPIRIES.find((expiry) => expiry === row.expiry) }),
  })
}
