import { type Database, runnerOfTransaction, transact, type Work } from '../db/index.ts'
import { type Actor, nobody, type Tenant } from '../kit/actor.ts'
import { unseal } from '../kit/sealed.ts'
import { type Clock, DAY, HOUR, later, MINUTE, SECOND } from '../kit/time.ts'
import { readBusiness } from '../organisations/index.ts'
import type { Allowed } from '../outgoing/index.ts'
import { quietOf } from './address-message.ts'
import { deleteDevice, subscriptionOf } from './devices.store.ts'
import { claimMessages, type DueMessage, saveTry, type Tried } from './due.store.ts'
import { sendEmail } from './email.ts'
import type { Outcome } from './outcome.ts'
import { pushMessage } from './push.ts'
import type { PushKeys } from './push-keys.ts'
import { afterQuiet } from './quiet-hours.ts'
import { readRecipients } from './recipients.store.ts'
import { emailSecretOwner, readSettings } from './settings.store.ts'
import { isSwitchedOn, type NotificationSettings } from './settings.ts'

export interface MessageSources {
  readonly database: Database
  readonly clock: Clock
  /** The one business that is looked at; left out: all. */
  readonly only?: Tenant
  readonly notificationKey: Uint8Array
  /** Networks of the operator's own to which messages may go. */
  readonly allowed: Allowed
  readonly push: {
    readonly keys: PushKeys
    /** Whom push services may ask about our messages. */
    readonly contact: string | undefined
  }
}

// Longer than a try may take, so that two processes do not send the same at once.
const LEASE_MS = 2 * MINUTE
const WITHIN_MS = MINUTE
const AT_ONCE = 20
// Of one business, before others are looked for first: its server may be slow.
const MOST_EACH = 5
// A service may ask for more time, not for ever.
const LONGEST_WAIT_MS = DAY
/** After each try that failed, before the next. */
const DELAYS_MS = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR] as const

/**
 * Sends every message that is due, once; answers how many were tried. A call is made in no transaction. Whenever one is over the next is
 * taken, so that a server that hangs keeps only its own messages waiting.
 */
export async function sendMessages(sources: MessageSources): Promise<number> {
  const running = new Map<Promise<void>, Tenant>()
  const failures: unknown[] = []
  const begin = (message: DueMessage) => {
    const sent: Promise<void> = sendOne(sources, message)
      .catch((error: unknown) => {
        failures.push(error)
      })
      .finally(() => running.delete(sent))
    running.set(sent, message.tenant)
  }
  let tried = 0
  try {
    while (failures.length === 0) {
      const due = await nextDue(sources, [...running.values()])
      due.forEach(begin)
      tried += due.length
      if (running.size === 0) return tried
      if (due.length === 0) await Promise.race(running.keys())
    }
  } finally {
    await Promise.all(running.keys())
  }
  throw failures[0]
}

async function nextDue(
  { database, clock, only }: MessageSources,
  running: readonly Tenant[],
): Promise<readonly DueMessage[]> {
  const most = Math.min(AT_ONCE - running.length, MOST_EACH)
  if (most === 0) return []
  const busy = [...Map.groupBy(running, (tenant) => tenant)].flatMap(([tenant, { length }]) =>
    length < MOST_EACH ? [] : [tenant],
  )
  const at = clock()
  return claimMessages(runnerOfTransaction(database.query), {
    at,
    until: later(at, LEASE_MS),
    most,
    only,
    busy,
  })
}

async function sendOne(sources: MessageSources, due: DueMessage): Promise<void> {
  const { database, clock } = sources
  const actor: Actor = { ...nobody, tenant: due.tenant, business: due.business, mode: due.mode }
  const known = await transact(database, { actor, at: clock(due.tenant) }, (work) => readSending(work, due))
  const outcome = known.keptBack ? undefined : await deliver(sources, due, known)
  await transact(database, { actor, at: clock(due.tenant) }, async (work) => {
    if (outcome?.kind === 'GONE') await deleteDevice(work, { id: due.target })
    const tried = outcome ? triedBy(outcome, due, { ...known, at: work.at }) : known.keptBack
    if (tried) await saveTry(work, due.id, tried)
  })
}

