import { type Contact, getContact } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { configurationChanged } from '../events/index.ts'
import { minorDigits } from '../kit/currency.ts'
import { invalidField, notFound } from '../kit/error.ts'
import type { OrganisationId } from '../kit/id.ts'
import { wireNumber } from '../kit/money.ts'
import { readMinor, readPositiveMinor } from '../kit/reading.ts'
import { contactAccount, lockAccounts } from '../ledger/index.ts'
import { type Directory, directoryOf, readOrganisations } from '../organisations/index.ts'
import { NO_PREFERENCE, type SpendPreference } from './preference.ts'
import type { PreferencesBody, PreferencesReply } from './preferences.api.ts'
import { hasPreferences, preferenceOf, savePreference } from './preferences.store.ts'

export async function showPreferences(work: Work, contactName: string): Promise<PreferencesReply> {
  const contact = await getContact(work, contactName)
  const preference = (await preferenceOf(work, contact.id)) ?? NO_PREFERENCE
  return show(preference, contact, await directoryFor(work))
}

/** What is left out is not bounded. */
export async function setPreferences(
  work: Work,
  contactName: string,
  body: PreferencesBody,
): Promise<PreferencesReply> {
  const contact = await getContact(work, contactName)
  const { id, currency } = contact.wallet
  const { tenant } = work.actor
  // The wallet's lock: no purchase is deciding by the earlier preference meanwhile.
  await lockAccounts(work.sql, [contactAccount('CONTACT_COMMERCE', { tenant, id, currency })])
  const directory = await directoryFor(work)
  const preference = readPreference(body, currency, directory)
  // Purchases look at preferences only of businesses that have any.
  if (!(await hasPreferences(work.db, tenant))) await configurationChanged(work)
  await savePreference(work, contact.id, preference)
  return show(preference, contact, directory)
}

/** What a contact wishes, as it is sent. */
export function readPreference(
  body: PreferencesBody,
  currency: string,
  directory: Directory,
): SpendPreference {
  if (body.enable_automatic_spend === null) return NO_PREFERENCE
  const digits = minorDigits(currency)
  const bound = (path: 'minimum_wallet_balance' | 'from_purchase_amount') => {
    const text = body[path]
    const minor = text == null ? 0n : readMinor(path, text, digits)
    if (minor < 0n) throw invalidField(path, text ?? '', 'it may not be below zero')
    return minor
  }
  const { maximum_spend_amount: most } = body
  return {
    automatic: body.enable_automatic_spend,
    nextPurchaseOnly: body.next_purchase_only ?? false,
    minimumBalance: bound('minimum_wallet_balance'),
    fromPurchase: bound('from_purchase_amount'),
    maximum: most == null ? undefined : readPositiveMinor('maximum_spend_amount', most, digits),
    merchants: [...new Set((body.merchants ?? []).map(({ id }) => merchantNamed(id, directory)))],
  }
}

function merchantNamed(idOrCode: string, { find }: Directory): OrganisationId {
  const found = find(idOrCode)
  if (!found) throw notFound('organisation', idOrCode)
  if (found.type === 'VENUE') {
    throw invalidField('merchants', `"${found.name}", a venue`, 'merchants are needed')
  }
  return found.id
}

async function directoryFor({ db, actor }: Work): Promise<Directory> {
  return directoryOf(await readOrganisations(db, actor.tenant), [])
}

function show(
  { automatic, nextPurchaseOnly, minimumBalance, fromPurchase, maximum, merchants }: SpendPreference,
  { wallet }: Contact,
  directory: Directory,
): PreferencesReply {
  const amount = (minor: bigint) => wireNumber(minor, wallet.currency)
  return {
    is_allowed: isAllowedIn(directory),
    enable_automatic_spend: automatic ?? null,
    next_purchase_only: nextPurchaseOnly,
    minimum_wallet_balance: amount(minimumBalance),
    from_purchase_amount: amount(fromPurchase),
    maximum_spend_amount: maximum === undefined ? null : amount(maximum),
    merchants: merchants.map((id) => ({ id, name: directory.organisations.get(id)?.name ?? '' })),
    currency_code: wallet.currency,
  }
}

/** Anywhere that something can be bought. */
function isAllowedIn({ organisations, formerPlace, lineOf }: Directory): boolean {
  return [...organisations.values()].some(
    (place) =>
      place.type !== 'BUSINESS' &&
      formerPlace(place.id).settings.allowsAutomaticSpend &&
      lineOf(place).every(({ state }) => state === 'ACTIVE'),
  )
}
