import { getContact, maskEmail, maskPhone, seesMasked } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { notFound } from '../kit/error.ts'
import type { ContactId } from '../kit/id.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import type { StoredCommunication } from './communication.ts'
import type { AllMarks, CommunicationReply, CommunicationsQuery, Marks } from './communications.api.ts'
import {
  countCommunications,
  findCommunication,
  pageOfCommunications,
  saveMarks,
  viewInbox,
} from './communications.store.ts'

export async function listCommunications(
  work: Work,
  name: string,
  { channel, viewed, archived, created_on, ...list }: CommunicationsQuery,
): Promise<Page<CommunicationReply>> {
  const { id: contact } = await getContact(work, name)
  const filter = { contact, channel, viewed, archived, created_on }
  const rows = await pageOfCommunications(work, filter, list)
  const total = list.include_total ? await countCommunications(work, filter) : null
  const request = { page: list.page, size: list.size, includeTotal: list.include_total }
  return pageOf(request, rows, (each) => showCommunication(work, each), total)
}

/** `of`: the contact who asks; another's is not found. */
export async function getCommunication(work: Work, id: string, of?: ContactId): Promise<CommunicationReply> {
  return showCommunication(work, await readable(work, id, of))
}

/** What is left out stays, and a mark that holds keeps its time. */
export async function markCommunication(
  work: Work,
  { id, of, viewed, archived }: Marks & { readonly id: string; readonly of?: ContactId },
): Promise<{ readonly id: string }> {
  const before = await readable(work, id, of)
  await saveMarks(work, {
    id: before.id,
    viewedAt: marked(before.viewedAt, viewed, work.at),
    archivedAt: marked(before.archivedAt, archived, work.at),
  })
  return { id: before.id }
}

export async function markInbox(
  work: Work,
  { id: name, until }: AllMarks & { readonly id: string },
): Promise<{ readonly marked: number }> {
  const { id: contact } = await getContact(work, name)
  return { marked: await viewInbox(work, { contact, until }) }
}

function marked(before: Date | undefined, wanted: boolean | null | undefined, at: Date): Date | undefined {
  if (wanted === undefined || wanted === null) return before
  return wanted ? (before ?? at) : undefined
}

async function readable(work: Work, id: string, of: ContactId | undefined): Promise<StoredCommunication> {
  const found = await findCommunication(work, id)
  if (!found || (of !== undefined && found.contact !== of)) throw notFound('communication', id)
  return found
}

export function showCommunication(work: Work, each: StoredCommunication): CommunicationReply {
  return {
    id: each.id,
    name: each.kind,
    state: each.state,
    channel: each.channel,
    is_viewed: each.viewedAt !== undefined,
    viewed_on: each.viewedAt ? epochSeconds(each.viewedAt) : null,
    is_archived: each.archivedAt !== undefined,
    clicked_on: null,
    created_on: epochSeconds(each.createdAt),
    sent_on: each.sentAt ? epochSeconds(each.sentAt) : null,
    language: each.language,
    sender: each.sender,
    recipient: recipientShown(work, each),
    subject: each.subject,
    subtitle: null,
    content: each.content,
    in_app_image_url: null,
    contact: { id: each.contact, ...each.to },
    message_type: each.channel === 'EMAIL' ? 'MAIL' : 'OSD',
    attempts: each.attempts,
    error: each.error ?? null,
    event_id: each.cause,
  }
}

/** Whom a message went to is masked to staff as it is on the contact. */
function recipientShown({ actor }: Work, { channel, target }: StoredCommunication): string | null {
  if (target === '') return null
  if (!seesMasked(actor)) return target
  if (channel === 'EMAIL') return maskEmail(target)
  return channel === 'SMS' ? maskPhone(target) : target
}
