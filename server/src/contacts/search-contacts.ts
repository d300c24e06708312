import type { Work } from '../db/index.ts'
import { Forbidden } from '../http/index.ts'
import { may } from '../kit/actor.ts'
import { invalidField } from '../kit/error.ts'
import type { ContactId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import { type Page, type PageRequest, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import { readBusiness } from '../organisations/index.ts'
import { foldName } from './contact.ts'
import type { ContactReply } from './contacts.api.ts'
import { type ContactFilter, countContacts, pageOfContacts } from './contacts.store.ts'
import { type Country, countryOfZone } from './country.ts'
import { beginningsMeant, identifiersMeant, normaliseEmail, type Sought } from './identifier.ts'
import { phonesMeant } from './phone.ts'
import { type BalancesOf, type Shown, seesPeople, showContacts } from './show-contact.ts'

export interface ContactQuery extends Shown {
  readonly page: number
  readonly size: number
  readonly include_total: boolean
  readonly order: 'ASC' | 'DESC'
  readonly phone?: string | undefined
  readonly email_address?: string | undefined
  readonly cim?: string | undefined
  readonly code?: string | undefined
  readonly loyalty_identifier?: string | undefined
  readonly wallet_code?: string | undefined
  readonly search_value?: string | undefined
  readonly segment?: string | undefined
  readonly wallet_ids?: readonly string[] | undefined
  readonly include_last_purchase: boolean
}

export type OwnWalletCode = (work: Work, sent: string) => Promise<string>

/** When each of the contacts bought something last. Known to the domain of purchases, which builds on this one. */
export type LastPurchases = (
  work: Work,
  contacts: readonly ContactId[],
) => Promise<ReadonlyMap<ContactId, Date>>

interface SearchWiring {
  readonly balancesOf: BalancesOf
  readonly ownWalletCode: OwnWalletCode
  readonly lastPurchases: LastPurchases
}

/** Finds contacts for a till or lists them for the office. */
export async function searchContacts(
  work: Work,
  sent: ContactQuery,
  { balancesOf, ownWalletCode, lastPurchases }: SearchWiring,
): Promise<Page<ContactReply>> {
  const query =
    sent.wallet_code === undefined
      ? sent
      : { ...sent, wallet_code: await ownWalletCode(work, sent.wallet_code) }
  const { timeZone } = await readBusiness(work.db, work.actor.tenant)
  const filter = filterOf(query, countryOfZone(timeZone))
  if (!seesPeople(work)) refuseBrowsing(query, filter)

  const request: PageRequest = { page: query.page, size: query.size, includeTotal: query.include_total }
  const found = await pageOfContacts(work, filter, { ...request, order: query.order })
  const total = query.include_total ? await countContacts(work, filter) : null
  const { paging } = pageOf(request, found, (contact) => contact, total)
  const page = found.slice(0, query.size)
  const content = await showContacts(work, page, { ...query, balancesOf })
  if (!query.include_last_purchase || !seesPurchases(work)) return { content, paging }
  const last = await lastPurchases(
    work,
    page.map(({ id }) => id),
  )
  const dated = page.map(({ id }, index) => {
    const at = last.get(id)
    const shown = present(content[index], 'every contact is shown')
    return { ...shown, last_purchase_on: at ? epochSeconds(at) : null }
  })
  return { content: dated, paging }
}

function seesPurchases(work: Work): boolean {
  return seesPeople(work) && may(work.actor, 'purchases:read')
}

function filterOf(query: ContactQuery, home: Country | undefined): ContactFilter {
  const { phone, email_address, cim, code, loyalty_identifier, wallet_code, search_value } = query
  const identified: (readonly Sought[])[] = []
  if (phone !== undefined)
    identified.push(phonesMeant(phone, home).map((value) => ({ kind: 'PHONE', value })))
  if (email_address !== undefined) identified.push([{ kind: 'EMAIL', value: normaliseEmail(email_address) }])
  if (cim !== undefined) identified.push(identifiersMeant(cim, home))
  if (code !== undefined) identified.push([{ kind: 'CODE', value: code }])
  if (loyalty_identifier !== undefined) identified.push([{ kind: 'LOYALTY', value: loyalty_identifier }])
  if (wallet_code !== undefined)
    identified.push([{ kind: 'WALLET_CODE', value: wallet_code.replaceAll(' ', '') }])
  const search =
    search_value === undefined
      ? undefined
      : { name: foldName(search_value), beginnings: beginningsMeant(search_value, home) }
  return { identified, search, segment: query.segment, wallets: query.wallet_ids }
}

/** A till looks for the person in front of it; it does not leaf through all customers. */
function refuseBrowsing(
  { page }: ContactQuery,
  { identified, search, segment, wallets }: ContactFilter,
): void {
  if (segment !== undefined || wallets !== undefined) {
    throw Forbidden({
      parameters: ['contacts:read'],
      detail: 'To find contacts by segment or by wallets the scope contacts:read is needed.',
    })
  }
  if (identified.length === 0 && !search) {
    throw Forbidden({
      parameters: ['contacts:read'],
      detail: 'To list contacts the scope contacts:read is needed; without it, name whom you look for.',
    })
  }
  if (page > 1) {
    throw invalidField(
      'page',
      `${page}`,
      'without the scope contacts:read only the first page is shown; search more exactly',
    )
  }
}
