export {
  type ContactKey,
  type FoundContact,
  findContacts,
  IDENTIFIER_KINDS,
  type IdentifierKind,
} from './lookup.ts'
