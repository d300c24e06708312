import { type FoundContact, findContacts } from '../contacts/index.ts'
import type { Runner } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { type FoundPass, findPasses } from '../passes/index.ts'
import { type Membership, readMemberships } from '../schemes/index.ts'
import type { Named } from './packed-history.ts'

/** Which facts beyond the purchase's own row the offers look at; what nobody looks at is not read. */
export interface FactsWanted {
  readonly shopper: boolean
  /** In which schemes the shopper takes part. */
  readonly memberships: boolean
  readonly pass: boolean
}

/** Who and what was met for the first time. */
export interface Met {
  readonly contacts: readonly MetContact[]
  readonly passes: readonly MetPass[]
}

export interface MetContact
  extends Pick<FoundContact, 'id' | 'segments' | 'birthday' | 'nameDay' | 'createdAt'> {
  readonly memberships: readonly Membership[]
}

export interface MetPass {
  /** As it was shown. */
  readonly shown: string
  readonly pass: Pick<FoundPass, 'id' | 'code' | 'plan'>
}

interface Wanted {
  readonly tenant: Tenant
  readonly wanted: FactsWanted
}

/** Answers, page after page, what is known of the contacts and passes that no page had before. */
export function metReader(sql: Runner, { tenant, wanted }: Wanted): (page: Named) => Promise<Met> {
  const [contactsMet, passesMet] = [new Set<string>(), new Set<string>()]
  return async ({ contacts, passes }) => {
    // Both are noted before anything is waited for: the next page may be asked for meanwhile.
    const newContacts = firstOnes(contacts, contactsMet)
    const newPasses = firstOnes(passes, passesMet)
    const [metContacts, metPasses] = await Promise.all([
      wanted.shopper ? readContacts(sql, { tenant, wanted }, newContacts) : [],
      wanted.pass ? readPasses(sql, tenant, newPasses) : [],
    ])
    return { contacts: metContacts, passes: metPasses }
  }
}

/** Names that were not met before; they are now. */
function firstOnes(names: readonly string[], met: Set<string>): string[] {
  return names.filter((name) => {
    if (met.has(name)) return false
    met.add(name)
    return true
  })
}

async function readContacts(
  sql: Runner,
  { tenant, wanted }: Wanted,
  ids: readonly string[],
): Promise<MetContact[]> {
  if (ids.length === 0) return []
  const found = await findContacts(
    sql,
    ids.map((id) => ({ tenant, key: { by: 'ID' as const, id } })),
  )
  const contacts = found.flat()
  const keys = wanted.memberships ? contacts.map(({ id }) => ({ tenant, contact: id })) : []
  const memberships = await readMemberships(sql, keys)
  const byContact = Map.groupBy(memberships, ({ contact }) => contact)
  return contacts.map(({ id, segments, birthday, nameDay, createdAt }) => {
    return { id, segments, birthday, nameDay, createdAt, memberships: byContact.get(id) ?? [] }
  })
}

async function readPasses(sql: Runner, tenant: Tenant, codes: readonly string[]): Promise<MetPass[]> {
  if (codes.length === 0) return []
  const found = await findPasses(
    sql,
    codes.map((code, position) => ({ tenant, code, position })),
  )
  return found.map(({ position, id, code, plan }) => {
    return { shown: codes[position] ?? code, pass: { id, code, plan } }
  })
}
