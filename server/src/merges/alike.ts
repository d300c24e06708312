import { callingCodeOf, countryOfZone, getContact, requireWholeBusiness } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { invalidField } from '../kit/error.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import { readBusiness } from '../organisations/index.ts'
import { type AlikeQuery, type AlikeReply, type ApartReply, SIGNS } from './alike.api.ts'
import { countAlike, insertApart, type PairAlike, pageOfAlike } from './alike.store.ts'

/** Who may be one person under two records, for staff to look at. */
export async function listAlike(work: Work, query: AlikeQuery): Promise<Page<AlikeReply>> {
  const { timeZone } = await readBusiness(work.db, work.actor.tenant)
  const home = countryOfZone(timeZone)
  const callingCode = home === undefined ? '' : callingCodeOf(home)
  const request = { page: query.page, size: query.size, includeTotal: query.include_total }
  const rows = await pageOfAlike(work, callingCode, request)
  const total = query.include_total ? await countAlike(work, callingCode) : null
  return pageOf(request, rows, show, total)
}

/** Staff have looked: they are two people. */
export async function tellApart(work: Work, name: string, otherName: string): Promise<ApartReply> {
  requireWholeBusiness(work.actor, 'tells none apart')
  const [contact, other] = [await getContact(work, name), await getContact(work, otherName)]
  if (contact.id === other.id) {
    throw invalidField('contact_id', otherName, 'it must name another contact than the first')
  }
  const [one = '', two = ''] = [contact.id, other.id].toSorted()
  await insertApart(work, { one, other: two })
  return {
    contact: { id: contact.id, code: contact.code },
    other: { id: other.id, code: other.code },
  }
}

function show({ signs, contacts }: PairAlike): AlikeReply {
  return {
    signs: SIGNS.filter((sign) => signs.includes(sign)),
    contacts: contacts
      .toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
      .map(({ id, code, name, createdAt }) => ({ id, code, name, created_on: epochSeconds(createdAt) })),
  }
}
