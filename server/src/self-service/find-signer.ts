import {
  type ContactKey,
  countryNamed,
  countryOfZone,
  type FoundContact,
  findContacts,
  normaliseEmail,
  normalisePhone,
} from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { invalidField, missingField } from '../kit/error.ts'
import { readBusiness } from '../organisations/index.ts'
import type { AuthenticateBody, CodeBody } from './sign-in.api.ts'

type Credential = CodeBody['credentials'][number]

/** The one contact whom all credentials name; undefined: nobody, or more than one. */
export async function findSigner(
  work: Work,
  credentials: readonly Credential[],
): Promise<FoundContact | undefined> {
  const birthdays = credentials.filter(({ name }) => name === 'BIRTHDATE').map(({ value }) => value)
  const naming = credentials.filter(({ name }) => name !== 'BIRTHDATE')
  if (naming.length === 0) throw missingField('credentials', 'a date of birth alone names nobody')
  const keys = await Promise.all(naming.map((each) => keyOf(work, each)))
  if (keys.includes(undefined)) return undefined
  const { tenant } = work.actor
  const found = await findContacts(
    work.sql,
    keys.flatMap((key) => (key ? [{ tenant, key }] : [])),
  )
  const [first] = found[0] ?? []
  const isTheOne = first && found.every((each) => each.length === 1 && each[0]?.id === first.id)
  return isTheOne && birthdays.every((day) => day === first.birthday) ? first : undefined
}

async function keyOf(work: Work, { name, value }: Credential): Promise<ContactKey | undefined> {
  if (name === 'EMAIL') return { by: 'IDENTIFIER', kind: 'EMAIL', value: normaliseEmail(value) }
  if (name === 'LOYALTY_IDENTIFIER') return { by: 'IDENTIFIER', kind: 'LOYALTY', value }
  if (name === 'CARD') return { by: 'IDENTIFIER', kind: 'CARD', value }
  const { timeZone } = await readBusiness(work.db, work.actor.tenant)
  const phone = normalisePhone(value, countryOfZone(timeZone))
  return phone === undefined ? undefined : { by: 'IDENTIFIER', kind: 'PHONE', value: phone }
}

interface Address {
  readonly method: CodeBody['method']
  readonly credential: Credential
}

/** The address that a request names under its provider. */
export function addressIn(
  {
    provider,
    email,
    phone,
  }: Pick<AuthenticateBody, 'provider' | 'phone'> & {
    readonly email?: string | null | undefined
  },
  at: { readonly email: string; readonly phone: string },
): Address {
  if (provider === 'EMAIL') {
    if (email == null) throw missingField(at.email, 'the provider EMAIL needs an e-mail address')
    return { method: 'EMAIL', credential: { name: 'EMAIL', value: email } }
  }
  if (phone == null) throw missingField(at.phone, 'the provider PHONE needs a phone number')
  const country = phone.country_code === undefined ? undefined : countryNamed(phone.country_code)
  if (phone.country_code !== undefined && !country) {
    const needed = 'a country of ISO 3166 is needed, such as CYP'
    throw invalidField(`${at.phone}.country_code`, `"${phone.country_code}"`, needed)
  }
  const value = normalisePhone(phone.number, country) ?? phone.number
  return { method: 'SMS', credential: { name: 'PHONE', value } }
}
