import { getContact, toldContacts } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { notFound } from '../kit/error.ts'
import { codeOf } from '../kit/id.ts'
import { wireNumber } from '../kit/money.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import { type Catalogue, explanationIn, tellExplanation } from '../purchases/index.ts'
import type { EventReply } from './achievements.api.ts'
import type { RewardEvent, RewardOccasion } from './reward-event.ts'
import { countEvents, findEvent, pageOfEvents } from './reward-events.store.ts'

interface EventQuery {
  readonly page: number
  readonly size: number
  readonly include_total: boolean
  readonly order: 'ASC' | 'DESC'
  readonly contact?: string | undefined
  readonly occasion?: RewardOccasion | undefined
  readonly reference_number?: string | undefined
}

export async function listRewardEvents(
  work: Work,
  catalogue: Catalogue,
  { contact, occasion, reference_number: reference, ...query }: EventQuery,
): Promise<Page<EventReply>> {
  const { id } = contact === undefined ? { id: undefined } : await getContact(work, contact)
  const filter = { contact: id, occasion, reference }
  const events = await pageOfEvents(work, filter, query)
  const total = query.include_total ? await countEvents(work, filter) : null
  const shown = await showEvents(work, catalogue, events)
  return pageOf({ ...query, includeTotal: query.include_total }, shown, (each) => each, total)
}

export async function getRewardEvent(
  work: Work,
  catalogue: Catalogue,
  idOrCode: string,
): Promise<EventReply & { readonly explain: Record<string, unknown> }> {
  const event = await findEvent(work, idOrCode)
  if (!event) throw notFound('reward_event', idOrCode)
  const explain = {
    ...explanationIn(work.language, tellExplanation(event.explanation, catalogue), catalogue),
  }
  return { ...(await showEvent(work, catalogue, event)), explain }
}

export async function showEvent(work: Work, catalogue: Catalogue, event: RewardEvent): Promise<EventReply> {
  const [shown] = await showEvents(work, catalogue, [event])
  if (!shown) throw notFound('reward_event', event.id)
  return shown
}

async function showEvents(
  work: Work,
  { directory }: Catalogue,
  events: readonly RewardEvent[],
): Promise<EventReply[]> {
  const contacts = await toldContacts(
    work,
    events.map(({ contact }) => contact),
  )
  return events.map((event): EventReply => {
    const { id, currency, amount, contact } = event
    const show = (minor: bigint) => wireNumber(minor, currency)
    const place = directory.formerPlace(event.venue ?? event.merchant)
    const { id: placeId, name } = place.venue ?? place.merchant
    return {
      id,
      code: codeOf(id),
      occasion: event.occasion,
      reference_number: event.reference,
      contact: { id: contact, code: contacts.get(contact)?.code ?? '' },
      organisation: { id: placeId, name },
      classification: event.classification ?? null,
      amount: amount === undefined ? null : show(amount),
      currency_code: currency,
      award: show(event.award),
      awards: event.awards.map(({ amount: part, offer, pool, expiresAt, availableAt }) => ({
        amount: show(part),
        offer,
        commerce_pool: pool,
        expires_on: expiresAt ? epochSeconds(expiresAt) : null,
        available_on: epochSeconds(availableAt),
      })),
      date: epochSeconds(event.date),
      created_on: epochSeconds(event.createdAt),
    }
  })
}
