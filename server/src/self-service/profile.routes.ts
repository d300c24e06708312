import { type Contact, contactsApi } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { type Route, route } from '../http/index.ts'
import { invalidField } from '../kit/error.ts'
import { getPreferences, updatePreferences } from '../notifications/index.ts'
import { privacyApi } from '../privacy/index.ts'
import type { BackOffice } from './ask-back-office.ts'
import { ownContact } from './own.ts'
import * as api from './profile.api.ts'

export function profileRoutes(office: BackOffice, forgetCallers: () => void): readonly Route[] {
  return [
    route(api.getProfile, async (work, { params }) => {
      const contact = await ownContact(work, params.id)
      return showProfile(contact, await getPreferences(work, contact.id))
    }),
    route(api.updateProfile, (work, { params, body }) =>
      updateProfile(office, work, { id: params.id, body }),
    ),
    route(
      api.deleteProfile,
      async (work, { params, query }) => {
        const { id } = await ownContact(work, params.id)
        await office.ask(work, privacyApi.eraseContact, { params: { id }, body: query })
        return { id }
      },
      forgetCallers,
    ),
  ]
}

function showProfile(
  contact: Contact,
  { email_opt_out }: { readonly email_opt_out: boolean },
): api.ProfileReply {
  const phone = phonesOf(contact)[0]
  return {
    id: contact.id,
    code: contact.code,
    type: contact.type,
    first_name: contact.firstName,
    last_name: contact.lastName,
    language_code: contact.language,
    email: emailsOf(contact)[0]?.email_address ?? null,
    phone: phone ? { type: phone.phone_type, country_code: phone.country_code, number: phone.number } : null,
    demographics: {
      name_day: contact.nameDay === null ? null : monthAndDay(contact.nameDay),
      date_of_birth: contact.birthday === null ? null : dayOfLife(contact.birthday),
    },
    referral_code: contact.referralCode,
    email_opt_out,
    loyalty_identifiers: contact.identifiers.flatMap(({ kind, value }) =>
      kind === 'LOYALTY' ? [{ identifier: value }] : [],
    ),
    wallet: { id: contact.wallet.id, code: contact.wallet.code },
  }
}

async function updateProfile(
  office: BackOffice,
  work: Work,
  { id: name, body }: { readonly id: string; readonly body: api.ProfileBody },
): Promise<{ readonly id: string }> {
  const contact = await ownContact(work, name)
  if (body.id !== undefined && body.id !== name && body.id !== contact.id) {
    throw invalidField('id', body.id, `the contact of the path is "${name}"`)
  }
  const { first_name, last_name, language_code, email, phone, demographics, email_opt_out } = body
  const { date_of_birth: birth, name_day: nameDay } = demographics ?? {}
  const change = {
    ...(first_name !== undefined && { first_name }),
    ...(last_name !== undefined && { last_name }),
    ...(language_code != null && { language_code: language_code.slice(0, 2) }),
    ...(email !== undefined && { emails: replaced(emailsOf(contact), { email_address: email }) }),
    ...(phone !== undefined && {
      phones: replaced(
        phonesOf(contact).map(({ country_code, ...each }) => ({
          ...each,
          ...(country_code !== null && { country_code }),
        })),
        {
          phone_type: phone.type,
          number: phone.number,
          ...(phone.country_code !== undefined && { country_code: phone.country_code }),
        },
      ),
    }),
    ...(birth !== undefined && { birthday: birth && `${birth.year}-${two(birth.month)}-${two(birth.day)}` }),
    ...(nameDay !== undefined && { name_day: nameDay && `${two(nameDay.month)}-${two(nameDay.day)}` }),
  }
  const { id } = contact
  await office.ask(work, contactsApi.updateContact, { params: { id }, body: change })
  if (email_opt_out !== undefined) await updatePreferences(work, id, { email_opt_out })
  return { id }
}

/** The one that an app shows gives way; what else the contact is recognised by stays. */
function replaced<Each extends object>(
  before: readonly Each[],
  first: NoInfer<Omit<Each, 'is_primary'>>,
): (Omit<Each, 'is_primary'> & { readonly is_primary: boolean })[] {
  return [{ ...first, is_primary: true }, ...before.slice(1).map((each) => ({ ...each, is_primary: false }))]
}

/** The main one first. */
function phonesOf({ identifiers }: Contact) {
  return identifiers
    .flatMap((each) => (each.kind === 'PHONE' ? [each.details] : []))
    .sort((a, b) => Number(b.is_primary) - Number(a.is_primary))
}

function emailsOf({
  identifiers,
}: Contact): { readonly email_address: string; readonly is_primary: boolean }[] {
  return identifiers
    .flatMap((each) =>
      each.kind === 'EMAIL' ? [{ email_address: each.value, is_primary: each.details.is_primary }] : [],
    )
    .sort((a, b) => Number(b.is_primary) - Number(a.is_primary))
}

function monthAndDay(text: string): { readonly month: number; readonly day: number } {
  const [month = 0, day = 0] = text.split('-').map(Number)
  return { month, day }
}

function dayOfLife(text: string): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(text.slice(0, 4)), ...monthAndDay(text.slice(5)) }
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
