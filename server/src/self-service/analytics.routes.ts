import type { Contact } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { type Route, route } from '../http/index.ts'
import { epochSeconds, later } from '../kit/time.ts'
import { localDay, offsetAt } from '../kit/zone.ts'
import { ordersApi } from '../orders/index.ts'
import { readBusiness } from '../organisations/index.ts'
import { journalsApi } from '../wallets/index.ts'
import { type Analytics, analyseOwn, type Metric } from './analytics.api.ts'
import type { BackOffice } from './ask-back-office.ts'
import { ownContact } from './own.ts'

const MONTHS = 12

export function analyticsRoutes(office: BackOffice): readonly Route[] {
  return [
    route(analyseOwn, async (work, { params, query }) => {
      const contact = await ownContact(work, params.id)
      return analyse(office, work, { contact, metrics: query.metrics })
    }),
  ]
}

interface Asked {
  readonly contact: Contact
  readonly metrics: readonly Metric[]
}

async function analyse(office: BackOffice, work: Work, { contact, metrics }: Asked): Promise<Analytics> {
  const wants = (metric: Metric) => metrics.includes(metric)
  const wallet = contact.wallet.id
  const all = wants('wallet_totals') ? await totalsOf(office, work, { wallet }) : undefined
  const months =
    wants('awards_per_month') || wants('redeems_per_month') ? await byMonth(office, work, wallet) : []
  const orders = wants('total_orders') ? await countOrders(office, work, contact.id) : undefined
  return {
    ...(orders !== undefined && { total_orders: orders }),
    ...(all && {
      wallet_totals: {
        total_top_ups: all.TOP_UP ?? 0,
        total_spent: all.SPENT ?? 0,
        total_sent: all.SENT ?? 0,
        total_received: all.RECEIVED ?? 0,
      },
    }),
    ...(wants('awards_per_month') && {
      awards_per_month: months.map(({ at, totals }) => ({ amount: totals.AWARDED ?? 0, timestamp: at })),
    }),
    ...(wants('redeems_per_month') && {
      redeems_per_month: months.map(({ at, totals }) => ({ amount: totals.REDEEMED ?? 0, timestamp: at })),
    }),
  }
}

async function countOrders(office: BackOffice, work: Work, id: string): Promise<number> {
  const query = { size: 1, include_total: true } as const
  const { paging } = await office.ask(work, ordersApi.listOrdersOfContact, { params: { id }, query })
  return paging.total ?? 0
}

type Totals = Readonly<Record<string, number>>

async function byMonth(office: BackOffice, work: Work, wallet: string) {
  const { timeZone } = await readBusiness(work.db, work.actor.tenant)
  const starts = startsOfMonths(work.at, timeZone).map(epochSeconds)
  const months: { readonly at: number; readonly totals: Totals }[] = []
  for (const [index, at] of starts.entries()) {
    const next = starts[index + 1]
    const posted_on = { gte: at, ...(next !== undefined && { lt: next }) }
    months.push({ at, totals: await totalsOf(office, work, { wallet, posted_on }) })
  }
  return months
}

interface OfWallet {
  readonly wallet: string
  readonly posted_on?: { readonly gte: number; readonly lt?: number }
}

async function totalsOf(
  office: BackOffice,
  work: Work,
  { wallet: id, posted_on }: OfWallet,
): Promise<Totals> {
  const query = posted_on === undefined ? {} : { posted_on }
  const told = await office.ask(work, journalsApi.summariseTotals, { params: { id }, query })
  return Object.fromEntries(told.wallet_totals.map(({ type, total }) => [type, total]))
}

/** The first moments of this month and of those before it, by the clock of the business. */
export function startsOfMonths(at: Date, zone: string): readonly Date[] {
  const today = localDay(at, zone)
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  return Array.from({ length: MONTHS }, (_, index) => {
    const wall = new Date(Date.UTC(year, month - MONTHS + index, 1))
    const guess = later(wall, -offsetAt(wall, zone))
    return later(wall, -offsetAt(guess, zone))
  })
}
