export type { Contact } from './contact.ts'
export { luhnDigit } from './contact.ts'
export * as contactsApi from './contacts.api.ts'
export { IdentifierTaken } from './contacts.errors.ts'
export { type ContactsWiring, contactsRoutes } from './contacts.routes.ts'
export { holdContact } from './contacts.store.ts'
export { type Country, callingCodeOf, countryNamed, countryOfZone } from './country.ts'
export { type CreatedContact, createContact, type NewContact } from './create-contact.ts'
export { getContact, lockContact } from './get-contact.ts'
export { normaliseEmail } from './identifier.ts'
export {
  type ContactKey,
  type FoundContact,
  findContacts,
  IDENTIFIER_KINDS,
  type IdentifierKind,
} from './lookup.ts'
export { maskEmail, maskPhone } from './mask.ts'
export { normalisePhone } from './phone.ts'
export { isProfileComplete, type Profile } from './profile.ts'
export { type BalancesOf, nameShown, seesMasked, seesPeople } from './show-contact.ts'
export { type ToldContact, toldContacts } from './told-contacts.ts'
export { requireWholeBusiness } from './whole-business.ts'
