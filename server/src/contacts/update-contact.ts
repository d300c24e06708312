import { isDeepStrictEqual } from 'node:util'
import type { Work } from '../db/index.ts'
import { record } from '../events/index.ts'
import { invalidField } from '../kit/error.ts'
import { localDay } from '../kit/zone.ts'
import { readBusiness } from '../organisations/index.ts'
import type { Contact } from './contact.ts'
import type { ContactChange } from './contacts.api.ts'
import { saveContact } from './contacts.store.ts'
import { type Country, countryOfZone } from './country.ts'
import { eachOnce, refuseFuture, refuseTaken, refuseTakenReferralCode } from './create-contact.ts'
import { getContact, lockContact } from './get-contact.ts'
import { emailsOf, type Identifier, loyaltyOf, phonesOf } from './identifier.ts'
import type { IdentifierKind } from './lookup.ts'
import { isMasked } from './mask.ts'
import { seesMasked } from './show-contact.ts'

/** What is left out stays; null clears. The same change again changes nothing. */
export async function updateContact(
  work: Work,
  idOrCode: string,
  change: ContactChange,
): Promise<{ readonly before: Contact; readonly after: Contact }> {
  const before = await lockContact(work, idOrCode)
  const { timeZone } = await readBusiness(work.db, work.actor.tenant)
  refuseMasked(work, change)
  refuseFuture(change.birthday, localDay(work.at, timeZone))
  const after = changed(before, change, countryOfZone(timeZone))
  if (isSame(before, after)) return { before, after: before }

  if (after.referralCode !== before.referralCode) await refuseTakenReferralCode(work, after.referralCode)
  await refuseTaken(work, after.id, after.identifiers)
  await saveContact(work, after, kindsReplaced(change))
  await record(work, 'contact.updated', after.id)
  return { before, after: await getContact(work, after.id) }
}

/** Staff are shown the end of a card only: sent back, it would take the place of the card. The others are no phone and no address either. */
function refuseMasked({ actor }: Work, { loyalty_identifiers: cards }: ContactChange): void {
  if (!seesMasked(actor)) return
  const index = (cards ?? []).findIndex(({ identifier }) => isMasked(identifier))
  const masked = cards?.[index]
  if (!masked) return
  throw invalidField(
    `loyalty_identifiers[${index}].identifier`,
    `"${masked.identifier}"`,
    'it is masked; leave the list out, or have it revealed and send it whole',
  )
}

function changed(before: Contact, change: ContactChange, home: Country | undefined): Contact {
  return {
    ...before,
    type: change.contact_type ?? before.type,
    firstName: kept(before.firstName, change.first_name),
    lastName: kept(before.lastName, change.last_name),
    language: change.language_code ?? before.language,
    birthday: kept(before.birthday, change.birthday),
    nameDay: kept(before.nameDay, change.name_day),
    segments: kept(before.segments, change.segments) ?? [],
    referralCode: change.referral_code ?? before.referralCode,
    identifiers: identifiersAfter(before, change, home),
  }
}

function kept<Value>(there: Value, sent: Value | undefined): Value {
  return sent === undefined ? there : sent
}

function kindsReplaced({ phones, emails, loyalty_identifiers }: ContactChange): IdentifierKind[] {
  return [
    ...(phones === undefined ? [] : (['PHONE'] as const)),
    ...(emails === undefined ? [] : (['EMAIL'] as const)),
    ...(loyalty_identifiers === undefined ? [] : (['LOYALTY'] as const)),
  ]
}

function identifiersAfter(
  { identifiers }: Contact,
  change: ContactChange,
  home: Country | undefined,
): readonly Identifier[] {
  const replaced = kindsReplaced(change)
  if (replaced.length === 0) return identifiers
  return eachOnce([
    ...identifiers.filter(({ kind }) => !replaced.includes(kind)),
    ...phonesOf(change.phones ?? [], home),
    ...emailsOf(change.emails ?? []),
    ...loyaltyOf(change.loyalty_identifiers ?? []),
  ])
}

/** Identifiers have no order of their own: which phone is the main one is told by its mark. */
function isSame(before: Contact, after: Contact): boolean {
  const name = ({ kind, value }: Identifier) => `${kind} ${value}`
  const ordered = ({ identifiers, ...contact }: Contact) => ({
    ...contact,
    identifiers: [...identifiers].sort((a, b) => (name(a) < name(b) ? -1 : 1)),
  })
  return isDeepStrictEqual(ordered(before), ordered(after))
}
