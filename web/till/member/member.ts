import type { Contact, Tillback } from '@tillback/sdk'
import { type Minor, minorOf } from '../sale/minor.ts'

/** Who buys, as far as a clerk has to know: never the whole name or number. */
export interface Member {
  /** Undefined: typed while the platform could not be asked; it looks when the sale is sent. */
  readonly id: string | undefined
  readonly typed: string
  readonly initials: string
  /** The last figures of the phone number or of another number that is theirs. */
  readonly ending: string
  readonly balance: Minor
  readonly open: Minor
  readonly commerce: Minor
}

export function memberOf(contact: Contact, { typed, digits }: { typed: string; digits: number }): Member {
  const { wallet } = contact
  const minor = (amount: number | undefined) => minorOf(amount ?? 0, digits)
  return {
    id: contact.id,
    typed,
    initials: initialsOf(contact),
    ending: endingOf(contact),
    balance: minor(wallet?.balance),
    open: minor(wallet?.open),
    commerce: minor(wallet?.commerce),
  }
}

/** By what one of several is told from the others: the first name where this key may see it, else the initials, and the last figures. */
export function toldApart(contact: Contact): { readonly called: string; readonly ending: string } {
  const first = contact.first_name ?? ''
  return { called: isInitial(first) ? initialsOf(contact) : first, ending: endingOf(contact) }
}

function isInitial(name: string): boolean {
  return name === '' || name.endsWith('.')
}

/** Somebody whom the platform could not be asked for. */
export function unknownMember(typed: string): Member {
  return { id: undefined, typed, initials: '?', ending: typed.slice(-3), balance: 0, open: 0, commerce: 0 }
}

function initialsOf({ first_name, last_name, name }: Pick<Contact, 'first_name' | 'last_name' | 'name'>) {
  const parts = [first_name, last_name].filter((part) => part !== null && part !== '')
  const letters = (parts.length > 0 ? parts : [name]).map((part) => [...String(part).trim()][0] ?? '')
  return letters
    .filter((letter) => letter !== '')
    .map((letter) => `${letter.toUpperCase()}.`)
    .join(' ')
}

function endingOf({ phones, loyalty_identifiers, code }: Contact): string {
  const phone = phones.find(({ is_primary }) => is_primary) ?? phones[0]
  const number = phone?.number ?? loyalty_identifiers[0]?.identifier ?? code
  return number.slice(-3)
}

/** What a text can be, the likeliest first. */
export function waysToAsk(text: string): readonly ('email_address' | 'phone' | 'cim' | 'wallet_code')[] {
  if (text.includes('@')) return ['email_address']
  if (/^\+?[\d\s()/-]+$/.test(text)) return ['phone', 'cim', 'wallet_code']
  return ['cim', 'wallet_code']
}

/** Everybody whom a text may mean: one, several to choose from, or nobody. */
export async function findMembers(client: Tillback, text: string): Promise<readonly Contact[]> {
  for (const way of waysToAsk(text)) {
    const { content } = await client.contacts.list({ [way]: text, include_wallet: true, size: 5 })
    if (content.length > 0) return content
  }
  return []
}
