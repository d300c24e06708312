import type { Work } from '../db/index.ts'
import { type CommunicationId, type ContactId, newId } from '../kit/id.ts'
import { type Business, readBusiness } from '../organisations/index.ts'
import { addressed } from './address-message.ts'
import type { Communication } from './communication.ts'
import { insertCommunications } from './communications.store.ts'
import type { Kind } from './kinds.ts'
import { readRecipients } from './recipients.store.ts'
import { readSettings } from './settings.store.ts'
import { type TextOf, textsOf } from './templates.store.ts'
import { type Value, writeText } from './write-text.ts'

/** Something that a contact is to be told. */
export interface Draft {
  readonly kind: Kind
  /** The event it tells of, or an id that follows from what it reminds of. */
  readonly cause: string
  readonly contact: ContactId
  readonly language: string
  readonly values: Readonly<Record<string, Value>>
}

const AT_ONCE = 1_000

/** Writes the messages of the drafts, for the inbox and all other ways; answers how many. What was told already is told no more. */
export async function writeMessages(work: Work, drafts: readonly Draft[]): Promise<number> {
  if (drafts.length === 0) return 0
  const { actor, at } = work
  const business = await readBusiness(work.db, actor.tenant)
  const settings = await readSettings(work)
  const textOf = await textsOf(work, settings.language)
  let written = 0
  for (let start = 0; start < drafts.length; start += AT_ONCE) {
    const some = drafts.slice(start, start + AT_ONCE)
    const recipients = await readRecipients(
      work,
      some.map(({ contact }) => contact),
    )
    const messages = some.flatMap((draft) =>
      addressed(inboxed(work, draft, { business, textOf }), draft.kind, {
        mode: actor.mode,
        at,
        settings,
        timeZone: business.timeZone,
        recipient: recipients.get(draft.contact),
      }),
    )
    await insertCommunications(work, messages)
    written += messages.length
  }
  return written
}

function inboxed(
  { actor }: Work,
  { kind, cause, contact, language: wanted, values }: Draft,
  { business, textOf }: { readonly business: Business; readonly textOf: TextOf },
): Communication {
  const { language, subject, content } = textOf(kind, wanted)
  const reader = { language, timeZone: business.timeZone }
  const all = { business: business.shownName, ...values }
  return {
    tenant: actor.tenant,
    id: newId<CommunicationId>(),
    contact,
    kind,
    cause,
    channel: 'INAPP',
    target: '',
    state: 'COMPLETED',
    language,
    sender: business.shownName,
    subject: writeText(subject, all, reader),
    content: writeText(content, all, reader),
    nextAt: undefined,
  }
}
