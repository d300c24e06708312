import { transact, type Work } from '../db/index.ts'
import type { Actor } from '../kit/actor.ts'
import { type CommunicationId, type ContactId, newId } from '../kit/id.ts'
import { unseal } from '../kit/sealed.ts'
import { SECOND } from '../kit/time.ts'
import { readBusiness } from '../organisations/index.ts'
import { insertCommunications } from './communications.store.ts'
import { sendEmail } from './email.ts'
import type { Kind } from './kinds.ts'
import type { Outcome } from './outcome.ts'
import type { MessageSources } from './send-messages.ts'
import { emailSecretOwner, readSettings } from './settings.store.ts'
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
    const { email, emailSecret } = settings
    if (!email) return { kind: 'REFUSED', error: 'the business has nobody who sends its e-mail' }
    const password =
      emailSecret && unseal(notificationKey, emailSecretOwner(actor.tenant), emailSecret).password
    const outcome = await sendEmail(
      { id, to: telling.target, language, at, ...whole },
      { sender: email, password, allowed, withinMs: WITHIN_MS },
    )
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

async function write(work: Work, { kind, language: wanted, values, secret }: Telling) {
  const { name, timeZone } = await readBusiness(work.db, work.actor.tenant)
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
