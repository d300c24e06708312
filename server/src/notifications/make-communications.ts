import { type Database, runnerOfTransaction, transact, type Work } from '../db/index.ts'
import type { EventType } from '../events/index.ts'
import { type Actor, nobody } from '../kit/actor.ts'
import { type CommunicationId, newId } from '../kit/id.ts'
import { money } from '../kit/money.ts'
import type { Clock } from '../kit/time.ts'
import { type Business, readBusiness } from '../organisations/index.ts'
import type { Communication } from './communication.ts'
import { insertCommunications } from './communications.store.ts'
import { type FeedEvent, holdFeed, nextEvents, saveFeed, tenantsWithEventsToTell } from './feeds.store.ts'
import { KIND_OF, type Kind } from './kinds.ts'
import { type News, readNews, type Thing } from './news.store.ts'
import { textFor } from './texts.ts'
import { type Value, writeText } from './write-text.ts'

export interface NotificationSources {
  readonly database: Database
  readonly clock: Clock
}

const AT_ONCE = 500

/**
 * Tells contacts what happened since the last time, in every business: reads the events that are numbered, writes their messages and
 * how far it came, all in one transaction. So each event is told once, whoever is killed when, and never in the transaction of the
 * money itself.
 */
export async function makeCommunications({ database, clock }: NotificationSources): Promise<number> {
  let made = 0
  for (const { tenant, business, mode } of await tenantsWithEventsToTell(
    runnerOfTransaction(database.query),
  )) {
    const actor: Actor = { ...nobody, tenant, business, mode }
    for (;;) {
      const told = await transact(database, { actor, at: clock() }, tellSome)
      made += told.communications
      if (told.events < AT_ONCE) break
    }
  }
  return made
}

async function tellSome(work: Work): Promise<{ readonly events: number; readonly communications: number }> {
  const seq = await holdFeed(work)
  const events = await nextEvents(work, seq, AT_ONCE)
  const last = events.at(-1)
  if (!last) return { events: 0, communications: 0 }
  const communications = await written(work, events)
  await insertCommunications(work, communications)
  await saveFeed(work, last.seq)
  return { events: events.length, communications: communications.length }
}

/** Where a thing of the kind may be found; what brings awards has two places. */
const THINGS: Readonly<Record<Kind, readonly Thing[]>> = {
  AWARD: ['purchases', 'rewardEvents'],
  SPEND: ['purchases'],
  VOID: ['purchases'],
  RETURN: ['returns'],
  CLAIM: ['purchases'],
  PAYOUT_PAID: ['payouts'],
  PAYOUT_FAILED: ['payouts'],
  ORDER_CREATED: ['orders'],
  ORDER_STARTED: ['orders'],
  ORDER_COMPLETED: ['orders'],
  ORDER_CANCELLED: ['orders'],
}

interface ToTell {
  readonly event: FeedEvent
  readonly kind: Kind
}

async function written(work: Work, events: readonly FeedEvent[]): Promise<readonly Communication[]> {
  const toTell = events.flatMap((event): ToTell[] => {
    const kind = KIND_OF[event.type as EventType]
    return kind === undefined ? [] : [{ event, kind }]
  })
  if (toTell.length === 0) return []
  const business = await readBusiness(work.db, work.actor.tenant)
  const news = await newsOf(work, toTell)
  return toTell.flatMap(({ event, kind }) => {
    const found = THINGS[kind].map((thing) => news.get(thing)?.get(event.entity)).find((each) => each)
    return found ? [inboxed(work, { event, kind, news: found, business })] : []
  })
}

async function newsOf(
  { sql, actor }: Work,
  toTell: readonly ToTell[],
): Promise<ReadonlyMap<Thing, ReadonlyMap<string, News>>> {
  const things = [...new Set(toTell.flatMap(({ kind }) => THINGS[kind]))]
  const read = async (thing: Thing) => {
    const ids = toTell.filter(({ kind }) => THINGS[kind].includes(thing)).map(({ event }) => event.entity)
    const rows = await readNews(sql, { tenant: actor.tenant, thing, ids })
    return [thing, new Map(rows.map((row) => [row.entity, row]))] as const
  }
  return new Map(await Promise.all(things.map(read)))
}

interface Written extends ToTell {
  readonly news: News
  readonly business: Business
}

function inboxed(work: Work, { event, kind, news, business }: Written): Communication {
  const { language, subject, content } = textFor(kind, news.language)
  const values = valuesOf(kind, news, business)
  const reader = { language, timeZone: business.timeZone }
  return {
    tenant: work.actor.tenant,
    id: newId<CommunicationId>(),
    contact: news.contact,
    kind,
    cause: event.id,
    channel: 'INAPP',
    target: '',
    state: 'COMPLETED',
    language,
    sender: business.name,
    subject: writeText(subject, values, reader),
    content: writeText(content, values, reader),
    nextAt: undefined,
  }
}

/** What a text may name, by name. */
function valuesOf(kind: Kind, news: News, business: Business): Readonly<Record<string, Value>> {
  const { currency, place, number, reason } = news
  const amounts: Partial<Record<Kind, bigint>> = { AWARD: news.award, SPEND: news.spend }
  return {
    name: news.firstName ?? '',
    business: business.name,
    place,
    number,
    reason,
    amount: money(amounts[kind] ?? news.amount, currency),
    total: money(news.total, currency),
    award: money(news.award, currency),
    spend: money(news.spend, currency),
  }
}
