import { type Database, runnerOfTransaction, transact, type Work } from '../db/index.ts'
import { type Actor, nobody, type Tenant } from '../kit/actor.ts'
import { derivedId } from '../kit/id.ts'
import { money } from '../kit/money.ts'
import { type Clock, DAY, later } from '../kit/time.ts'
import { readBusiness } from '../organisations/index.ts'
import { draftsOf } from './draft-news.ts'
import { holdFeed, nextEvents, saveFeed, tenantsWithEventsToTell } from './feeds.store.ts'
import { expiringDays, readReminded, saveReminded, tenantsToRemind } from './reminders.store.ts'
import { readSettings } from './settings.store.ts'
import { DEFAULT_SETTINGS } from './settings.ts'
import { writeMessages } from './write-messages.ts'

export interface NotificationSources {
  readonly database: Database
  readonly clock: Clock
  /** The one business that is looked at; left out: all. */
  readonly only?: Tenant
}

const AT_ONCE = 500

/**
 * Tells contacts what happened since the last time, in every business: reads the events that are numbered, writes their messages and
 * how far it came, all in one transaction. So each event is told once, whoever is killed when, and never in the transaction of the
 * money itself. Answers how many messages that made.
 */
export async function makeCommunications({ database, clock, only }: NotificationSources): Promise<number> {
  const sql = runnerOfTransaction(database.query)
  let made = 0
  for (const { tenant, business, mode } of await tenantsWithEventsToTell(sql)) {
    if (only !== undefined && tenant !== only) continue
    const actor: Actor = { ...nobody, tenant, business, mode }
    for (;;) {
      const told = await transact(database, { actor, at: clock(tenant) }, tellSome)
      made += told.messages
      if (told.events < AT_ONCE) break
    }
  }
  const { reminderDays: defaultDays } = DEFAULT_SETTINGS
  for (const { tenant, business, mode } of await tenantsToRemind(sql, { at: clock(), defaultDays, only })) {
    const actor: Actor = { ...nobody, tenant, business, mode }
    made += await transact(database, { actor, at: clock(tenant) }, remind)
  }
  return made
}

async function tellSome(work: Work): Promise<{ readonly events: number; readonly messages: number }> {
  const { seq } = await holdFeed(work)
  const events = await nextEvents(work, seq, AT_ONCE)
  const last = events.at(-1)
  if (!last) return { events: 0, messages: 0 }
  const messages = await writeMessages(work, await draftsOf(work, events))
  await saveFeed(work, last.seq)
  return { events: events.length, messages }
}

/** Reminds of the money that has come close to its expiry since the last time, once for each wallet and day. */
async function remind(work: Work): Promise<number> {
  await holdFeed(work)
  const { timeZone } = await readBusiness(work.db, work.actor.tenant)
  const { reminderDays } = await readSettings(work)
  const reminded = await readReminded(work)
  const after = reminded && reminded > work.at ? reminded : work.at
  const until = later(work.at, reminderDays * DAY)
  if (until <= after) return 0
  const days = await expiringDays(work, { after, until, timeZone })
  const messages = await writeMessages(
    work,
    days.map(({ wallet, day, contact, language, firstName, remaining, currency, expiresAt }) => ({
      kind: 'EXPIRY_REMINDER',
      cause: derivedId('expiry reminder', wallet, day),
      contact,
      language,
      values: { name: firstName ?? '', amount: money(remaining, currency), expires_on: expiresAt },
    })),
  )
  await saveReminded(work, until)
  return messages
}
