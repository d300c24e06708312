import type { Work } from '../db/index.ts'
import { record } from '../events/index.ts'
import { alreadyExists } from '../kit/error.ts'
import { type ContactId, codeOf, newId, type WalletId } from '../kit/id.ts'
import { contactAccount, openAccounts } from '../ledger/index.ts'
import { readBusiness } from '../organisations/index.ts'
import { type Contact, type ContactType, makeWalletCode } from './contact.ts'
import { IdentifierTaken } from './contacts.errors.ts'
import { contactId, insertContact, isContact } from './contacts.store.ts'
import { type Country, countryOfZone } from './country.ts'
import { emailsOf, type Identifier, phonesOf, type SentEmail, type SentPhone } from './identifier.ts'
import { identifiersInUse } from './identifiers.store.ts'

export interface NewContact {
  readonly id?: string | undefined
  readonly code?: string | undefined
  readonly contact_type?: ContactType | undefined
  readonly first_name?: string | null | undefined
  readonly last_name?: string | null | undefined
  readonly language_code?: string | undefined
  readonly phones?: readonly SentPhone[] | undefined
  readonly emails?: readonly SentEmail[] | undefined
  readonly loyalty_identifiers?: readonly { readonly identifier: string }[] | undefined
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
  const contact = contactOf(wanted, { work, currency, home: countryOfZone(timeZone) })
  await refuseTaken(work, contact.identifiers)

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
}

function contactOf(wanted: NewContact, { work, currency, home }: Given): Contact {
  const id = wanted.id === undefined ? newId<ContactId>() : contactId(wanted.id)
  const code = wanted.code ?? codeOf(newId())
  const wallet = { id: newId<WalletId>(), code: makeWalletCode(), currency }
  const { phones = [], emails = [], loyalty_identifiers = [], cards = [] } = wanted
  return {
    id,
    code,
    type: wanted.contact_type ?? 'PERSON',
    firstName: wanted.first_name ?? null,
    lastName: wanted.last_name ?? null,
    language: wanted.language_code ?? 'en',
    createdAt: work.at,
    wallet,
    identifiers: eachOnce([
      { kind: 'CODE', value: code },
      { kind: 'WALLET_CODE', value: wallet.code },
      ...phonesOf(phones, home),
      ...emailsOf(emails),
      ...loyalty_identifiers.map(({ identifier }) => ({ kind: 'LOYALTY' as const, value: identifier })),
      ...cards.map(({ identifier }) => ({ kind: 'CARD' as const, value: identifier })),
    ]),
  }
}

function eachOnce(identifiers: readonly Identifier[]): Identifier[] {
  const first = new Map<string, Identifier>()
  for (const each of identifiers) {
    const key = `${each.kind}|${each.value}`
    if (!first.has(key)) first.set(key, each)
  }
  return [...first.values()]
}

/** A till may send an identifier without saying of which kind it is, so it is unique whatever its kind. */
async function refuseTaken(work: Work, identifiers: readonly Identifier[]): Promise<void> {
  const inUse = await identifiersInUse(
    work,
    identifiers.map(({ value }) => value),
  )
  const taken = identifiers.find(({ value }) => inUse.has(value))
  if (!taken) return
  throw IdentifierTaken({
    parameters: [taken.kind, taken.value],
    detail: `The ${taken.kind} "${taken.value}" belongs to another contact; find that one.`,
  })
}