interface Sending {
  readonly settings: NotificationSettings
  /** Why it is not sent after all, or not now. */
  readonly keptBack: Tried | undefined
  /** When a message that would go at that time may go. */
  readonly notBefore: (at: Date) => Date
}

/** What holds now: a contact may have opted out since it was written, and quiet hours may have begun. */
async function readSending(work: Work, { contact, kind, channel, attempts }: DueMessage): Promise<Sending> {
  const settings = await readSettings(work)
  const { timeZone } = await readBusiness(work.db, work.actor.tenant)
  const recipient = (await readRecipients(work, [contact])).get(contact)
  const zone = recipient?.timeZone ?? timeZone
  const quiet = recipient ? quietOf(recipient, settings) : settings.quiet
  const notBefore = (at: Date) => afterQuiet(at, quiet, zone)
  const optedOut = channel === 'EMAIL' ? recipient?.emailOptOut : recipient?.deviceOptOut
  const unwanted = optedOut
    ? 'the contact has opted out'
    : recipient && !isSwitchedOn(recipient, kind, channel)
      ? 'the contact does not want to be told of this so'
      : undefined
  const next = notBefore(work.at)
  const keptBack: Tried | undefined = unwanted
    ? { state: 'REJECTED', nextAt: undefined, error: unwanted, attempts }
    : next > work.at
      ? { state: 'PENDING', nextAt: next, error: undefined, attempts }
      : undefined
  return { settings, keptBack, notBefore }
}

async function deliver(sources: MessageSources, due: DueMessage, known: Sending): Promise<Outcome> {
  // Test data reaches nobody: what would have been sent is read in the outbox.
  if (due.mode === 'TEST') return { kind: 'SENT' }
  return due.channel === 'EMAIL' ? mail(sources, due, known) : push(sources, due, known)
}

async function push(
  { database, notificationKey, clock, allowed, push: { keys, contact } }: MessageSources,
  due: DueMessage,
  { settings }: Sending,
): Promise<Outcome> {
  const actor: Actor = { ...nobody, tenant: due.tenant, business: due.business, mode: due.mode }
  const subscription = await transact(database, { actor, at: clock(due.tenant) }, (work) =>
    subscriptionOf(work, due.target, notificationKey),
  )
  if (!subscription) return { kind: 'REFUSED', error: 'the device is registered no more' }
  const sender = settings.email?.fromAddress ?? 'postmaster@localhost'
  return pushMessage(due, subscription, {
    keys,
    contact: contact ?? `mailto:${sender}`,
    allowed,
    at: clock(),
  })
}

async function mail(
  { allowed, notificationKey, clock }: MessageSources,
  due: DueMessage,
  { settings }: Sending,
): Promise<Outcome> {
  const { email: sender, emailSecret } = settings
  if (!sender) return { kind: 'REFUSED', error: 'the business has nobody who sends its e-mail' }
  const password = emailSecret && unseal(notificationKey, emailSecretOwner(due.tenant), emailSecret).password
  const { id, target: to, subject, content, language } = due
  return sendEmail(
    { id, to, subject, content, language, at: clock() },
    { sender, password, allowed, withinMs: WITHIN_MS },
  )
}

function triedBy(
  outcome: Outcome,
  { attempts: before }: DueMessage,
  { notBefore, at }: Sending & { readonly at: Date },
): Tried {
  const attempts = before + 1
  if (outcome.kind === 'SENT') return { state: 'COMPLETED', nextAt: undefined, error: undefined, attempts }
  const { error } = outcome
  const delay = outcome.kind === 'FAILED' ? delayAfter(before, outcome.retryAfter) : undefined
  if (delay === undefined) return { state: 'REJECTED', nextAt: undefined, error, attempts }
  return { state: 'PENDING', nextAt: notBefore(later(at, delay)), error, attempts }
}

function delayAfter(before: number, retryAfter = 0): number | undefined {
  const delay = DELAYS_MS[before]
  return delay === undefined ? undefined : Math.max(delay, Math.min(retryAfter * SECOND, LONGEST_WAIT_MS))
}
