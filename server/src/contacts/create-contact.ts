import type { Work } from '../db/index.ts'
import { record } from '../events/index.ts'
import { alreadyExists, invalidField, NotFound } from '../kit/error.ts'
import { type ContactId, codeOf, newId, type WalletId } from '../kit/id.ts'
import { behaviourOfPerson, type PersonBehaviour } from '../kit/test-values.ts'
import { localDay } from '../kit/zone.ts'
import { contactAccount, openAccounts } from '../ledger/index.ts'
import { readBusiness } from '../organisations/index.ts'
import { type Contact, type ContactType, makeWalletCode } from './contact.ts'
import { IdentifierTaken } from './contacts.errors.ts'
import { contactId, contactWithReferralCode, insertContact, isContact } from './contacts.store.ts'
import { type Country, countryOfZone } from './country.ts'
import {
  emailsOf,
  type Identifier,
  loyaltyOf,
  phonesOf,
  type SentEmail,
  type SentPhone,
} from './identifier.ts'
import { identifiersInUse } from './identifiers.store.ts'
import { makeReferralCode } from './profile.ts'

export interface NewContact {
  readonly id?: string | undefined
  readonly code?: string | undefined
  readonly contact_type?: ContactType | undefined
  readonly first_name?: string | null | undefined
  readonly last_name?: string | null | undefined
  readonly language_code?: string | undefined
  readonly birthday?: string | null | undefined
  readonly name_day?: string | null | undefined
  readonly segments?: readonly string[] | null | undefined
  readonly referral_code?: string | undefined
  readonly referral_code_used?: string | undefined
  readonly phones?: readonly SentPhone[] | null | undefined
  readonly emails?: readonly SentEmail[] | null | undefined
  readonly loyalty_identifiers?: readonly { readonly identifier: string }[] | null | undefined
  readonly cards?: readonly { readonly identifier: string }[] | undefined
}

export interface CreatedContact {
  readonly id: ContactId
  readonly code: string
  readonly wallet: { readonly id: WalletId; readonly code: string }
}

/** Registers a shopper with an empty wallet, recognised by everything that is given. */
export async function createContact(work: Work, wanted: NewContact): Promise<CreatedContact> {
  if (wanted.id !== undefined && (await isContact(work, wanted.id))) throw alreadyExists('id', wanted.id)
  const { currency, timeZone } = await readBusiness(work.db, work.actor.tenant)
  refuseFuture(wanted.birthday, localDay(work.at, timeZone))
  const referredBy = await referrerOf(work, wanted.referral_code_used)
  const contact = contactOf(wanted, { work, currency, home: countryOfZone(timeZone), referredBy })
  if (wanted.referral_code !== undefined) await refuseTakenReferralCode(work, wanted.referral_code)
  await refuseTaken(work, contact.id, contact.identifiers)

  await insertContact(work, contact)
  const owner = { tenant: work.actor.tenant, id: contact.wallet.id, currency }
  await openAccounts(work.sql, [
    contactAccount('CONTACT_OPEN', owner),
    contactAccount('CONTACT_COMMERCE', owner),
  ])
  await record(work, 'contact.created', contact.id)
  return { id: contact.id, code: contact.code, wallet: { id: contact.wallet.id, code: contact.wallet.code } }
}

interface Given {
  readonly work: Work
  readonly currency: string
  /** Where phone numbers without a country are at home. */
  readonly home: Country | undefined
  readonly referredBy: Contact['referredBy']
}

function contactOf(wanted: NewContact, { work, currency, home, referredBy }: Given): Contact {
  const id = wanted.id === undefined ? newId<ContactId>() : contactId(wanted.id)
  const code = wanted.code ?? codeOf(newId())
  const wallet = { id: newId<WalletId>(), code: makeWalletCode(), currency }
  const { cards = [] } = wanted
  return {
    id,
    code,
    type: wanted.contact_type ?? 'PERSON',
    firstName: wanted.first_name ?? null,
    lastName: wanted.last_name ?? null,
    language: wanted.language_code ?? 'en',
    birthday: wanted.birthday ?? null,
    nameDay: wanted.name_day ?? null,
    segments: wanted.segments ?? [],
    referralCode: wanted.referral_code ?? makeReferralCode(),
    referredBy,
    createdAt: work.at,
    wallet,
    identifiers: eachOnce([
      { kind: 'CODE', value: code },
      { kind: 'WALLET_CODE', value: wallet.code },
      ...phonesOf(wanted.phones ?? [], home),
      ...emailsOf(wanted.emails ?? []),
      ...loyaltyOf(wanted.loyalty_identifiers ?? []),
      ...cards.map(({ identifier }) => ({ kind: 'CARD' as const, value: identifier })),
    ]),
  }
}

export function eachOnce(identifiers: readonly Identifier[]): Identifier[] {
  const first = new Map<string, Identifier>()
  for (const each of identifiers) {
    const key = `${each.kind}|${each.value}`
    if (!first.has(key)) first.set(key, each)
  }
  return [...first.values()]
}

/** As one is told that it is somebody's, and the other is found by nobody, neither is ever given. */
const NEVER_FREE: readonly (PersonBehaviour | undefined)[] = ['TAKEN', 'NOBODY']

/** A till may send an identifier without saying of which kind it is, so it is unique whatever its kind. */
export async function refuseTaken(
  work: Work,
  contact: ContactId,
  identifiers: readonly Identifier[],
): Promise<void> {
  const values = identifiers.map(({ value }) => value)
  const inUse = await identifiersInUse(work, values, contact)
  const taken =
    identifiers.find(({ value }) => inUse.has(value)) ??
    identifiers.find((each) => NEVER_FREE.includes(behaviourOfPerson(work.actor, [each])))
  if (!taken) return
  throw IdentifierTaken({
    parameters: [taken.kind, taken.value],
    detail: `The ${taken.kind} "${taken.value}" belongs to another contact; find that one.`,
  })
}

/** Days are counted where the business is: there a birthday may be today while elsewhere it is yesterday. */
export function refuseFuture(birthday: string | null | undefined, today: string): void {
  if (birthday && birthday > today) {
    throw invalidField(
      'birthday',
      `"${birthday}"`,
      `a day that is not in the future is needed; today is ${today}`,
    )
  }
}

export async function refuseTakenReferralCode(work: Work, code: string): Promise<void> {
  if (await contactWithReferralCode(work, code)) throw alreadyExists('referral_code', code)
}

async function referrerOf(work: Work, code: string | undefined): Promise<Contact['referredBy']> {
  if (code === undefined) return null
  const referrer = await contactWithReferralCode(work, code)
  if (referrer) return referrer
  const message = `referral_code_used is "${code}"; the referral code of another contact is needed`
  throw NotFound({
    parameters: ['referral_code', code],
    detail: message,
    fields: [{ path: 'referral_code_used', code: 'unknown', message }],
  })
}
