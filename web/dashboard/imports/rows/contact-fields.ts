import { type ImportField, textField } from './fields.ts'
import { dayOfYearRead, dayRead, phoneRead, severalRead, type Value } from './read-values.ts'

const phones = (text: string) => severalRead(text).map(phoneRead)

/** What a file may say of contacts. */
export const CONTACT_FIELDS: readonly ImportField[] = [
  textField('first_name', ['First name', 'Given name', 'Forename', 'Όνομα']),
  textField('last_name', ['Last name', 'Surname', 'Family name', 'Επώνυμο', 'Επίθετο']),
  textField(
    'phone',
    [
      ...['Mobile', 'Mobile phone', 'Phone number', 'Telephone', 'Cell', 'Tel'],
      ...['Τηλέφωνο', 'Κινητό', 'Κινητό τηλέφωνο', 'Τηλ'],
    ],
    phones,
  ),
  textField('email', ['E-mail', 'Email address', 'Mail', 'Ηλεκτρονικό ταχυδρομείο'], severalRead),
  textField(
    'loyalty_identifier',
    [
      ...['Loyalty card', 'Card', 'Card number', 'Loyalty number', 'Member number', 'Membership number'],
      ...['Κάρτα', 'Αριθμός κάρτας', 'Αριθμός μέλους'],
    ],
    severalRead,
  ),
  textField('code', ['Customer code', 'Customer number', 'Customer id', 'Κωδικός', 'Κωδικός πελάτη']),
  textField(
    'birthday',
    ['Date of birth', 'Birth date', 'Born', 'DOB', 'Γενέθλια', 'Ημερομηνία γέννησης'],
    dayRead,
  ),
  textField('name_day', ['Name day', 'Nameday', 'Γιορτή', 'Ονομαστική εορτή', 'Εορτή'], dayOfYearRead),
  textField('segments', ['Segment', 'Tags', 'Groups', 'Group', 'Ετικέτες', 'Ομάδες', 'Ομάδα'], severalRead),
  textField('language_code', ['Language', 'Lang', 'Γλώσσα']),
]

/** A row of `synchroniseContacts`. What the file leaves empty is left out and stays as it is. */
export function contactOf(values: ReadonlyMap<string, Value>): object {
  const row: Record<string, unknown> = {}
  for (const [field, value] of values) {
    const each = Array.isArray(value) ? value : []
    if (field === 'phone') row.phones = each.map((number) => ({ number }))
    else if (field === 'email') row.emails = each.map((email_address) => ({ email_address }))
    else if (field === 'loyalty_identifier')
      row.loyalty_identifiers = each.map((identifier) => ({ identifier }))
    else row[field] = value
  }
  return row
}
