import { transact, type Work } from '../db/index.ts'
import type { Actor, Tenant } from '../kit/actor.ts'
import { type CommunicationId, type ContactId, newId } from '../kit/id.ts'
import { unseal } from '../kit/sealed.ts'
import { SECOND } from '../kit/time.ts'
import { readBusiness } from '../organisations/index.ts'
import type { Allowed } from '../outgoing/index.ts'
import { insertCommunications } from './communications.store.ts'
import { type Email, sendEmail } from './email.ts'
import type { Kind } from './kinds.ts'
import type { Outcome } from './outcome.ts'
import type { MessageSources } from './send-messages.ts'
import { emailSecretOwner, readSettings, smsSecretOwner } from './settings.store.ts'
import type { NotificationSettings } from './settings.ts'
import { type Sms, sendSms } from './sms.ts'
import { textsOf } from './templates.store.ts'
import { writeText } from './write-text.ts'

/** Something that a contact waits for: no quiet hours, no opt-out, no second try. */
export interface Telling {
  readonly kind: Kind
  readonly cause: string
  readonly contact: ContactId
  readonly language: string
  readonly channel: 'EMAIL' | 'SMS'
  readonly target: string
  readonly values: Readonly<Record<string, string>>
  /** The value that is told to the contact alone: in LIVE mode it is kept nowhere. */
  readonly secret: string
}

const WITHIN_MS = 10 * SECOND
const HIDDEN = '••••••'

/** Sends it now, outside of any transaction, and keeps that it was sent. In TEST mode it is for the outbox alone. */
export async function tellAtOnce(
  {
    database,
    clock,
    notificationKey,
    allowed,
  }: Pick<MessageSources, 'database' | 'clock' | 'notificationKey' | 'allowed'>,
  actor: Actor,
  telling: Telling,
): Promise<Outcome> {
  const at = clock(actor.tenant)
  const id = newId<CommunicationId>()
  const written = await transact(database, { actor, at }, (work) => write(work, telling))
  const { settings, sender, language, whole, kept } = written
  if (actor.mode === 'LIVE') {
    const { target: to, channel } = telling
    const sending = { settings, tenant: actor.tenant, key: notificationKey, allowed, at }
    const outcome = await (channel === 'SMS'
      ? text({ to, text: whole.content }, sending)
      : mail({ id, to, language, at, ...whole }, sending))
    if (outcome.kind !== 'SENT') return outcome
  }
  const { kind, cause, contact, channel, target } = telling
  const { tenant } = actor
  const row = { tenant, id, contact, kind, cause, channel, target, language, sender, ...kept }
  await transact(database, { actor, at: clock(actor.tenant) }, (work) =>
    insertCommunications(work, [{ ...row, state: 'COMPLETED', nextAt: undefined }]),
  )
  return { kind: 'SENT' }
}

interface Sending {
  readonly settings: NotificationSettings
  readonly tenant: Tenant
  readonly key: Uint8Array
  readonly allowed: Allowed
  readonly at: Date
}

async function mail(email: Email, { settings, tenant, key, allowed }: Sending): Promise<Outcome> {
  const { email: sender, emailSecret } = settings
  if (!sender) return { kind: 'REFUSED', error: 'the business has nobody who sends its e-mail' }
  const password = emailSecret && unseal(key, emailSecretOwner(tenant), emailSecret).password
  return sendEmail(email, { sender, password, allowed, withinMs: WITHIN_MS })
}

async function text(sms: Sms, { settings, tenant, key, allowed, at }: Sending): Promise<Outcome> {
  const { sms: gateway, smsSecret } = settings
  if (!gateway) return { kind: 'REFUSED', error: 'the business has nobody who sends its text messages' }
  const headers = smsSecret ? unseal(key, smsSecretOwner(tenant), smsSecret) : {}
  return sendSms(sms, { gateway, headers, allowed, withinMs: WITHIN_MS, at })
}

async function write(work: Work, { kind, language: wanted, values, secret }: Telling) {
  const { shownName: name, timeZone } = await readBusiness(work.db, work.actor.tenant)
  const settings = await readSettings(work)
  const { language, subject, content } = (await textsOf(work, settings.language))(kind, wanted)
  const textWith = (all: Readonly<Record<string, string>>) => ({
    subject: writeText(subject, { business: name, ...all }, { language, timeZone }),
    content: writeText(content, { business: name, ...all }, { language, timeZone }),
  })
  const whole = textWith(values)
  const kept = work.actor.mode === 'TEST' ? whole : textWith({ ...values, [secret]: HIDDEN })
  return { settings, sender: name, language, whole, kept }
}
