import type { Work } from '../db/index.ts'
import { money } from '../kit/money.ts'
import type { FeedEvent } from './feeds.store.ts'
import { type EventKind, kindOf } from './kinds.ts'
import { type News, readNews, type Thing } from './news.store.ts'
import type { Draft } from './write-messages.ts'
import type { Value } from './write-text.ts'

/** Where a thing of the kind may be found; what brings awards has two places. */
const THINGS: Readonly<Record<EventKind, readonly Thing[]>> = {
  AWARD: ['purchases', 'rewardEvents'],
  SPEND: ['purchases'],
  VOID: ['purchases'],
  RETURN: ['returns'],
  CLAIM: ['purchases'],
  PAYOUT_PAID: ['payouts'],
  PAYOUT_FAILED: ['payouts'],
  ORDER_CREATED: ['orders'],
  ORDER_STARTED: ['orders'],
  ORDER_READY: ['orders'],
  ORDER_COMPLETED: ['orders'],
  ORDER_CANCELLED: ['orders'],
}

interface ToTell {
  readonly event: FeedEvent
  readonly kind: EventKind
}

/** What contacts are to be told of the events; those that are nobody's are left out. */
export async function draftsOf(work: Work, events: readonly FeedEvent[]): Promise<readonly Draft[]> {
  const toTell = events.flatMap((event): ToTell[] => {
    const kind = kindOf(event.type)
    return kind === undefined ? [] : [{ event, kind }]
  })
  const news = await newsOf(work, toTell)
  return toTell.flatMap(({ event, kind }) => {
    const found = THINGS[kind].map((thing) => news.get(thing)?.get(event.entity)).find((each) => each)
    if (!found) return []
    return [draftOf(kind, event.id, found)]
  })
}

export function draftOf(kind: EventKind, cause: string, news: News): Draft {
  const { contact, language } = news
  return { kind, cause, contact, language, values: valuesOf(kind, news) }
}

async function newsOf(
  { sql, actor }: Work,
  toTell: readonly ToTell[],
): Promise<ReadonlyMap<Thing, ReadonlyMap<string, News>>> {
  const found = new Map<Thing, ReadonlyMap<string, News>>()
  for (const thing of new Set(toTell.flatMap(({ kind }) => THINGS[kind]))) {
    const ids = toTell.filter(({ kind }) => THINGS[kind].includes(thing)).map(({ event }) => event.entity)
    const rows = await readNews(sql, { tenant: actor.tenant, thing, ids })
    found.set(thing, new Map(rows.map((row) => [row.entity, row])))
  }
  return found
}

/** What a text may name, by name. */
function valuesOf(kind: EventKind, news: News): Readonly<Record<string, Value>> {
  const { currency, place, number, reason } = news
  const amounts: Partial<Record<EventKind, bigint>> = { AWARD: news.award, SPEND: news.spend }
  return {
    name: news.firstName ?? '',
    place,
    number,
    reason,
    amount: money(amounts[kind] ?? news.amount, currency),
    total: money(news.total, currency),
    award: money(news.award, currency),
    spend: money(news.spend, currency),
  }
}
