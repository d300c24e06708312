import { getContact, seesMasked } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { Forbidden } from '../http/index.ts'
import { may } from '../kit/actor.ts'
import { epochSeconds } from '../kit/time.ts'
import { refuseBoundKey } from './erase-contact.ts'
import { PLACES } from './places.ts'
import type { ExportReply } from './privacy.api.ts'
import { personOf, readPlace } from './privacy.store.ts'

/** All that is kept of a contact, by what it is: rows as they stand, amounts in minor units of the currency beside them. */
export async function exportContact(work: Work, name: string): Promise<ExportReply> {
  refuseBoundKey(work)
  refuseWhoSeesMasked(work)
  const { id } = await getContact(work, name)
  const person = await personOf(work, id)
  const kept: Record<string, Record<string, unknown>[]> = {}
  for (const place of PLACES) {
    if (place.shown.length > 0) kept[place.table] = await readPlace(work, place, person)
  }
  return { id, made_on: epochSeconds(work.at), data: kept }
}

/** What is masked wherever staff read a contact is whole in the copy. */
function refuseWhoSeesMasked({ actor }: Work): void {
  if (!seesMasked(actor) || may(actor, 'contacts:reveal')) return
  throw Forbidden({
    parameters: ['contacts:reveal'],
    detail: 'All that is kept of a contact tells who they are in full: the scope contacts:reveal is needed.',
  })
}
