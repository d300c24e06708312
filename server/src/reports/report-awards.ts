import type { Work } from '../db/index.ts'
import { sum, wireNumber } from '../kit/money.ts'
import type { AccountKind } from '../ledger/index.ts'
import { type Flow, flowsOf } from './flows.store.ts'
import { namesOf } from './names.store.ts'
import { reachOf } from './performance.store.ts'
import { periodOf, requireWholeBusiness, tellPeriod } from './report-period.ts'
import type { AwardsReply } from './reports.api.ts'

const USED: readonly AccountKind[] = ['ACCEPTOR', 'PAYOUT_CLEARING']

/** What every offer's money did in a period: given, taken back, used, expired; whenever it was given. */
export async function reportAwards(
  work: Work,
  query: { readonly from?: Date | undefined; readonly to?: Date | undefined },
): Promise<AwardsReply> {
  requireWholeBusiness(work.actor)
  const period = periodOf(work, query)
  const told = await tellPeriod(work, period)
  const flows = (await flowsOf(work, period, 'OFFER')).filter(({ group }) => group !== null)
  const name = await namesOf(
    work,
    'offer',
    flows.map(({ group }) => group),
  )
  const reached = await reachOf(work, period)
  const groups = [...Map.groupBy(flows, ({ group, currency }) => `${currency}|${group}`).values()]
  return {
    ...told,
    content: groups.flatMap((of) => {
      const offer = name(of[0]?.group)
      return offer ? [{ offer, contacts: reached.get(offer.id) ?? 0, ...reckon(of) }] : []
    }),
  }
}

function reckon(flows: readonly Flow[]) {
  const currency = flows[0]?.currency ?? ''
  const show = (minor: bigint) => wireNumber(minor, currency)
  const into = (...kinds: AccountKind[]) =>
    sum(flows.flatMap(({ to, amount }) => (kinds.includes(to.kind) ? [amount] : [])))
  const outOf = (...kinds: AccountKind[]) =>
    sum(flows.flatMap(({ from, amount }) => (kinds.includes(from.kind) ? [amount] : [])))
  return {
    currency_code: currency,
    awards: flows.reduce((all, { movement, count }) => all + (movement === 'AWARD' ? count : 0), 0),
    awarded: show(outOf('FUNDER')),
    reversed: show(into('FUNDER')),
    spent: show(into(...USED) - outOf(...USED)),
    expired: show(into('BREAKAGE') - outOf('BREAKAGE')),
  }
}
