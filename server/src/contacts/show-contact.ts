import type { Work } from '../db/index.ts'
import { type Actor, may } from '../kit/actor.ts'
import type { WalletId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import { wireNumber } from '../kit/money.ts'
import { epochSeconds } from '../kit/time.ts'
import { type Contact, fullName, initials } from './contact.ts'
import type { ContactReply } from './contacts.api.ts'
import type { Identifier } from './identifier.ts'
import { maskCode, maskEmail, maskPhone } from './mask.ts'

/**
 * What wallets can spend at the instant of the work, in minor units. Known to the domain of wallets, which
 * builds on this one.
 */
export type BalancesOf = (
  work: Work,
  wallets: readonly WalletId[],
) => Promise<ReadonlyMap<WalletId, { readonly open: bigint; readonly commerce: bigint }>>

export interface Shown {
  readonly include_wallet: boolean
  readonly include_financials: boolean
}

/** A till learns enough to greet the right person and no more. */
export function seesPeople({ actor }: Work): boolean {
  return may(actor, 'contacts:read')
}

/** Staff see of an identifier how it ends, and have it revealed where they need the whole, which the audit log keeps. */
export function seesMasked({ by, isWitness }: Actor): boolean {
  return by.kind === 'user' && isWitness !== true
}

/** The name as the caller may see it: whole, or its initials. */
export function nameShown(work: Work, named: Pick<Contact, 'firstName' | 'lastName'>): string {
  return fullName(seesPeople(work) ? named : initials(named))
}

/** Contacts as the caller may see them, with the wallets that were asked for. */
export async function showContacts(
  work: Work,
  contacts: readonly Contact[],
  { balancesOf, include_wallet, include_financials }: Shown & { readonly balancesOf: BalancesOf },
): Promise<ContactReply[]> {
  const sees = seesPeople(work)
  const shows = sees ? (seesMasked(work.actor) ? showToStaff : showPerson) : showMasked
  const people = contacts.map(shows)
  if (!include_wallet && !include_financials) return people
  const balances = await balancesOf(
    work,
    contacts.map(({ wallet }) => wallet.id),
  )
  return contacts.map(({ wallet: { id, code, currency } }, index) => {
    const { open, commerce } = balances.get(id) ?? { open: 0n, commerce: 0n }
    const wallet = {
      id,
      code,
      currency_code: currency,
      balance: wireNumber(open + commerce, currency),
      open: wireNumber(open, currency),
      commerce: wireNumber(commerce, currency),
    }
    const person = present(people[index], 'every contact is shown')
    return { ...person, wallet, ...(include_financials && { financials: { wallet } }) }
  })
}

function showPerson(contact: Contact): ContactReply {
  const { birthday, nameDay, segments, referralCode, referredBy } = contact
  return {
    ...showNamed(contact),
    birthday,
    name_day: nameDay,
    segments,
    referral_code: referralCode,
    referred_by: referredBy,
  }
}

function showMasked(contact: Contact): ContactReply {
  const { phones, ...person } = showNamed({ ...contact, ...initials(contact) })
  return { ...person, phones: phones.map(maskedPhone), emails: [], loyalty_identifiers: [] }
}

function showToStaff(contact: Contact): ContactReply {
  const { phones, emails, loyalty_identifiers: cards, ...person } = showPerson(contact)
  return {
    ...person,
    phones: phones.map(maskedPhone),
    emails: emails.map((each) => ({ ...each, email_address: maskEmail(each.email_address) })),
    loyalty_identifiers: cards.map(({ identifier }) => ({ identifier: maskCode(identifier) })),
  }
}

function maskedPhone(phone: ContactReply['phones'][number]): ContactReply['phones'][number] {
  return { ...phone, country_code: null, number: maskPhone(phone.number) }
}

/** What a contact is recognised by, in clear. */
export function identifiersShown({ identifiers }: Pick<Contact, 'identifiers'>) {
  return {
    phones: primaryFirst(phonesIn(identifiers)),
    emails: primaryFirst(emailsIn(identifiers)),
    loyalty_identifiers: loyaltyIdentifiersIn(identifiers),
  }
}

function showNamed(contact: Contact): ContactReply {
  const { id, code, type, firstName, lastName, language, createdAt } = contact
  return {
    id,
    code,
    name: fullName(contact) || code,
    first_name: firstName,
    last_name: lastName,
    type,
    ...identifiersShown(contact),
    language_code: language,
    created_on: epochSeconds(createdAt),
  }
}

function phonesIn(identifiers: readonly Identifier[]) {
  return identifiers.flatMap((each) => (each.kind === 'PHONE' ? [each.details] : []))
}

function emailsIn(identifiers: readonly Identifier[]) {
  return identifiers.flatMap((each) =>
    each.kind === 'EMAIL' ? [{ email_address: each.value, is_primary: each.details.is_primary }] : [],
  )
}

export function loyaltyIdentifiersIn(identifiers: readonly Identifier[]) {
  return identifiers.flatMap(({ kind, value }) => (kind === 'LOYALTY' ? [{ identifier: value }] : []))
}

function primaryFirst<Each extends { readonly is_primary: boolean }>(all: readonly Each[]): Each[] {
  return [...all].sort((a, b) => Number(b.is_primary) - Number(a.is_primary))
}
