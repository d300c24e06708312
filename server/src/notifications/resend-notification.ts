import type { Work } from '../db/index.ts'
import { InvalidState } from '../kit/error.ts'
import { derivedId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import { later, MINUTE } from '../kit/time.ts'
import { findPurchase, type Purchase } from '../purchases/index.ts'
import type { ResentReply } from './communications.api.ts'
import { communicationsOfCauses } from './communications.store.ts'
import { draftOf } from './draft-news.ts'
import type { EventKind } from './kinds.ts'
import { readNews } from './news.store.ts'
import { showCommunication } from './read-communications.ts'
import { writeMessages } from './write-messages.ts'

/** Tells the contact of a purchase again what it brought, or that it was voided, in every way in which they are told now. */
export async function resendNotification(work: Work, name: string): Promise<ResentReply> {
  // Locked, so that of two who send it at the same moment one is refused.
  const purchase = await findPurchase(work, name, { lock: true })
  const kinds = kindsOf(purchase)
  await refuseTooSoon(work, purchase, kinds)
  const found = await readNews(work.sql, {
    tenant: work.actor.tenant,
    thing: 'purchases',
    ids: [purchase.id],
  })
  const news = present(found[0], 'a purchase of a contact has somebody to be told')
  const causes = kinds.map((kind) => causeOf(purchase, kind, minuteOf(work.at)))
  await writeMessages(
    work,
    kinds.map((kind, index) => draftOf(kind, causes[index] ?? '', news)),
  )
  const sent = await communicationsOfCauses(work, causes)
  return { id: purchase.id, content: sent.map((each) => showCommunication(work, each)) }
}

function kindsOf({ id, referenceNumber, contact, state, award, spend }: Purchase): readonly EventKind[] {
  const refuse = (detail: string) => InvalidState({ parameters: ['purchase', referenceNumber ?? id], detail })
  if (contact === undefined) throw refuse('The purchase is nobody’s yet: there is nobody to tell.')
  if (state === 'CANCELLED') return ['VOID']
  const kinds: EventKind[] = [
    ...(award > 0n ? (['AWARD'] as const) : []),
    ...(spend > 0n ? (['SPEND'] as const) : []),
  ]
  if (kinds.length === 0) throw refuse('The purchase brought and used no rewards: there is no message of it.')
  return kinds
}

/** Messages that are sent again are known by the minute in which they were. */
async function refuseTooSoon(work: Work, purchase: Purchase, kinds: readonly EventKind[]): Promise<void> {
  const minute = minuteOf(work.at)
  const causes = kinds.flatMap((kind) => [minute, minute - 1].map((each) => causeOf(purchase, kind, each)))
  const since = later(work.at, -MINUTE)
  const latest = (await communicationsOfCauses(work, causes)).find(({ createdAt }) => createdAt > since)
  if (!latest) return
  const seconds = Math.ceil((latest.createdAt.getTime() - since.getTime()) / 1_000)
  throw InvalidState({
    parameters: ['purchase', purchase.referenceNumber ?? purchase.id],
    detail: `It was sent again less than a minute ago; it can be in ${seconds} s.`,
  })
}

function causeOf({ id }: Purchase, kind: EventKind, minute: number): string {
  return derivedId('told again', id, kind, String(minute))
}

function minuteOf(at: Date): number {
  return Math.floor(at.getTime() / MINUTE)
}
